package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.echolot.realpeers.Echoscu;
import org.echolot.report.CallReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ListenCommandTest {

  @TempDir Path folder;

  /** A listener that runs in a thread of its own. */
  private static final class Listening {
    final CommandLineRun run;
    final CompletableFuture<Integer> code;

    Listening(Path folder, String... args) {
      run = new CommandLineRun(folder);
      code = CompletableFuture.supplyAsync(() -> run.run(args), r -> Thread.ofVirtual().start(r));
    }

    int awaitPort() {
      await().atMost(Duration.ofSeconds(20)).until(() -> run.out().contains("\n"));
      return Integer.parseInt(run.out().strip().replaceAll(".*:", ""));
    }
  }

  @Test
  void saysWhereItListensAndAnswersUntilTheSystemStopsIt() {
    Listening listening = new Listening(folder, "listen", "--ae", "MY SCP", "--port", "0");
    int port = listening.awaitPort();
    assertThat(listening.run.out()).isEqualTo("listening as MY SCP on 127.0.0.1:" + port + "\n");

    assertThat(new CommandLineRun(folder).run("echo", "MY SCP@127.0.0.1:" + port)).isZero();
    assertThat(new CommandLineRun(folder).run("echo", "OTHER@127.0.0.1:" + port)).isEqualTo(1);

    listening.run.terminated().stop();
    assertThat(listening.code.join()).isZero();
    assertThat(listening.run.err()).contains("Association requested: ECHOLOT → MY SCP");
    CommandLineRun later = new CommandLineRun(folder);
    assertThat(later.run("echo", "MY SCP@127.0.0.1:" + port)).isEqualTo(1);
    assertThat(later.out()).contains("CONNECTION_REFUSED");
  }

  @Test
  void takesAnyCalledTitleAndRefusesCallersThatAreNotListed() {
    Listening listening =
        new Listening(
            folder, "listen", "--port", "0", "--any-called", "--accept-calling", "ONE,TWO");
    String target = "WHATEVER@127.0.0.1:" + listening.awaitPort();

    assertThat(new CommandLineRun(folder).run("echo", target, "--calling", "TWO")).isZero();
    CommandLineRun refused = new CommandLineRun(folder);
    assertThat(refused.run("echo", target, "--calling", "THREE")).isEqualTo(1);
    assertThat(refused.out()).contains("REJECTED_CALLING_AE");

    listening.run.interrupted().stop();
    assertThat(listening.code.join()).isEqualTo(130);
  }

  @Test
  void aPortThatIsTakenIsToldInOneLine() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      CommandLineRun run = new CommandLineRun(folder);

      assertThat(run.run("listen", "--port", String.valueOf(taken.getLocalPort()))).isEqualTo(2);
      assertThat(run.errLines())
          .hasSize(1)
          .first()
          .asString()
          .contains("127.0.0.1:" + taken.getLocalPort());
      assertThat(run.out()).isEmpty();
    }
  }

  private String history(String... options) {
    CommandLineRun run = new CommandLineRun(folder);
    String[] args = Stream.concat(Stream.of("history"), Stream.of(options)).toArray(String[]::new);
    assertThat(run.run(args)).as(run::err).isZero();
    return run.out();
  }

  @Test
  void whoCalledIsInTheHistoryWithItsPeerOrUnderItsAddress() {
    CommandLineRun known = new CommandLineRun(folder);
    assertThat(
            known.run("listen", "--port", "0", "--for", "1ms", "--peers", folder + "/nowhere.json"))
        .as("a peers file that was named has to be there")
        .isEqualTo(2);
    Listening listening = new Listening(folder, "listen", "--port", "0");
    String target = "ECHOLOT@127.0.0.1:" + listening.awaitPort();
    assertThat(new CommandLineRun(folder).run("echo", "--no-history", target, "--calling", "CT1"))
        .isZero();
    assertThat(
            new CommandLineRun(folder)
                .run("echo", "--no-history", target.replace("ECHOLOT@", "OTHER@")))
        .isEqualTo(1);
    listening.run.terminated().stop();
    assertThat(listening.code.join()).isZero();

    assertThat(history().lines())
        .hasSize(2)
        .allMatch(line -> line.contains("  ← 127.0.0.1  "))
        .anyMatch(line -> line.contains("OK: CT1 → ECHOLOT: accepted"))
        .anyMatch(line -> line.contains("refused by us: ECHOLOT → OTHER: rejected 1/1/7"));
    assertThat(history("127.0.0.1").lines()).hasSize(2);
    assertThat(history("127.0.0.2")).isEmpty();
    assertThat(history("--calls", "--format", "csv").split("\r\n"))
        .hasSize(3)
        .startsWith(CallReport.CSV_HEADER);
    assertThat(history("--calls", "--format", "json").lines())
        .hasSize(2)
        .anyMatch(line -> line.contains("\"callingAe\":\"CT1\""))
        .anyMatch(line -> line.contains("\"fate\":\"REFUSED\""));
    assertThat(history("--format", "json")).as("scripts read checks alone").isEmpty();
  }

  @Test
  void nobodyIsKeptWhereThatIsNotWanted() {
    Listening listening = new Listening(folder, "listen", "--port", "0", "--no-history");
    String target = "ECHOLOT@127.0.0.1:" + listening.awaitPort();
    assertThat(new CommandLineRun(folder).run("echo", "--no-history", target)).isZero();
    listening.run.terminated().stop();
    assertThat(listening.code.join()).isZero();

    assertThat(history("--calls")).isEmpty();
  }

  private void savePeer(String host) throws IOException {
    Files.writeString(
        folder.resolve("peers.json"),
        "{\"version\":1,\"callingAe\":\"WORKSTATION1\",\"peers\":[{\"name\":\"CT 1\","
            + "\"calledAe\":\"CT1\",\"host\":\""
            + host
            + "\",\"port\":104}]}");
  }

  @Test
  void theExpectedPeerEndsTheWaitingAndOthersAreToldWhatDoesNotFit() throws IOException {
    savePeer("127.0.0.1");
    Listening listening =
        new Listening(folder, "listen", "--port", "0", "--peers", "peers.json", "--expect", "CT 1");
    int port = listening.awaitPort();

    assertThat(Echoscu.run(port, "ECHOLOT", "-aet", "ct1").exitCode()).isEqualTo(1);
    await()
        .untilAsserted(
            () ->
                assertThat(listening.run.out())
                    .contains("✗ Somebody called, but not as expected: ct1 → ECHOLOT: rejected")
                    .contains("At CT 1, enter WORKSTATION1 as the AE title of this computer.")
                    .contains("only upper and lower case differ"));
    assertThat(Echoscu.run(port, "WORKSTATION1", "-aet", "CT1").exitCode()).isZero();

    assertThat(listening.code.join()).isZero();
    assertThat(listening.run.out()).contains("✓ CT 1 reaches us: CT1 → WORKSTATION1: accepted");
  }

  @Test
  void anExpectedPeerThatDoesNotCallInTimeEndsWithOne() throws IOException {
    savePeer("127.0.0.1");

    assertThat(
            new CommandLineRun(folder)
                .run(
                    "listen",
                    "--port",
                    "0",
                    "--peers",
                    "peers.json",
                    "--expect",
                    "CT 1",
                    "--for",
                    "1ms"))
        .isEqualTo(1);
  }

  @Test
  void aPeerElsewhereIsNotWaitedForWhereItCannotCall() throws IOException {
    savePeer("192.0.2.1");
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("listen", "--port", "0", "--peers", "peers.json", "--expect", "CT 1"))
        .isEqualTo(2);
    assertThat(run.err()).contains("CT 1 is not on this computer and cannot call 127.0.0.1");
  }
}
