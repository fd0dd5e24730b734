package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.files.FileName;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.peer.HeldPort;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.echolot.realpeers.Tshark;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class EchoCommandTest {

  private final JsonMapper json = JsonMapper.shared();

  @TempDir Path folder;

  private VerificationScp scp;
  private String good;
  private String bad;

  @BeforeEach
  void start() throws IOException {
    scp = VerificationScp.start(ListenerOptions.onLoopback(new AeTitle("SCP"), 0), new Journal());
    good = "SCP@127.0.0.1:" + scp.address().getPort();
    bad = "NOPE@127.0.0.1:" + scp.address().getPort();
  }

  @AfterEach
  void stop() {
    scp.close();
  }

  private CommandLineRun run(int expected, String... args) {
    CommandLineRun run = new CommandLineRun(folder);
    assertThat(run.run(args)).as(run.err()).isEqualTo(expected);
    return run;
  }

  private List<JsonNode> objects(CommandLineRun run) {
    return run.outLines().stream().map(json::readTree).toList();
  }

  private void savePeers() throws IOException {
    Path file = folder.resolve("peers.json");
    Files.writeString(
        file,
        """
        { "version": 1, "callingAe": "MYSELF", "peers": [
          { "name": "Main PACS", "calledAe": "SCP", "host": "127.0.0.1", "port": %1$d,
            "tags": ["radiology", "Berlin"] },
          { "name": "CT 1", "calledAe": "NOPE", "host": "127.0.0.1", "port": %1$d,
            "callingAe": "OTHER", "timeouts": { "connect": "2s" } },
          { "name": "X@y:1", "calledAe": "SCP", "host": "127.0.0.1", "port": %1$d },
          { "name": "Archive", "calledAe": "ARC", "host": "127.0.0.1", "port": %1$d,
            "tls": {}, "tags": ["berlin"] } ] }
        """
            .formatted(scp.address().getPort()));
  }

  @Test
  void aSingleTargetIsShownWithItsStages() {
    CommandLineRun run = run(0, "echo", good);

    assertThat(run.outLines()).hasSize(7);
    assertThat(run.outLines().getFirst()).startsWith("✓ " + good).endsWith("OK");
    assertThat(run.outLines().get(1)).startsWith("  ✓ Resolve");
    assertThat(run.outLines().get(3)).startsWith("  – TLS");
    assertThat(run.outLines().get(6)).startsWith("  ✓ Release").endsWith("confirmed");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aFailureIsExplainedWithWhoseMoveItIsAndWhatToTry() {
    CommandLineRun run = run(1, "echo", bad);

    assertThat(run.out())
        .startsWith("✗ " + bad)
        .contains("[REJECTED_CALLED_AE]", "RJ 1/1/7", "does not recognize \"NOPE\" as one")
        .contains("Whose move: Ours.", "  1. Check the spelling");
  }

  @Test
  void severalTargetsGetALineEachAndASum() {
    CommandLineRun run = run(1, "echo", good, bad);

    assertThat(run.outLines()).anyMatch(line -> line.startsWith("✓ " + good));
    assertThat(run.outLines()).anyMatch(line -> line.startsWith("✗ " + bad));
    assertThat(run.outLines().getLast()).isEqualTo("2 checked: 1 ok, 1 failed");
    assertThat(run.out()).doesNotContain("✓ Resolve");
  }

  @Test
  void repeatsAreNumberedExplainedOnceAndSummedUp() {
    CommandLineRun run = run(1, "echo", bad, "--repeat", "3", "--interval", "0s");

    assertThat(run.outLines()).filteredOn(line -> line.startsWith("✗")).hasSize(3);
    assertThat(run.outLines()).filteredOn(line -> line.contains("Whose move")).hasSize(1);
    assertThat(run.outLines().getLast()).isEqualTo(bad + ": 3 checked: 0 ok, 3 failed");

    CommandLineRun fine = run(0, "echo", good, "--repeat", "3", "--interval", "1ms");
    assertThat(fine.outLines().getLast())
        .startsWith(good + ": 3 checked: 3 ok, 0 failed; min ")
        .contains("median", "max");
  }

  @Test
  void jsonHasTheContractsKeysInItsOrder() {
    CommandLineRun run = run(1, "echo", bad, "--format", "json", "--calling", "ME");

    assertThat(run.outLines()).hasSize(1);
    JsonNode result = objects(run).getFirst();
    assertThat(result.propertyNames())
        .startsWith(
            "name",
            "calledAe",
            "callingAe",
            "host",
            "port",
            "tls",
            "startedAt",
            "outcome",
            "stage",
            "cause",
            "summary",
            "advice",
            "warnings",
            "totalMillis",
            "stages",
            "reject",
            "abort",
            "echoStatus",
            "negotiated")
        .doesNotContain("run");
    assertThat(result.get("name").asString()).isEqualTo(bad);
    assertThat(result.get("calledAe").asString()).isEqualTo("NOPE");
    assertThat(result.get("callingAe").asString()).isEqualTo("ME");
    assertThat(result.get("tls").asBoolean()).isFalse();
    assertThat(result.get("outcome").asString()).isEqualTo("FAILURE");
    assertThat(result.get("stage").asString()).isEqualTo("ASSOCIATE");
    assertThat(result.get("cause").asString()).isEqualTo("REJECTED_CALLED_AE");
    assertThat(result.get("reject"))
        .isEqualTo(json.readTree("{\"result\":1,\"source\":1,\"reason\":7}"));
    assertThat(result.get("abort").isNull()).isTrue();
    assertThat(result.get("negotiated").isNull()).isTrue();
    assertThat(result.get("advice")).isNotEmpty();
    assertThat(result.get("stages")).hasSize(6);
    assertThat(result.get("startedAt").asString())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}[+-]\\d\\d:\\d\\d");
    assertThat(run.out()).containsPattern("\"totalMillis\":\\d+\\.\\d{3},");
    assertThat(Pattern.compile("\"millis\":\\d+\\.\\d{3},").matcher(run.out()).results())
        .hasSize(6);
  }

  @Test
  void jsonOfASuccessHasNoStageAndNoCauseAndWhatWasNegotiated() {
    JsonNode result = objects(run(0, "echo", good, "--format", "json")).getFirst();

    assertThat(result.get("outcome").asString()).isEqualTo("SUCCESS");
    assertThat(result.get("stage").isNull()).isTrue();
    assertThat(result.get("cause").isNull()).isTrue();
    assertThat(result.get("reject").isNull()).isTrue();
    assertThat(result.get("echoStatus").asInt()).isZero();
    assertThat(result.get("negotiated").get("implementationVersionName").asString())
        .startsWith("ECHOLOT");
    assertThat(result.get("negotiated").get("transferSyntax").asString())
        .isEqualTo("1.2.840.10008.1.2");
    assertThat(result.get("negotiated").get("result").asInt()).isZero();
  }

  @Test
  void jsonOfRepeatsTellsTheRunInOrder() {
    List<JsonNode> results =
        objects(
            run(1, "echo", good, bad, "--repeat", "3", "--interval", "0ms", "--format", "json"));

    assertThat(results).hasSize(6);
    assertThat(results)
        .filteredOn(r -> r.get("name").asString().equals(good))
        .extracting(r -> r.get("run").asInt())
        .containsExactly(1, 2, 3);
    assertThat(results)
        .filteredOn(r -> r.get("name").asString().equals(bad))
        .extracting(r -> r.get("run").asInt())
        .containsExactly(1, 2, 3);
  }

  @Test
  void junitIsWellFormedAndCountsFailures() throws Exception {
    CommandLineRun run = run(1, "echo", good, bad, "--format", "junit");

    Document document =
        DocumentBuilderFactory.newDefaultInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(run.out())));
    Element root = document.getDocumentElement();
    assertThat(root.getTagName()).isEqualTo("testsuites");
    assertThat(root.getAttribute("tests")).isEqualTo("2");
    assertThat(root.getAttribute("failures")).isEqualTo("1");
    assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(2);
    Element failure = (Element) document.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo("REJECTED_CALLED_AE");
    assertThat(failure.getAttribute("message")).contains("NOPE");
    assertThat(failure.getTextContent()).contains("Check the spelling");
    assertThat(((Element) failure.getParentNode()).getAttribute("name")).isEqualTo(bad);
  }

  @Test
  void prometheusHasEachMetricOnceAndTheCauseAsALabel() {
    CommandLineRun run = run(1, "echo", good, bad, "--format", "prometheus");

    assertThat(run.outLines())
        .filteredOn(line -> line.startsWith("# TYPE"))
        .doesNotHaveDuplicates()
        .contains(
            "# TYPE echolot_echo_success gauge", "# TYPE echolot_echo_duration_seconds gauge");
    assertThat(run.outLines())
        .filteredOn(line -> !line.startsWith("#"))
        .allMatch(line -> line.matches("[a-z_]+\\{([a-z_]+=\"[^\"]*\",?)+} [0-9.]+"));
    assertThat(run.outLines())
        .anyMatch(l -> l.startsWith("echolot_echo_success{name=\"" + good) && l.endsWith(" 1"))
        .anyMatch(l -> l.startsWith("echolot_echo_success{name=\"" + bad) && l.endsWith(" 0"))
        .anyMatch(l -> l.contains("cause=\"REJECTED_CALLED_AE\""))
        .anyMatch(l -> l.contains("stage=\"ECHO\""));
    assertThat(run.out()).endsWith("\n");
  }

  @Test
  void aTicketHasBothTitlesTheNumbersAndTheLogOfItsCheckAlone() {
    CommandLineRun run = run(1, "echo", good, bad, "--format", "ticket");

    String ticket =
        Pattern.compile("^-{72}$", Pattern.MULTILINE)
            .splitAsStream(run.out())
            .filter(text -> text.contains("\"" + bad + "\" failed"))
            .findFirst()
            .orElseThrow();
    assertThat(ticket)
        .contains("\"NOPE\"", "\"ECHOLOT\"", "result 1", "source 1", "reason 7")
        .contains("Began", "Requesting association: ECHOLOT → NOPE", "Echolot ")
        .doesNotContain("Requesting association: ECHOLOT → SCP");
  }

  @Test
  void aTicketCanBeMarkdownWithNamesHidden() {
    CommandLineRun run =
        run(
            1,
            "echo",
            bad,
            "--calling",
            "OURSTATION",
            "--format",
            "ticket-markdown",
            "--hide-names");

    assertThat(run.out())
        .startsWith("## DICOM C-ECHO to \"`AE-1@192.0.2.1:")
        .contains("| Called AE title | \"AE-1\" |", "rejected")
        .doesNotContain("NOPE", "OURSTATION", "127.0.0.1");
  }

  @Test
  void aTicketOfARepeatedCheckSaysWhenItLastWorked() throws IOException {
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> line.serveEcho(),
            line -> {
              line.receive(AssociateRq.class);
              line.send(new AssociateRj(1, 1, 3));
              line.discardUntilClosed();
            })) {
      CommandLineRun run =
          run(
              1,
              "echo",
              "A@127.0.0.1:" + peer.port(),
              "--repeat",
              "2",
              "--interval",
              "0s",
              "--format",
              "ticket");

      assertThat(run.out())
          .containsOnlyOnce("When it last worked")
          .contains(
              "Changed since:       The answer to the association request was an acceptance,"
                  + " but is now a rejection (1/1/3)");
    }
  }

  /** What works now and did not a moment ago may fail again. */
  @Test
  void aTicketOfARepeatedCheckThatRecoveredSaysThatItFailedBefore() throws IOException {
    Script rejects =
        line -> {
          line.receive(AssociateRq.class);
          line.send(new AssociateRj(1, 1, 3));
          line.discardUntilClosed();
        };
    try (ScriptedPeer peer =
        ScriptedPeer.playing(rejects, line -> line.serveEcho(), line -> line.serveEcho())) {
      CommandLineRun run = new CommandLineRun(folder);
      String[] saved = {"--format", "ticket", "--ticket", "t.txt", "--hide-names"};
      String[] all = {"echo", "A@127.0.0.1:" + peer.port(), "--repeat", "3", "--interval", "0s"};
      assertThat(run.run(Stream.of(all, saved).flatMap(Stream::of).toArray(String[]::new)))
          .as(run.err())
          .isEqualTo(1);

      Pattern before =
          Pattern.compile("The check before: +failed at 20.* \\(REJECTED_CALLING_AE\\)\\.");
      assertThat(before.matcher(run.out()).results()).hasSize(1);
      assertThat(before.matcher(Files.readString(folder.resolve("t.txt"))).results()).hasSize(1);
    }
  }

  @Test
  void ticketsAreSavedInTheFormatThatTheFilesNameEndsIn() throws IOException {
    String[] files = {"t.txt", "t.md", "t.zip", "one.zip"};
    for (String file : files) {
      boolean isOne = file.startsWith("one");
      CommandLineRun run = new CommandLineRun(folder);
      assertThat(
              run.run(
                  isOne
                      ? new String[] {"echo", bad, "--ticket", file}
                      : new String[] {"echo", good, bad, "--ticket", file}))
          .as(run.err())
          .isEqualTo(1);
    }

    assertThat(Files.readString(folder.resolve("t.txt")))
        .contains("\" failed\n", "\" succeeded\n", "-".repeat(72));
    assertThat(Files.readString(folder.resolve("t.md"))).contains("## DICOM C-ECHO", "\n---\n");
    assertThat(entries("t.zip"))
        .containsExactly(
            Stream.concat(
                    Stream.of("001 " + FileName.of(good), "002 " + FileName.of(bad))
                        .flatMap(
                            peer ->
                                Stream.of("ticket.txt", "ticket.md", "log.txt", "capture.pcapng")
                                    .map(file -> peer + "/" + file)),
                    Stream.of("summary.txt", "summary.md"))
                .toArray(String[]::new));
    assertThat(entries("one.zip"))
        .containsExactly("ticket.txt", "ticket.md", "log.txt", "capture.pcapng");
  }

  private List<String> entries(String zip) throws IOException {
    try (ZipFile file = new ZipFile(folder.resolve(zip).toFile())) {
      return file.stream().map(ZipEntry::getName).toList();
    }
  }

  @Test
  void everyCheckIsInTheCaptureThatHadAConnection() throws IOException {
    try (HeldPort closed = HeldPort.open()) {
      run(
          1,
          "echo",
          good,
          bad,
          "A@127.0.0.1:" + closed.number(),
          "--repeat",
          "2",
          "--interval",
          "0s",
          "--capture",
          "c.pcapng");
    }

    List<String> packets = Tshark.summaries(folder.resolve("c.pcapng"));
    assertThat(packets).filteredOn(p -> p.startsWith("DICOM A-ASSOCIATE request")).hasSize(4);
    assertThat(packets).filteredOn(p -> p.startsWith("DICOM A-ASSOCIATE reject")).hasSize(2);
    assertThat(Tshark.complaints(folder.resolve("c.pcapng"))).isEmpty();
  }

  @Test
  void aRunThatIsStoppedLosesNothingOfItsCapture() throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.playing(line -> line.serveEcho(), Line::staySilent)) {
      CommandLineRun run =
          new CommandLineRun(
              folder,
              new EchoEngine() {
                private final EchoEngine own = new OwnEngine();
                private int checks;

                @Override
                public String name() {
                  return own.name();
                }

                @Override
                public CheckResult check(
                    CheckRequest request, CheckListener listener, StopSignal stop) {
                  return ++checks == 1
                      ? own.check(request, listener, stop)
                      : own.check(request, new StopsOnceSent(listener), stop);
                }
              });
      stopWhenSent = () -> run.interrupted().stop();
      int code =
          run.run(
              "echo",
              "A@127.0.0.1:" + peer.port(),
              "--repeat",
              "9",
              "--interval",
              "0s",
              "--timeout",
              "50s",
              "--capture",
              "c.pcapng");

      assertThat(code).isEqualTo(130);
    }
    assertThat(Tshark.summaries(folder.resolve("c.pcapng")))
        .filteredOn(p -> p.startsWith("DICOM A-ASSOCIATE request"))
        .hasSize(2);
  }

  private Runnable stopWhenSent = () -> {};

  /** Interrupts the run as soon as the peer has our request. */
  private final class StopsOnceSent implements CheckListener {
    private final CheckListener next;

    StopsOnceSent(CheckListener next) {
      this.next = next;
    }

    @Override
    public void told(CheckEvent event) {
      next.told(event);
      if (event instanceof InAssociation(PduSent _)) {
        stopWhenSent.run();
      }
    }
  }

  @Test
  void theLogGoesToStandardErrorAtTheLevelAskedFor() {
    CommandLineRun info = run(0, "echo", good, "--log", "info");
    assertThat(info.err()).contains("Requesting association").doesNotContain("BEGIN A-ASSOCIATE");
    assertThat(info.out()).doesNotContain("Requesting association");

    assertThat(run(0, "echo", good, "--log", "debug").err()).contains("BEGIN A-ASSOCIATE-RQ");
    assertThat(run(0, "echo", good, "--log", "trace").err()).contains("A-ASSOCIATE-RQ sent");
  }

  @Test
  void aSavedPeerIsFoundWithoutRegardToCaseAndBringsItsTitles() throws IOException {
    savePeers();
    JsonNode result =
        objects(run(1, "echo", "ct 1", "--format", "json", "--peers", "peers.json")).getFirst();

    assertThat(result.get("name").asString()).isEqualTo("CT 1");
    assertThat(result.get("callingAe").asString()).isEqualTo("OTHER");
  }

  @Test
  void aSavedPeerNamedLikeAnAddressGoesBeforeTheAddress() throws IOException {
    savePeers();
    JsonNode result =
        objects(run(0, "echo", "X@y:1", "--format", "json", "--peers", "peers.json")).getFirst();

    assertThat(result.get("host").asString()).isEqualTo("127.0.0.1");
    assertThat(result.get("callingAe").asString()).isEqualTo("MYSELF");
  }

  @Test
  void allAndTagsChooseAmongTheSavedPeers() throws IOException {
    savePeers();
    assertThat(names("--all")).containsExactlyInAnyOrder("Main PACS", "CT 1", "X@y:1", "Archive");
    assertThat(names("--tag", "berlin")).containsExactlyInAnyOrder("Main PACS", "Archive");
  }

  private List<String> names(String... choice) {
    List<String> args = new ArrayList<>(List.of("echo", "--peers", "peers.json"));
    args.addAll(List.of(choice));
    args.addAll(List.of("--format", "json"));
    return objects(run(1, args.toArray(String[]::new))).stream()
        .map(result -> result.get("name").asString())
        .toList();
  }

  @Test
  void anUnknownNameIsToldWithSimilarOnes() throws IOException {
    savePeers();
    CommandLineRun run = run(2, "echo", "--peers", "peers.json", "Mian PACS");

    assertThat(run.errLines()).hasSize(1).first().asString().contains("did you mean 'Main PACS'?");
  }

  @Test
  void aBrokenFileThatNobodyAskedForHoldsUpNoCheckOfAnAddress() throws IOException {
    Path own = Files.createDirectories(folder.resolve("echolot"));
    Files.writeString(own.resolve("peers.json"), "{");
    CommandLineRun run = run(0, "echo", good);

    assertThat(run.out()).startsWith("✓ " + good);
    assertThat(run.errLines()).hasSize(1);
  }

  @Test
  void peersListShowsATableOrJson() throws IOException {
    savePeers();
    CommandLineRun table = run(0, "peers", "list", "--peers", "peers.json");
    assertThat(table.outLines()).hasSize(5);
    assertThat(table.outLines().getFirst()).startsWith("NAME").endsWith("TAGS");
    assertThat(table.outLines().get(1))
        .matches("Main PACS +SCP +127.0.0.1:\\d+ +MYSELF +no +radiology, Berlin");
    assertThat(table.outLines().get(4)).contains("ARC", "yes");

    List<JsonNode> objects =
        objects(run(0, "peers", "list", "--peers", "peers.json", "--format", "json"));
    assertThat(objects).hasSize(4);
    assertThat(objects.get(1).get("callingAe").asString()).isEqualTo("OTHER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "junit", "prometheus", "ticket", "ticket-markdown"})
  void resultsThatCouldNotBeWrittenAreNoSuccess(String format) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };

    int code = new CommandLineRun(folder).run(full, "echo", good, "--format", format);

    assertThat(code).isNotZero();
  }

  @Test
  void aReaderThatGoesAwayEndsItEarlyAndWithOneLine() {
    CommandLineRun run = new CommandLineRun(folder);
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };

    int code = run.run(gone, "echo", good, "--repeat", "1000000", "--interval", "0s");

    assertThat(code).isEqualTo(130);
    assertThat(run.errLines()).hasSize(1);
  }

  @Test
  void aStopPrintsWhatRunsAndWaitsAsCancelledAndEndsWith130() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
      int port = silent.getLocalPort();
      CommandLineRun run = new CommandLineRun(folder);
      Thread stopper =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (var _ = silent.accept()) {
                      run.interrupted().stop();
                      // The peer stays silent until the test is over.
                      new java.util.concurrent.CountDownLatch(1).await();
                    } catch (IOException | InterruptedException _) {
                      // The test is over.
                    }
                  });
      int code =
          run.run(
              "echo",
              "A@127.0.0.1:" + port,
              "B@127.0.0.1:" + port,
              "--format",
              "json",
              "--repeat",
              "5",
              "--timeout",
              "50s");
      stopper.interrupt();

      assertThat(code).isEqualTo(130);
      assertThat(objects(run))
          .hasSize(2)
          .allMatch(result -> result.get("outcome").asString().equals("CANCELLED"))
          .allMatch(result -> result.get("cause").isNull());
    }
  }

  @Test
  void withoutADisplayTheBuiltInServerIsEchoed() throws InterruptedException {
    CommandLineRun run = new CommandLineRun(folder);
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();

    assertThat(SelfEcho.run(run.environment(out))).isZero();
    assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8))
        .startsWith("✓ Built-in server");
  }
}
