package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sentences of causes.properties are there, whole, and none too many. */
class CauseTextsTest {

  private static final Pattern KEY =
      Pattern.compile(
          "([A-Z_]+(?:\\.[a-z-]+)?)\\.(summary|move(?:\\.[a-z-]+)?|others|advice\\.[1-9])");

  /** What is known of every check. */
  private static final Set<String> COMMON =
      Set.of(
          "calledAe",
          "callingAe",
          "host",
          "port",
          "commonPorts",
          "plainPorts",
          "tlsPort",
          "address",
          "remote",
          "local",
          "localAddress",
          "source",
          "near",
          "nearAddress",
          "far",
          "farPort",
          "sender",
          "open",
          "others",
          "timeout",
          "userIdentity",
          "userParts",
          "detail");

  /** What {@link ConnectDiagnosis} adds. */
  private static final Set<String> CONNECT_FACTS =
      Set.of("took", "from", "icmp", "ours", "count", "elsewhere", "card");

  /** What {@link Rejection} adds. */
  private static final Set<String> REJECTION_FACTS =
      Set.of("numbers", "reason", "undefined", "oddResult");

  /** What {@link Diagnosis} and the steps of a check add. */
  private static final Map<Cause, Set<String>> FACTS =
      Map.ofEntries(
          Map.entry(Cause.CONNECTION_REFUSED, CONNECT_FACTS),
          Map.entry(Cause.CONNECT_TIMEOUT, CONNECT_FACTS),
          Map.entry(Cause.HOST_UNREACHABLE, CONNECT_FACTS),
          Map.entry(Cause.PROXY_UNREACHABLE, Set.of("proxy")),
          Map.entry(Cause.PROXY_REFUSED, Set.of("proxy", "proxyLog")),
          Map.entry(Cause.PROXY_NO_ANSWER, Set.of("proxy", "proxyKind")),
          Map.entry(Cause.NOT_DICOM, Set.of("service")),
          Map.entry(Cause.REJECTED_CALLED_AE, REJECTION_FACTS),
          Map.entry(Cause.REJECTED_CALLING_AE, REJECTION_FACTS),
          Map.entry(Cause.REJECTED_APPLICATION_CONTEXT, REJECTION_FACTS),
          Map.entry(Cause.REJECTED_PROTOCOL_VERSION, REJECTION_FACTS),
          Map.entry(Cause.REJECTED_BUSY, REJECTION_FACTS),
          Map.entry(Cause.REJECTED_NO_REASON, REJECTION_FACTS),
          Map.entry(Cause.REJECTED_OTHER, REJECTION_FACTS),
          Map.entry(Cause.CLOSED_BEFORE_REPLY, Set.of("begun", "after")),
          Map.entry(Cause.CLOSED_DURING_ECHO, Set.of("begun")),
          Map.entry(Cause.ASSOCIATE_TIMEOUT, Set.of("begun")),
          Map.entry(Cause.ECHO_TIMEOUT, Set.of("begun")),
          Map.entry(
              Cause.MALFORMED_PDU,
              Set.of(
                  "said",
                  "when",
                  "service",
                  "excerpt",
                  "type",
                  "before",
                  "begun",
                  "encoding",
                  "held",
                  "right")),
          Map.entry(Cause.VERIFICATION_NOT_ACCEPTED, Set.of("contextResult")),
          Map.entry(Cause.ABORTED, Set.of("abortText", "when", "undefined", "objection")),
          Map.entry(Cause.UNEXPECTED_PDU, Set.of("pdu", "when", "calls", "callsAs", "rejection")),
          Map.entry(Cause.ECHO_STATUS, Set.of("status", "meaning", "comment")));

  /** What {@link ResolveDiagnosis} adds; the last two where a name has an unusable address. */
  private static final Set<String> RESOLVE_FACTS =
      Set.of("dns", "failed", "knowing", "given", "origin", "load", "alias");

  /** What {@link Silence} adds, where something of what we sent was not acknowledged. */
  private static final Set<Cause> TIMEOUTS =
      Set.of(Cause.TLS_TIMEOUT, Cause.ASSOCIATE_TIMEOUT, Cause.ECHO_TIMEOUT);

  /** What {@link TlsFindings} adds to every cause of its stage. */
  private static final Set<String> TLS_FACTS =
      Set.of(
          "service",
          "subject",
          "issuer",
          "names",
          "fingerprint",
          "rootFingerprint",
          "record",
          "inspector",
          "notBefore",
          "notAfter",
          "offered",
          "profile",
          "takes",
          "takesIssuers",
          "oursSerial",
          "oursUnfit",
          "acceptedSuite",
          "asked",
          "today",
          "alert",
          "fault",
          "ours",
          "oursFrom",
          "oursUntil",
          "oursIssuer",
          "whyNoName",
          "warned",
          "now",
          "begins",
          "chosen",
          "serverName",
          "accepts",
          "group",
          "stopped");

  private final CauseTexts texts = CauseTexts.load();
  private final Properties properties = properties();

  private static Set<String> factsOf(Cause cause) {
    Set<String> facts = new TreeSet<>(FACTS.getOrDefault(cause, Set.of()));
    if (cause.stage() == CheckStage.RESOLVE) {
      facts.addAll(RESOLVE_FACTS);
    }
    if (cause.stage() == CheckStage.TLS) {
      facts.addAll(TLS_FACTS);
    }
    if (TIMEOUTS.contains(cause)) {
      facts.add("left");
    }
    return facts;
  }

  @ParameterizedTest
  @EnumSource
  void everyCauseThatCanComeUpHasItsTexts(Cause cause) {
    assertWhole(cause, null);
  }

  @ParameterizedTest
  @EnumSource
  void everyVariantHasItsTexts(Variant variant) {
    assertWhole(variant.cause(), variant);
  }

  private void assertWhole(Cause cause, @Nullable Variant variant) {
    Map<String, String> facts = new HashMap<>();
    COMMON.forEach(fact -> facts.put(fact, "<" + fact + ">"));
    factsOf(cause).forEach(fact -> facts.put(fact, "<" + fact + ">"));
    assertThat(texts.summary(cause, variant, facts))
        .matches(
            // What was sent is not missing, and what was not sent is not refused.
            cause == Cause.CLIENT_CERTIFICATE_REQUIRED
                ? "Client certificate (?:missing|refused): .*"
                : Pattern.quote(cause.label()) + ".*: .*")
        .doesNotContain("{");
    assertThat(texts.move(cause, variant)).isNotEqualTo(Move.NOBODY);
    List<String> advice = texts.advice(cause, variant, facts, true);
    assertThat(advice)
        .isNotEmpty()
        .allMatch(
            line ->
                line.endsWith(".")
                    || line.endsWith("<port>")
                    || line.matches(".*<takes(?:Issuers)?>"));
    assertThat(advice).doesNotHaveDuplicates().noneMatch(line -> line.contains("{"));
    // With all that can be so.
    Stream.of(Condition.values()).forEach(condition -> facts.put(condition.mark(), ""));
    assertThat(texts.advice(cause, variant, facts, true))
        .isNotEmpty()
        .doesNotHaveDuplicates()
        .noneMatch(line -> line.contains("{") || line.startsWith("["));
  }

  /** The port that was tried is not proposed. */
  @ParameterizedTest
  @ValueSource(ints = {104, 11112, 4242, 2762})
  void thePortThatFailedIsNotAmongThePortsToTry(int tried) {
    assertThat(CommonPorts.besides(80).get("commonPorts")).contains(String.valueOf(tried));
    assertThat(CommonPorts.besides(tried).values())
        .hasSize(3)
        .noneMatch(ports -> List.of(ports.split("\\D+", -1)).contains(String.valueOf(tried)));
  }

  /** The first step proposes another address already. */
  @Test
  void anotherAddressOfOursIsProposedOnce() {
    Map<String, String> facts = new HashMap<>();
    COMMON.forEach(fact -> facts.put(fact, "x"));
    CONNECT_FACTS.forEach(fact -> facts.put(fact, "x"));

    assertThat(texts.advice(Cause.CONNECT_TIMEOUT, Variant.NO_WAY_BACK, facts, true))
        .isEqualTo(texts.advice(Cause.CONNECT_TIMEOUT, Variant.NO_WAY_BACK, facts, false));
  }

  /** A step is given where its condition is so, or is not so, and in its place. */
  @Test
  void stepsOfAdviceAreGivenByWhatIsSo() {
    Map<String, String> facts = new HashMap<>(Map.of("detail", "d", "offered", "o"));
    COMMON.forEach(fact -> facts.put(fact, "x"));
    TLS_FACTS.forEach(fact -> facts.put(fact, "x"));

    assertThat(texts.advice(Cause.TLS_NO_COMMON_PROTOCOL, Variant.NO_VERSION, facts, false))
        .hasSize(3)
        .anyMatch(step -> step.contains("choose the profile \"legacy\""));
    facts.put(Condition.LEGACY.mark(), "");
    assertThat(texts.advice(Cause.TLS_NO_COMMON_PROTOCOL, Variant.NO_VERSION, facts, false))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("Try the TLS profile \"runtime\"");
  }

  /** Where the first step is a change of our own profile, it is not the peer's move alone. */
  @Test
  void whoseMoveItIsGoesByWhatWeChoseOurselves() {
    Map<String, String> facts = new HashMap<>();
    Cause cause = Cause.TLS_NO_COMMON_PROTOCOL;

    assertThat(texts.move(cause, Variant.NO_VERSION, facts)).isEqualTo(Move.PEER_ADMINISTRATOR);
    facts.put(Condition.LEGACY.mark(), "");
    assertThat(texts.move(cause, Variant.NO_VERSION, facts)).isEqualTo(Move.OURS_OR_PEER);
    assertThat(texts.move(cause, Variant.NOT_STRONG_ENOUGH, facts)).isEqualTo(Move.OURS_OR_PEER);
    assertThat(texts.move(cause, null, facts)).isEqualTo(Move.PEER_ADMINISTRATOR);
    facts.put(Condition.NARROW.mark(), "");
    assertThat(texts.move(cause, null, facts)).isEqualTo(Move.OURS_OR_PEER);
  }

  @Test
  void aStepWithTwoConditionsIsGivenWhereBothAreMet() {
    Map<String, String> facts = new HashMap<>();
    COMMON.forEach(fact -> facts.put(fact, "x"));
    Cause cause = Cause.ASSOCIATE_TIMEOUT;

    assertThat(texts.advice(cause, Variant.ASSOCIATE_PARTIAL, facts, false))
        .last()
        .asString()
        .startsWith("If it was, run the check from a computer near the peer");
    facts.put(Condition.HERE.mark(), "");
    assertThat(texts.advice(cause, Variant.ASSOCIATE_PARTIAL, facts, false))
        .hasSize(2)
        .noneMatch(step -> step.contains("[") || step.contains("near the peer"));
  }

  @Test
  void everyConditionIsOneThatCanBeAndEachIsUsed() {
    Set<String> known = new TreeSet<>();
    for (Condition condition : Condition.values()) {
      known.add(condition.mark());
      known.add(condition.otherwise());
    }
    Set<String> used = new TreeSet<>();
    for (String key : properties.stringPropertyNames()) {
      String text = properties.getProperty(key);
      for (String rest = text; rest.startsWith("["); rest = rest.substring(rest.indexOf(']') + 1)) {
        used.add(rest.substring(0, rest.indexOf(']') + 1));
      }
    }

    assertThat(known).containsAll(used);
    for (Condition condition : Condition.values()) {
      assertThat(used).as("%s", condition).containsAnyOf(condition.mark(), condition.otherwise());
    }
  }

  /** A variant without any text of its own says nothing else than its cause. */
  @Test
  void thereAreTextsOfEachCauseAndEachVariantAndOfNothingElse() {
    Set<String> owners = new TreeSet<>();
    for (String key : properties.stringPropertyNames()) {
      Matcher matcher = KEY.matcher(key);
      assertThat(matcher.matches()).as(key).isTrue();
      owners.add(matcher.group(1));
    }
    assertThat(owners)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(Cause.values()).map(Cause::name),
                    Stream.of(Variant.values()).map(Variant::prefix))
                .toList());
  }

  @Test
  void aFindingTakesNoVariantOfAnotherCause() {
    Finding finding = Finding.of(Cause.NOT_DICOM, EndedBy.OUR_ABORT, "detail");

    assertThatThrownBy(() -> finding.variant(Variant.ALERT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("ALERT is no variant of NOT_DICOM");
  }

  @Test
  void adviceIsNumberedWithoutGaps() {
    for (String key : properties.stringPropertyNames()) {
      if (key.matches(".*advice\\.[2-9]")) {
        char before = (char) (key.charAt(key.length() - 1) - 1);
        assertThat(properties).containsKey(key.substring(0, key.length() - 1) + before);
      }
    }
  }

  @Test
  void everyPlaceholderIsAFactThatIsKnownThen() {
    for (String key : properties.stringPropertyNames()) {
      Cause cause = Cause.valueOf(key.substring(0, key.indexOf('.')));
      Set<String> known = new TreeSet<>(COMMON);
      known.addAll(factsOf(cause));
      List<String> used =
          Pattern.compile("\\{([^}]*)}")
              .matcher(properties.getProperty(key))
              .results()
              .map((MatchResult result) -> result.group(1))
              .toList();
      assertThat(known).as(key).containsAll(used);
    }
  }

  /** A verb first, or what it depends on: facts have other places. */
  private static final Pattern STEP =
      Pattern.compile(
          "(?:\\[\\S+] )?(?:Add|Allow|Ask|Call|Change|Check|Choose|Connect|Correct|Do"
              + " not|Enter|Get|Have|If|Leave|List|Look|On|Or|Point|Renew|Report|Run|Send|Set|Start|Test|To|Try|Turn|Until|Use|Wait)"
              + " .*");

  @Test
  void everyStepIsAnActionOfAtMost25Words() {
    List<String> wrong = new ArrayList<>();
    for (String key : properties.stringPropertyNames()) {
      String text = properties.getProperty(key);
      boolean isStep = key.contains(".advice.") || key.endsWith(".others");
      if (isStep && (!STEP.matcher(text).matches() || words(text) > 25)) {
        wrong.add(key + " = " + text);
      }
    }

    assertThat(wrong).isEmpty();
  }

  private static long words(String step) {
    return step.replaceFirst("^\\[\\S+] ", "").split("\\s+").length;
  }

  private static Properties properties() {
    Properties properties = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(CauseTexts.class.getResourceAsStream("causes.properties")),
            StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return properties;
  }
}
