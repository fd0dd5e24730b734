package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.CauseTexts;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * At 1366×768, with the drawer closed, what one needs of a failure is in sight without scrolling:
 * the verdict, the buttons, what changed, and the ladder, whatever the cause.
 */
class ResultRoomTest extends WindowTest {

  private static final double WIDTH = 1366;

  /** Without the title bar of the system. */
  private static final double HEIGHT = 768 - 28;

  private static final String NAME = "Main PACS of the radiology department in the old building 17";
  private static final String HOST = "main-pacs-archive-01.radiology.klinik.example.org";

  /** Times three: until a check that ends at once is shown, on a busy machine too. */
  private static final int MOST_FRAMES = 300;

  private static final List<String> IN_SIGHT =
      List.of("result-headline", "result-summary", "result-copy-ticket", "result-expect");

  private static final Set<Cause> WITH_BUTTONS =
      EnumSet.of(
          Cause.PEER_EXPECTS_TLS,
          Cause.PEER_NOT_TLS,
          Cause.CLIENT_CERTIFICATE_REQUIRED,
          Cause.REJECTED_CALLED_AE,
          Cause.REJECTED_CALLING_AE,
          Cause.ABORTED);

  /** What is long where it is put into a text. */
  private static final Map<String, String> LONG =
      Map.of(
          "host", HOST,
          "address", "10.120.230.140:11112",
          "remote", "10.120.230.140",
          "ours", "CN=workstation-7.klinik.example",
          "oursIssuer", "CN=Klinik Device CA",
          "calledAe", "MAIN_PACS_ARCHIV",
          "port", "11112",
          "timeout", "10 s");

  /** Ends each check as it is told to. */
  private static final class Told implements EchoEngine {

    private final AtomicReference<Function<CheckRequest, CheckResult>> next =
        new AtomicReference<>(request -> Results.success(request, Duration.ofMillis(3)));

    @Override
    public String name() {
      return "told";
    }

    @Override
    public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
      listener.told(new CheckEvent.CheckStarted(request, Instant.now()));
      return next.get().apply(request);
    }
  }

  private final Told engine = new Told();

  private static Peer peer(String ae, String host, int port, boolean tls) {
    return new Peer(
        UUID.nameUUIDFromBytes(NAME.getBytes(StandardCharsets.UTF_8)),
        NAME,
        new AeTitle(ae),
        host,
        port,
        null,
        List.of("Archives", "Radiology"),
        "PACS desk, ext. 4411; vendor hotline +49 211 555-0, contract 4711",
        PeerTimeouts.DEFAULT,
        tls ? PeerTls.DEFAULT : null,
        null,
        null,
        RawFields.NONE);
  }

  /** Those that have buttons of their own, and those that have most to say. */
  private static Map<Cause, String> those(int most) throws Exception {
    Map<Cause, String> all = longestSentences();
    Map<Cause, String> those = new EnumMap<>(Cause.class);
    Comparator<Map.Entry<Cause, String>> longestFirst =
        Comparator.comparingInt((Map.Entry<Cause, String> each) -> each.getValue().length())
            .reversed();
    all.entrySet().stream()
        .sorted(longestFirst)
        .limit(most)
        .forEach(each -> those.put(each.getKey(), each.getValue()));
    WITH_BUTTONS.forEach(cause -> those.put(cause, Objects.requireNonNull(all.get(cause))));
    return those;
  }

  /** Each cause with the longest sentence that it has. */
  private static Map<Cause, String> longestSentences() throws Exception {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(CauseTexts.class.getResourceAsStream("causes.properties")),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    Map<Cause, String> sentences = new EnumMap<>(Cause.class);
    for (Cause cause : Cause.values()) {
      texts.stringPropertyNames().stream()
          .filter(key -> key.matches(cause.name() + "(\\..*)?\\.summary"))
          .map(key -> filled(Objects.requireNonNull(texts.getProperty(key))))
          .max(Comparator.comparingInt(String::length))
          .ifPresent(longest -> sentences.put(cause, longest));
    }
    return sentences;
  }

  private static String filled(String text) {
    String filled = text.replaceAll("\\[!?[a-z-]+] ?", "");
    for (Map.Entry<String, String> each : LONG.entrySet()) {
      filled = filled.replace("{" + each.getKey() + "}", each.getValue());
    }
    return filled.replaceAll("\\{\\w+}", "of this kind");
  }

  private static CheckResult failure(CheckRequest request, Cause cause, String summary) {
    CheckStage last = cause.stage() == null ? CheckStage.ECHO : cause.stage();
    List<StageResult> stages = new ArrayList<>();
    for (CheckStage stage : CheckStage.values()) {
      stages.add(
          stage.compareTo(last) > 0
              ? StageResult.skipped(stage, "not reached")
              : stage == CheckStage.TLS && !request.isTls()
                  ? StageResult.skipped(stage, "off")
                  : new StageResult(
                      stage,
                      stage == last ? StageState.FAILED : StageState.OK,
                      Duration.ofMillis(30),
                      stage == last && !cause.name().startsWith("REJECTED")
                          ? summary.replaceFirst("^[^:]*: ", "") // as our engine has it
                          : detail(stage, stage == last)));
    }
    boolean rejected = cause.name().startsWith("REJECTED");
    boolean aborted = cause == Cause.ABORTED;
    return new CheckResult(
        request,
        "told",
        OffsetDateTime.now(ZoneOffset.UTC),
        Outcome.FAILURE,
        cause.stage(),
        cause,
        summary,
        Move.PEER_ADMINISTRATOR,
        rejected ? EndedBy.PEER_REJECTION : EndedBy.OUR_DEADLINE,
        List.of("Check the spelling.", "Ask the peer's administrator."),
        List.of(new Warning(Warning.Code.CERTIFICATE_EXPIRES_SOON, "It expires in 12 days.")),
        Duration.ofMillis(120),
        stages,
        rejected ? new AssociateRj(1, 1, 7) : null,
        aborted ? new Abort(0, 0) : null,
        null,
        null,
        null,
        null,
        new InetSocketAddress(loopback(), 56_846),
        last.compareTo(CheckStage.CONNECT) > 0 ? new InetSocketAddress(loopback(), 11_112) : null);
  }

  private static InetAddress loopback() {
    return InetAddress.getLoopbackAddress();
  }

  private static String detail(CheckStage stage, boolean failed) {
    return switch (stage) {
      case RESOLVE -> failed ? "no address for " + HOST : "10.120.230.140";
      case CONNECT -> failed ? "refused by 10.120.230.140" : "from 10.120.230.17:56846";
      case TLS -> failed ? "alert 40 (handshake_failure)" : "TLS 1.3, TLS_AES_256_GCM_SHA384";
      case ASSOCIATE -> failed ? "RJ 1/1/7 called AE title not recognized" : "accepted";
      case ECHO -> failed ? "0122H (Refused: SOP Class Not Supported)" : "0000H (Success)";
      case RELEASE -> "no A-RELEASE-RP within 3 s";
    };
  }

  private double bottom() {
    return callOnFx(
        () -> {
          Node console = node("console-last", Node.class);
          return console.localToScene(console.getLayoutBounds()).getMinY();
        });
  }

  private static double end(String id) {
    Node part = node(id, Node.class);
    return callOnFx(() -> part.localToScene(part.getLayoutBounds()).getMaxY());
  }

  private PeerRow row() {
    return callOnFx(() -> window().models().peers.rows().getFirst());
  }

  private void openSmall(boolean tls) throws Exception {
    writePeers(peer("ORTHANC", HOST, 4242, tls));
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(1));
    onFx(
        () -> {
          stage().setWidth(WIDTH);
          stage().setHeight(HEIGHT);
        });
    keys(KeyCode.CONTROL, KeyCode.BACK_QUOTE);
    check(request -> Results.success(request, Duration.ofMillis(3)));
    eventuallyAnswers();
  }

  private void check(Function<CheckRequest, CheckResult> ends) {
    engine.next.set(ends);
    onFx(() -> window().models().checks.echo(List.of(row())));
  }

  @ParameterizedTest(name = "over TLS: {0}")
  @CsvSource({"true, 12", "false, 4"})
  void whateverTheCauseTheLadderIsInSightWithoutScrolling(boolean tls, int most) throws Exception {
    openSmall(tls);
    onFx(() -> window().models().peers.replace(row(), peer("MAIN_PACS_ARCHIV", HOST, 11112, tls)));
    List<String> tooLow = new ArrayList<>();
    for (Map.Entry<Cause, String> each : those(most).entrySet()) {
      check(request -> failure(request, each.getKey(), each.getValue()));
      for (int i = 0; i < MOST_FRAMES && !each.getValue().equals(summaryOf(row())); i++) {
        waitForFx();
      }
      assertThat(summaryOf(row())).isEqualTo(each.getValue());
      waitForFx();
      double end = end("result-ladder");
      if (end > bottom()) {
        tooLow.add(each.getKey() + " by " + Math.round(end - bottom()) + " px");
      }
      for (String id : IN_SIGHT) {
        assertThat(end(id)).as(each.getKey() + ": " + id).isLessThan(bottom());
      }
      assertThat(end("result-set-back")).as(each.getKey().name()).isLessThan(bottom());
    }
    assertThat(tooLow).isEmpty();
    assertThat(addresses()).anyMatch(text -> text.matches("MAIN_PACS_ARCHIV@.*….*:11112"));
  }

  /** As they are drawn in the list. */
  private static List<String> addresses() {
    return callOnFx(
        () ->
            table().lookupAll(".address-cell").stream()
                .flatMap(cell -> cell.lookupAll(".text").stream())
                .map(text -> ((Text) text).getText())
                .toList());
  }

  private static @Nullable String summaryOf(PeerRow row) {
    CheckResult result = callOnFx(row::lastResult);
    return result == null ? null : result.summary();
  }
}
