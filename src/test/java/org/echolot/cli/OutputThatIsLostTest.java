package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What could not be written is never a success, whatever the command. */
@Timeout(60)
class OutputThatIsLostTest {

  /** One writes nothing where no result was kept, the other nothing of such input. */
  private static final Set<String> NEED_MORE = Set.of("certificates", "peers import");

  @TempDir Path folder;

  /** Each command that writes to standard output, as it succeeds; PORT is a good listener's. */
  static Stream<String> lines() {
    return Stream.of(
        "--help",
        "--version",
        "echo --help",
        "listen --help",
        "explain --help",
        "same-test --help",
        "register --help",
        "peers --help",
        "peers list --help",
        "probe --help",
        "probe --only verification ECHOLOT@127.0.0.1:PORT",
        "echo ECHOLOT@127.0.0.1:PORT",
        "echo ECHOLOT@127.0.0.1:PORT --format json",
        "echo ECHOLOT@127.0.0.1:PORT --format junit",
        "echo ECHOLOT@127.0.0.1:PORT --format prometheus",
        "echo ECHOLOT@127.0.0.1:PORT --format ticket",
        "echo ECHOLOT@127.0.0.1:PORT --format ticket-markdown",
        "listen --port 0",
        "explain",
        "same-test ECHOLOT@127.0.0.1:PORT",
        "register --for orthanc --address 1.2.3.4 ECHOLOT@127.0.0.1:PORT",
        "register ECHOLOT@127.0.0.1:PORT",
        "peers list",
        "peers list --format json",
        "peers lint --timeout 1s",
        "peers export --as csv -",
        "peers flows -",
        "history --format csv",
        "check ECHOLOT@127.0.0.1:PORT",
        "acceptance ECHOLOT@127.0.0.1:PORT",
        "watch --interval 10s ECHOLOT@127.0.0.1:PORT",
        "completion bash");
  }

  private int run(CommandLineRun run, OutputStream out, String line) throws IOException {
    Files.createDirectories(folder.resolve("echolot"));
    Files.writeString(
        folder.resolve("echolot").resolve("peers.json"),
        """
        {"version": 1, "peers": [{"name": "A", "calledAe": "A", "host": "h", "port": 1}]}
        """);
    run.piped(new ByteArrayInputStream("F: Reason: No Reason\n".getBytes(StandardCharsets.UTF_8)));
    ListenerOptions options = ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0);
    try (VerificationScp scp = VerificationScp.start(options, new Journal())) {
      InetSocketAddress address = scp.address();
      return run.run(out, line.replace("PORT", "" + address.getPort()).split(" "));
    }
  }

  private static List<String> complaints(CommandLineRun run) {
    return run.errLines().stream().filter(line -> line.startsWith("echolot: ")).toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aFullDiskIs130AndOneLine(String line) throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full), "this system has no " + full);
    CommandLineRun run = new CommandLineRun(folder);
    try (OutputStream out = new FileOutputStream(full.toFile())) {
      assertThat(run(run, out, line)).isEqualTo(ExitCode.STOPPED);
    }
    assertThat(complaints(run))
        .containsExactly(
            "echolot: not everything could be written to standard output; results are missing");
  }

  @ParameterizedTest
  @MethodSource("lines")
  void aPipeThatNobodyReadsIs130AndOneLine(String line) throws IOException {
    CommandLineRun run = new CommandLineRun(folder);
    PipedOutputStream out = new PipedOutputStream();
    new PipedInputStream(out).close();

    assertThat(run(run, out, line)).isEqualTo(ExitCode.STOPPED);

    assertThat(complaints(run)).hasSize(1);
  }

  @Test
  void everyCommandIsAmongThem() {
    CommandLineRun run = new CommandLineRun(folder);
    Command line = new EcholotCommand(run.environment(OutputStream.nullOutputStream()));

    Set<String> missing = new TreeSet<>(commands(line, ""));
    missing.removeAll(NEED_MORE);
    lines()
        .filter(l -> !l.endsWith("--help"))
        .forEach(l -> missing.removeIf(command -> (l + " ").startsWith(command + " ")));

    assertThat(missing).isEmpty();
  }

  private static List<String> commands(Command command, String prefix) {
    List<String> names = new ArrayList<>();
    for (Command each : command.below()) {
      List<String> below = commands(each, prefix + each.name() + " ");
      names.addAll(below.isEmpty() ? List.of(prefix + each.name()) : below);
    }
    return names;
  }

  @Test
  void aRealProcessWithItsOutputClosedSaysSoToo() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "this system has no shell");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                "/bin/sh",
                "-c",
                "exec \"$0\" \"$@\" >&-",
                java,
                "-Xlog:disable",
                "-cp",
                System.getProperty("java.class.path"),
                "org.echolot.Echolot",
                "--version")
            .start();

    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(ExitCode.STOPPED);
    assertThat(process.errorReader(StandardCharsets.UTF_8).lines()).hasSize(1);
  }
}
