package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a real process shows: signals, exit codes and streams. */
@Timeout(120)
class ProcessTest {

  @TempDir Path folder;

  private final List<Process> started = new ArrayList<>();

  @BeforeEach
  void hasSignals() {
    assumeFalse(System.getProperty("os.name").startsWith("Windows"), "Windows has no kill");
  }

  @AfterEach
  void endAll() {
    started.forEach(Process::destroyForcibly);
  }

  private Process start(String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                // Whoever starts the tests in the background has interrupts ignored.
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.echolot.Echolot"));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(folder.resolve("err").toFile());
    builder.environment().put("XDG_CONFIG_HOME", folder.toString());
    builder
        .environment()
        .keySet()
        .removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY", "ECHOLOT_PEERS"));
    Process process = builder.start();
    started.add(process);
    return process;
  }

  private static void signal(String name, Process process)
      throws IOException, InterruptedException {
    Process kill = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static int codeOf(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
    return process.exitValue();
  }

  @Test
  void aListenerThatTheSystemStopsEndsWithZero() throws Exception {
    Process process = start("listen", "--port", "0");
    assertThat(process.inputReader(StandardCharsets.UTF_8).readLine())
        .matches("listening as ECHOLOT on 127\\.0\\.0\\.1:\\d+");

    signal("TERM", process);

    assertThat(codeOf(process)).isZero();
  }

  @Test
  void anInterruptPrintsTheChecksThatRunAsCancelledAndEndsWith130() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      int port = silent.getLocalPort();
      Process process =
          start("echo", "A@127.0.0.1:" + port, "--format", "json", "--timeout", "100s");
      try (var _ = silent.accept();
          BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
        signal("INT", process);

        assertThat(codeOf(process)).isEqualTo(130);
        assertThat(out.readLine()).contains("\"outcome\":\"CANCELLED\"");
        assertThat(out.readLine()).isNull();
      }
    }
  }

  @Test
  void aDownstreamThatClosesEndsItQuietly() throws Exception {
    Process listener = start("listen", "--port", "0", "--log", "info");
    String port = listener.inputReader(StandardCharsets.UTF_8).readLine().replaceAll(".*:", "");
    Process process =
        start("echo", "ECHOLOT@127.0.0.1:" + port, "--repeat", "1000000", "--interval", "0s");
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    assertThat(out.readLine()).startsWith("✓");
    out.close();

    assertThat(codeOf(process)).isEqualTo(130);
    assertThat(folder.resolve("err")).content().doesNotContain("Exception");
  }

  @Test
  void withoutADisplayAndWithoutArgumentsItEchoesTheBuiltInServer() throws Exception {
    Process process = start();

    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(codeOf(process)).isZero();
    assertThat(out).startsWith("No display was found").contains("✓ Built-in server");
  }

  @Test
  void aMistakeEndsWithTwo() throws Exception {
    Process process = start("echo", "--nonsense");

    assertThat(codeOf(process)).isEqualTo(2);
    assertThat(folder.resolve("err")).content().hasLineCount(1);
    assertThat(process.getInputStream().readAllBytes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--peers", "--trusted", "--user-secret-file"})
  void anInterruptEndsTheWaitForAFileThatIsAPipe(String option) throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process process =
        option.equals("--peers")
            ? start("peers", "list", option, pipe.toString())
            : start("echo", "A@127.0.0.1:1", "--tls", "--user", "me", option, pipe.toString());
    // Opens when the program opened it to read, which then waits for what never comes.
    try (var _ = new FileOutputStream(pipe.toFile())) {
      signal("INT", process);

      assertThat(codeOf(process)).isEqualTo(130);
    }
  }

  @Test
  void aSecretMayComeOutOfAPipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    Process process =
        start("echo", "A@127.0.0.1:1", "--user", "me", "--user-secret-file", pipe.toString());
    Files.writeString(pipe, "open sesame");

    assertThat(codeOf(process)).isEqualTo(1);
  }
}
