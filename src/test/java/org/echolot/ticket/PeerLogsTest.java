package org.echolot.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echolot.capture.Recording;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.check.SideQuestion;
import org.echolot.check.Timeouts;
import org.echolot.check.diagnosis.Variant;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.logs.LogCatalog;
import org.echolot.logs.LogExplainer;
import org.echolot.logs.LogPatterns;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.OrthancServer;
import org.echolot.realpeers.RealPeer;
import org.echolot.realpeers.TlsKey;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What we say that servers write into their logs, they write. */
@Timeout(120)
class PeerLogsTest {

  private static final Pattern KEY =
      Pattern.compile(
          "([A-Z_]+?)(?:\\.([A-Z]+|[a-z-]+|\\d-\\d-\\d))?\\.(?:none|like|(\\w+)\\.(\\d))");

  @TempDir private Path folder;

  private final OwnEngine engine = new OwnEngine();

  private CheckResult check(int port, String called) {
    CheckRequest request =
        CheckRequest.of("peer", new AeTitle(called), new AeTitle("ECHOLOT"), "127.0.0.1", port)
            .withTimeouts(Timeouts.all(Duration.ofSeconds(20)));
    return engine.check(request, CheckListener.NONE, new StopSignal());
  }

  /** The lines of its log that are quoted for the server; those of each hint are alternatives. */
  private static List<Pattern> quoted(CheckResult result, String server) {
    return PeerLogs.load().quotedLines(result, server).stream()
        .map(
            line ->
                Pattern.compile(
                    Stream.of(line.split("…", -1))
                        .map(Pattern::quote)
                        .collect(Collectors.joining(".*"))))
        .toList();
  }

  /** The server may write a moment after it answered. */
  private static void assertWrites(RealPeer peer, Pattern line) {
    await(line + " in the log of " + peer.log())
        .atMost(Duration.ofSeconds(20))
        .until(() -> line.matcher(peer.log()).find());
  }

  private static void signal(RealPeer peer, String signal) throws Exception {
    Process kill =
        new ProcessBuilder("kill", "-" + signal, String.valueOf(peer.process().pid())).start();
    assertThat(kill.waitFor()).isZero();
  }

  private static String ticket(CheckResult result) {
    return Tickets.of(new Evidence(result, Recording.EMPTY, null), TicketFormat.TEXT, null);
  }

  /**
   * A server that hung and goes on writes of our question, too; the ticket says that it is ours.
   */
  @Test
  void whatOurQuestionForTlsLeavesInALogIsSaidToBeOurs() throws Exception {
    try (RealPeer orthanc = OrthancServer.plain().start()) {
      signal(orthanc, "STOP");
      CheckRequest request =
          CheckRequest.of(
                  "peer", new AeTitle("A"), new AeTitle("ECHOLOT"), "127.0.0.1", orthanc.port())
              .withTimeouts(Timeouts.all(Duration.ofSeconds(1)));
      CheckResult result = engine.check(request, CheckListener.NONE, new StopSignal());
      signal(orthanc, "CONT");

      assertThat(result.cause()).isEqualTo(Cause.ASSOCIATE_TIMEOUT);
      SideQuestion asked = result.observed().sideQuestions().getFirst();
      assertThat(asked.kind()).isEqualTo(SideQuestion.Kind.TLS);
      assertThat(asked.at()).isAfter(result.startedAt().toInstant());
      assertWrites(orthanc, Pattern.compile(Pattern.quote("Unrecognized PDU type: 16")));
      assertThat(ticket(result))
          .contains(
              "\"Unrecognized PDU type: 16\" (16H begins TLS): that line comes from our probe.")
          .contains(
              "At " + TicketMaker.TIME.format(asked.at().atOffset(result.startedAt().getOffset())))
          .containsPattern("Took: +1\\.0 s, then .* to probe for TLS");
    }
  }

  /** Who does not know the header of the PROXY protocol stumbles over its first byte. */
  @Test
  void whatOurQuestionLeavesInALogBeginsWithTheHeaderThatWasSentBefore() {
    CheckResult with = closed(Approach.ProxyHeader.V1);

    assertThat(ticket(with))
        .contains("sent the header of the PROXY protocol, and sent a TLS ClientHello")
        .contains("(16H begins TLS), or as type 50 if it does not expect the header");
    assertThat(ticket(closed(Approach.ProxyHeader.V2))).contains("or as type d if it does not");
    assertThat(ticket(closed(null)))
        .contains("(16H begins TLS): that line comes from our probe")
        .doesNotContain("the header of the PROXY protocol, and");
    assertThat(lines(with)).noneMatch(line -> line.contains("expects a PROXY header"));
    assertThat(lines(closed(null)))
        .as("it was asked behind a header, too")
        .noneMatch(line -> line.contains("expects a PROXY header"));
  }

  /** Of a peer that closes whatever comes. */
  private CheckResult closed(Approach.@Nullable ProxyHeader header) {
    try (ScriptedPeer peer = ScriptedPeer.alwaysPlaying(Line::receiveSomeOrEnd)) {
      Approach plain = Approach.PLAIN;
      CheckResult result =
          engine.check(
              CheckRequest.of(
                      "peer", new AeTitle("A"), new AeTitle("ECHOLOT"), "127.0.0.1", peer.port())
                  .withApproach(
                      new Approach(
                          plain.contexts(),
                          plain.syntaxes(),
                          plain.maxPduLength(),
                          plain.aborts(),
                          plain.proxy(),
                          header,
                          plain.looksAtNetwork())),
              CheckListener.NONE,
              new StopSignal());
      assertThat(result.cause()).isEqualTo(Cause.CLOSED_BEFORE_REPLY);
      return result;
    }
  }

  @Test
  void orthancRejectsAWrongCalledTitle() {
    try (RealPeer orthanc = OrthancServer.plain().with("DicomCheckCalledAet", "true").start()) {
      CheckResult result = check(orthanc.port(), "ORTHANX");
      assertThat(result.cause()).isEqualTo(Cause.REJECTED_CALLED_AE);

      List<Pattern> lines = quoted(result, "Orthanc");
      assertThat(lines).hasSize(1);
      assertWrites(orthanc, lines.getFirst());
    }
  }

  @Test
  void orthancAbortsTheEchoOfAnUnknownCaller() {
    try (RealPeer orthanc = OrthancServer.plain().with("DicomAlwaysAllowEcho", "false").start()) {
      CheckResult result = check(orthanc.port(), OrthancServer.AE);
      assertThat(result.cause()).isEqualTo(Cause.ABORTED);
      assertThat(result.stage()).isEqualTo(CheckStage.ECHO);

      List<Pattern> lines = quoted(result, "Orthanc");
      assertThat(lines).hasSize(3); // the last is for a caller with another address
      assertWrites(orthanc, lines.get(0));
      assertWrites(orthanc, lines.get(1));
    }
  }

  @Test
  void dcmqrscpRejectsATitleThatItDoesNotHave() {
    try (RealPeer dcmqrscp = DcmtkServer.dcmqrscp("ECHOLOT")) {
      CheckResult result = check(dcmqrscp.port(), "NOBODY");
      assertThat(result.cause()).isEqualTo(Cause.REJECTED_CALLED_AE);

      List<Pattern> lines = quoted(result, "DCMTK");
      assertThat(lines).hasSize(4); // then those for another address, and of another program
      lines.subList(0, 2).forEach(line -> assertWrites(dcmqrscp, line));
    }
  }

  @Test
  void storescpRefusesWithoutAReason() {
    try (RealPeer storescp = DcmtkServer.storescp("--refuse")) {
      CheckResult result = check(storescp.port(), "ANY");
      assertThat(result.cause()).isEqualTo(Cause.REJECTED_NO_REASON);

      List<Pattern> lines = quoted(result, "DCMTK");
      assertThat(lines).hasSize(3); // the last is of another program
      lines.subList(0, 2).forEach(line -> assertWrites(storescp, line));
    }
  }

  @Test
  void eachKeyIsOfACauseAStageAndAServerThatExist() {
    PeerLogs logs = PeerLogs.load();
    assertThat(logs.keys())
        .isNotEmpty()
        .allSatisfy(
            key -> {
              Matcher parts = KEY.matcher(key);
              assertThat(parts.matches()).as(key).isTrue();
              assertThat(Stream.of(Cause.values()).map(Enum::name)).contains(parts.group(1));
              String particular = parts.group(2);
              if (particular != null && !Character.isDigit(particular.charAt(0))) {
                assertThat(
                        Stream.concat(
                            Stream.of(CheckStage.values()).map(Enum::name),
                            Stream.of(Variant.values())
                                .filter(variant -> variant.cause().name().equals(parts.group(1)))
                                .map(Variant::key)))
                    .contains(particular);
              }
              if (parts.group(3) != null) {
                assertThat(PeerLogs.SERVERS).contains(parts.group(3));
              }
            });
  }

  @Test
  void allThatIsWrittenIsReadAndFilled() {
    int count = 0;
    for (Cause cause : Cause.values()) {
      for (CheckStage stage : CheckStage.values()) {
        CheckResult like = TicketsTest.failed(cause, stage);
        for (PeerLogs.Hint hint : PeerLogs.load().hints(like, null)) {
          assertThat(hint.lines()).allMatch(line -> !line.contains("{") && !line.isBlank());
          count += hint.lines().size();
        }
      }
    }
    assertThat(count).isGreaterThan(PeerLogs.load().keys().size());
  }

  @Test
  void everyCauseHasHintsForEachServerOrAReasonWhyNot() {
    for (Cause cause : Cause.values()) {
      CheckResult failed = TicketsTest.failed(cause, CheckStage.ASSOCIATE);
      List<String> servers =
          PeerLogs.load().hints(failed, null).stream()
              .flatMap(hint -> Stream.of(hint.server().split(", ", -1)))
              .toList();
      if (PeerLogs.load().whyNothing(failed) == null) {
        assertThat(servers)
            .as(cause.name())
            .containsExactly("Orthanc", "DCMTK", "dcm4che", "Other systems");
      } else {
        assertThat(servers).as(cause.name()).isEmpty();
      }
    }
  }

  private static List<String> lines(CheckResult result) {
    return PeerLogs.load().hints(result, null).stream()
        .flatMap(hint -> hint.lines().stream())
        .toList();
  }

  /** A text that is there for a case in particular, and one that another case shares. */
  @Test
  void whatAHintNamesAsItsLikeIsThere() {
    PeerLogs logs = PeerLogs.load();
    for (Variant variant : Variant.values()) {
      CheckResult like =
          TicketsTest.meaning(TicketsTest.failed(variant.cause(), CheckStage.ECHO), variant.key());
      assertThat(logs.hints(like).isEmpty())
          .as("%s", variant)
          .isEqualTo(logs.whyNothing(like) != null);
    }
  }

  /** What a peer says of itself tells whose log it has. */
  @ParameterizedTest
  @CsvSource({
    "1.2.276.0.7230010.3.0.3.6.7, OFFIS_DCMTK_367, 'Orthanc, DCMTK'",
    "1.2.40.0.13.1.3, dcm4che-5.31.0, dcm4che",
    "1.2.40.0.13.1.1.99, , dcm4che",
    "1.2.826.0.1.3680043.9.3811.3.0.1, PYNETDICOM_301, Other systems",
    "1.3.6.1.4.1.30071.8, fo-dicom 5.1.2, Other systems",
    "1.2.3, PACS_1, Other systems",
    ", , 'Orthanc, DCMTK, dcm4che, Other systems'"
  })
  void whatIsLookedForFitsTheSoftwareThatThePeerAnnounces(
      @Nullable String uid, @Nullable String name, String servers) {
    CheckResult failed = TicketsTest.failed(Cause.CLOSED_DURING_ECHO, CheckStage.ECHO);

    assertThat(
            PeerLogs.load().hints(failed, new Negotiated(uid, name, 16_384L, null, 0)).stream()
                .map(PeerLogs.Hint::server)
                .collect(Collectors.joining(", ")))
        .isEqualTo(servers);
  }

  /** Between two programs on one computer there is no network. */
  @Test
  void onOneComputerNothingIsLostInTransit() {
    for (Cause cause :
        List.of(Cause.ASSOCIATE_TIMEOUT, Cause.ECHO_TIMEOUT, Cause.CLOSED_DURING_ECHO)) {
      CheckResult far = TicketsTest.failed(cause, CheckStage.ECHO);
      CheckResult near = TicketsTest.onOneComputer(far);

      assertThat(lines(far))
          .anyMatch(line -> line.contains("device in between") || line.contains("in transit"));
      assertThat(lines(near))
          .isNotEmpty()
          .noneMatch(line -> line.contains("device in between") || line.contains("in transit"))
          .noneMatch(line -> line.contains("{") || line.contains("  "));
    }
  }

  /** Numbers that a server does not reject with are not looked for in its log. */
  @ParameterizedTest
  @CsvSource({
    "REJECTED_BUSY, 1/3/1, 'result: 1 - rejected-permanent, source: 3 - service-provider"
        + " (Presentation related function), reason: 1 - temporary-congestion', CannotFork",
    "REJECTED_BUSY, 2/3/2, 'result: 2 - rejected-transient, source: 3 - service-provider"
        + " (Presentation related function), reason: 2 - local-limit-exceeded',"
        + " TooManyAssociations",
    "REJECTED_BUSY, 2/3/1, 'result: 2 - rejected-transient, source: 3 - service-provider"
        + " (Presentation related function), reason: 1 - temporary-congestion', do not reject with"
        + " 2/3/1",
    "REJECTED_CALLING_AE, 2/1/3, 'result: 2 - rejected-transient, source: 1 - service-user, reason:"
        + " 3 - calling-AE-title-not-recognized', do not reject with 2/1/3",
    "REJECTED_OTHER, 9/1/10, 'result: 9, source: 1 - service-user, reason: 10]', do not reject with"
        + " 9/1/10"
  })
  void whatIsLookedForFitsTheNumbersOfTheRejection(
      Cause cause, String numbers, String dcm4che, String dcmtk) {
    String[] parts = numbers.split("/", -1);
    AssociateRj reject =
        new AssociateRj(
            Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
    assertThat(lines(TicketsTest.rejected(cause, reject)))
        .anyMatch(line -> line.contains("A-ASSOCIATE-RJ[" + dcm4che))
        .anyMatch(line -> line.contains(dcmtk));
  }

  /** Who began to answer had the connection, and read our request. */
  @ParameterizedTest
  @EnumSource(
      names = {
        "ASSOCIATE_PARTIAL",
        "ASSOCIATE_DRIPS",
        "ASSOCIATE_OVERLONG",
        "ECHO_PARTIAL",
        "ECHO_DRIPS",
        "ECHO_OVERLONG",
        "ECHO_ENDLESS",
        "CLOSED_DURING_REPLY",
        "CLOSED_AFTER_OVERLONG",
        "CLOSED_LATE",
        "CLOSED_OVER_TLS",
        "CLOSED_WITHOUT_TLS",
        "TLS_BEGAN"
      })
  void whoBeganToAnswerIsNotSaidToHaveReadNothing(Variant variant) {
    CheckResult result =
        TicketsTest.meaning(TicketsTest.failed(variant.cause(), CheckStage.ECHO), variant.key());

    assertThat(lines(result))
        .isNotEmpty()
        .noneMatch(
            line ->
                line.contains("is stuck")
                    || line.contains("did not read")
                    || line.contains("lost in transit")
                    || line.contains("TCP wrapper")
                    || line.contains("blacklist"));
  }

  /** What was acknowledged was not lost; what was not did not arrive. */
  @Test
  void whatIsKnownOfTheDeliveryIsNotDoubted() {
    for (Variant variant : List.of(Variant.ASSOCIATE_ACKNOWLEDGED, Variant.ECHO_ACKNOWLEDGED)) {
      assertThat(
              lines(
                  TicketsTest.meaning(
                      TicketsTest.failed(variant.cause(), CheckStage.ECHO), variant.key())))
          .noneMatch(line -> line.contains("lost in transit"));
    }
    for (Variant variant : List.of(Variant.ASSOCIATE_UNACKNOWLEDGED, Variant.ECHO_GONE)) {
      assertThat(
              lines(
                  TicketsTest.meaning(
                      TicketsTest.failed(variant.cause(), CheckStage.ECHO), variant.key())))
          .isNotEmpty()
          .allMatch(line -> line.contains("did not arrive"));
    }
  }

  /** What was acknowledged was not lost, whatever else is thought of. */
  @Test
  void aRequestThatWasAcknowledgedIsNotSaidToBeLost() {
    CheckResult late =
        TicketsTest.meaning(
            TicketsTest.failed(Cause.ASSOCIATE_TIMEOUT, CheckStage.ASSOCIATE), "user-identity");

    assertThat(lines(late)).anyMatch(line -> line.contains("lost in transit"));
    assertThat(lines(TicketsTest.acknowledged(late)))
        .isNotEmpty()
        .noneMatch(line -> line.contains("lost in transit"));
  }

  @Test
  void aDamagedRejectionIsLookedForAsOne() {
    CheckResult broken = TicketsTest.failed(Cause.MALFORMED_PDU, CheckStage.ASSOCIATE);

    assertThat(lines(TicketsTest.meaning(broken, Variant.MALFORMED_REJECTION.key())))
        .anyMatch(line -> line.contains("A-ASSOCIATE-RJ["));
    assertThat(lines(TicketsTest.meaning(broken, Variant.OTHER_PROTOCOL.key())))
        .allMatch(line -> line.contains("a device in between"));
  }

  @Test
  void aRequestOfThePeersOwnIsNotLookedForAsAResponse() {
    CheckResult wrong = TicketsTest.failed(Cause.WRONG_RESPONSE, CheckStage.ECHO);

    assertThat(lines(TicketsTest.meaning(wrong, Variant.REQUEST_INSTEAD.key())))
        .anyMatch(line -> line.contains("The request that it sent"))
        .noneMatch(line -> line.contains("response") || line.contains("RSP"));
    assertThat(lines(TicketsTest.meaning(wrong, Variant.RESPONSE_TO_OTHER_COMMAND.key())))
        .anyMatch(line -> line.contains("The response that it sent"))
        .noneMatch(line -> line.contains("C-ECHO-RSP"));
  }

  /** We end the connection then. */
  @Test
  void aCertificateThatWeRefusedIsNotExplainedByThePeersLog() {
    CheckResult failed = TicketsTest.failed(Cause.TLS_FAILED, CheckStage.TLS);

    assertThat(lines(TicketsTest.meaning(failed, Variant.CRITICAL_EXTENSION.key())))
        .isNotEmpty()
        .allMatch(line -> line.contains("for a reason that the log does not show"));
  }

  /** The software below the application knows nothing of modalities. */
  @Test
  void anAbortOfTheProviderIsNotLookedForAmongTheModalities() {
    CheckResult aborted = TicketsTest.failed(Cause.ABORTED, CheckStage.ECHO);

    assertThat(lines(TicketsTest.meaning(aborted, Variant.ABORTED_ECHO.key())))
        .anyMatch(line -> line.contains("DicomModalities"));
    assertThat(lines(TicketsTest.meaning(aborted, Variant.ABORTED_ECHO_BY_PROVIDER.key())))
        .isNotEmpty()
        .noneMatch(line -> line.contains("DicomModalities"));
  }

  /** Said once, and not once for each of them. */
  @Test
  void serversOfWhichTheSameIsKnownShareAHint() {
    CheckResult failed = TicketsTest.failed(Cause.NOT_DICOM, CheckStage.ASSOCIATE);

    assertThat(PeerLogs.load().hints(failed, null))
        .extracting(PeerLogs.Hint::server)
        .containsExactly("Orthanc, DCMTK, dcm4che", "Other systems");
  }

  /** So that whoever finds the line can have it explained. */
  @Test
  void everyLineThatIsQuotedIsKnownToTheExplainer() {
    LogCatalog catalog = LogPatterns.load();
    List<String> lines =
        PeerLogs.load().quotedLines().stream()
            .map(line -> line.replace("{calledAe}", "PACS").replace("{callingAe}", "ECHOLOT"))
            .map(line -> line.replace("{rejection}", Dcm4cheRejection.of(new AssociateRj(1, 1, 3))))
            .toList();
    assertThat(lines)
        .hasSizeGreaterThan(60)
        .allSatisfy(
            line -> {
              LogExplainer explainer = new LogExplainer(catalog);
              explainer.add(line.replace("…", "1"));
              assertThat(explainer.explanation().unknown()).as(line).isZero();
            });
  }

  /** The accepting kernel needs no program: a server that hangs leaves no entry either. */
  @Test
  void noHintTakesAMissingEntryForADeviceInBetweenAlone() {
    for (Cause cause : List.of(Cause.ASSOCIATE_TIMEOUT, Cause.TLS_TIMEOUT)) {
      for (PeerLogs.Hint hint :
          PeerLogs.load().hints(TicketsTest.failed(cause, CheckStage.ASSOCIATE))) {
        assertThat(hint.lines().getLast())
            .as(hint.server())
            .containsAnyOf("may hang", "serve")
            .contains("device in between accepted");
      }
    }
  }

  @Test
  void orthancSeesACallThatEndsBecauseItsCertificateIsNotTrusted() throws Exception {
    try (RealPeer orthanc = OrthancServer.plain().withTls(TlsKey.makeIn(folder)).start()) {
      CheckResult result = checkOverTls(orthanc.port());
      assertThat(result.cause()).isEqualTo(Cause.CERTIFICATE_UNTRUSTED);

      assertWrites(orthanc, quoted(result, "Orthanc").getFirst());
    }
  }

  @Test
  void storescpSeesACallThatEndsBecauseItsCertificateIsNotTrusted() throws Exception {
    TlsKey key = TlsKey.makeIn(folder);
    try (RealPeer storescp =
        DcmtkServer.storescp(
            "+tls", key.privateKey().toString(), key.certificate().toString(), "-ic")) {
      CheckResult result = checkOverTls(storescp.port());
      assertThat(result.cause()).isEqualTo(Cause.CERTIFICATE_UNTRUSTED);

      assertWrites(storescp, quoted(result, "DCMTK").getFirst());
    }
  }

  private CheckResult checkOverTls(int port) {
    CheckRequest request =
        CheckRequest.of("peer", new AeTitle("PEER"), new AeTitle("ECHOLOT"), "127.0.0.1", port)
            .withTimeouts(Timeouts.all(Duration.ofSeconds(20)))
            .withTls(TlsSettings.DEFAULT);
    return engine.check(request, CheckListener.NONE, new StopSignal());
  }
}
