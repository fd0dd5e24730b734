package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.echolot.cli.environment.ExitCode;
import org.echolot.concurrent.Threads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainCommandTest {

  @TempDir Path folder;

  @Test
  void linesOfAPipeAreExplained() {
    CommandLineRun run =
        piped("F: Association Rejected:\nF: Reason: Calling AE Title Not Recognized\nhello\n");

    assertThat(run.run("explain")).isZero();

    assertThat(run.out())
        .startsWith("2 of 3 lines are known; 1 is not known to Echolot.\n")
        .contains("REJECTED_CALLING_AE")
        .contains("The administrator of the called system")
        .contains("Line 2:")
        .contains("   hello\n");
  }

  @Test
  void aFileIsExplained() throws IOException {
    Files.writeString(folder.resolve("orthanc.log"), "because of a bad called AET in the request");
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("explain", "orthanc.log")).isZero();

    assertThat(run.outLines()).first().isEqualTo("The line is known.");
    assertThat(run.out()).contains("REJECTED_CALLED_AE");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("explain", "none.log")).isEqualTo(ExitCode.USAGE);

    assertThat(run.errLines())
        .containsExactly("echolot explain: can't read none.log: there is no such file or folder");
  }

  @Test
  void hostileBytesReachNoTerminal() {
    CommandLineRun run =
        new CommandLineRun(folder)
            .piped(
                new ByteArrayInputStream(
                    "\u001B]0;x\u0007Reason: No Reason \u202E\u0000\n\u001B[2J evil\n"
                        .getBytes(StandardCharsets.UTF_8)));

    assertThat(run.run("explain", "-")).isZero();

    assertThat(run.out()).contains("\\x1B]0;x\\x07").contains("\\x1B[2J evil").contains("\\u202E");
    assertThat(run.out().chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
  }

  @Test
  void aStopEndsTheWaitForInput() throws IOException {
    CountDownLatch reading = new CountDownLatch(1);
    try (PipedOutputStream never = new PipedOutputStream();
        InputStream silent =
            new PipedInputStream(never) {
              @Override
              public synchronized int read(byte[] bytes, int from, int length) throws IOException {
                reading.countDown();
                return super.read(bytes, from, length);
              }
            }) {
      CommandLineRun run = new CommandLineRun(folder).piped(silent);
      CompletableFuture<Integer> code = new CompletableFuture<>();
      Threads.startVirtual("explain test", () -> code.complete(run.run("explain")));
      await().until(() -> reading.getCount() == 0);

      run.interrupted().stop();

      await().until(code::isDone);
      assertThat(code.join()).isEqualTo(ExitCode.STOPPED);
    }
  }

  @Test
  void sameTestIsWrittenForATool() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("same-test", "CT 1@pacs:104")).isZero();
    assertThat(run.run("same-test", "--as", "nc", "CT 1@pacs:104")).isZero();

    assertThat(run.outLines())
        .containsExactly(
            "echoscu -v -aet ECHOLOT -aec 'CT 1' -to 5 -ta 10 -td 10 pacs 104",
            "nc -vz -w 5 pacs 104");
  }

  @Test
  void sameTestOverTlsNamesTheFilesWithTheirWholePath() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("same-test", "--tls", "--trusted", "ca.pem", "CT1@pacs:2762")).isZero();

    assertThat(run.outLines())
        .last()
        .asString()
        .endsWith("+tla +cf " + folder.resolve("ca.pem") + " pacs 2762");
  }

  @Test
  void whatAToolCanNotDoIsAnError() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("same-test", "--as", "storescu", "CT1@[::1]:104")).isEqualTo(ExitCode.USAGE);
    assertThat(run.run("same-test", "--as", "telnet", "CT1@pacs:104")).isEqualTo(ExitCode.USAGE);

    assertThat(run.out()).isEmpty();
    assertThat(run.errLines()).hasSize(2);
    assertThat(run.err()).contains("IPv6").contains("echoscu, echoscu-windows, storescu");
  }

  @Test
  void registrationIsWrittenAndItsNotesGoToStandardError() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(
            run.run(
                "register",
                "--for",
                "dcmqrscp",
                "--address",
                "10.1.9.8",
                "--port",
                "104",
                "ARCHIVE@pacs:104"))
        .isZero();

    assertThat(run.outLines()).containsExactly("echolot = (ECHOLOT, 10.1.9.8, 104)");
    assertThat(run.err()).contains("HostTable BEGIN").doesNotContain("not known yet");
  }

  @Test
  void registrationWithoutOurAddressSaysSo() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("register", "CT1@pacs:104")).isZero();

    assertThat(run.out()).contains("please register this DICOM node");
    assertThat(run.err()).contains("Our address is not known yet");
  }

  @Test
  void whatIsNoAddressIsRefused() {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("register", "--address", "a b", "CT1@pacs:104")).isEqualTo(ExitCode.USAGE);
    assertThat(run.run("register", "--port", "0", "CT1@pacs:104")).isEqualTo(ExitCode.USAGE);
    assertThat(run.errLines()).hasSize(2);
  }

  private CommandLineRun piped(String text) {
    return new CommandLineRun(folder)
        .piped(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }
}
