package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.junit.jupiter.api.Test;

/** The steps that a success rules out are found by their words, which must not drift apart. */
class BlamedSettingsTest {

  /** Words of steps that may doubt an address, a port, a name or a title of ours. */
  private static final Pattern MAY_DOUBT =
      Pattern.compile(
          "(?i).*\\b(?:spelling|(?:check|use) the port|dicom port|tls port|port for tls|subnet|the"
              + " AE title that|check (?:that )?the address|is the (?:proxy|peer's address)|name of"
              + " a host|another address of this computer|port of dicom|host and the)\\b.*");

  /** Steps with such words that a success does not rule out, by their keys. */
  private static final Set<String> KEPT =
      Set.of(
          "ASSOCIATE_TIMEOUT.user-identity.advice.3",
          "CERTIFICATE_HOSTNAME_MISMATCH.advice.7",
          "CERTIFICATE_HOSTNAME_MISMATCH.no-host.advice.2",
          "CONNECT_TIMEOUT.way-back.advice.3",
          "HOST_UNREACHABLE.no-route.advice.2",
          "REJECTED_CALLED_AE.advice.2",
          "UNEXPECTED_PDU.own-request.advice.2");

  /** Steps that are left out after a success with the same settings. */
  private static final Set<String> CUT =
      Set.of(
          "ASSOCIATE_TIMEOUT.acknowledged.advice.2",
          "ASSOCIATE_TIMEOUT.probe-closed.advice.4",
          "CLOSED_BEFORE_REPLY.others",
          "CLOSED_BEFORE_REPLY.when-sent.advice.3",
          "CONNECTION_REFUSED.advice.1",
          "CONNECTION_REFUSED.advice.3",
          "CONNECTION_REFUSED.here.advice.1",
          "CONNECTION_REFUSED.here.advice.2",
          "CONNECTION_REFUSED.in-its-place.advice.2",
          "CONNECTION_REFUSED.peers-firewall.advice.1",
          "CONNECTION_REFUSED.several.advice.1",
          "CONNECTION_REFUSED.several.advice.3",
          "CONNECT_TIMEOUT.host-up.advice.1",
          "CONNECT_TIMEOUT.others",
          "HOST_UNREACHABLE.at-once.advice.2",
          "HOST_UNREACHABLE.forwarded.advice.2",
          "HOST_UNREACHABLE.no-route-there.advice.1",
          "HOST_UNREACHABLE.nobody-near.advice.1",
          "HOST_UNREACHABLE.nobody-near.advice.3",
          "HOST_UNREACHABLE.nobody-there.advice.1",
          "HOST_UNREACHABLE.nobody.advice.1",
          "HOST_UNREACHABLE.not-one-computer.advice.1",
          "HOST_UNREACHABLE.peers-firewall.advice.2",
          "HOST_UNREACHABLE.prohibited.advice.2",
          "MALFORMED_PDU.rejection.advice.1",
          "NOT_DICOM.advice.2",
          "NOT_DICOM.advice.3",
          "NOT_DICOM.advice.4",
          "PEER_EXPECTS_TLS.advice.3",
          "PEER_NOT_TLS.other.advice.2",
          "PEER_NOT_TLS.other.advice.3",
          "PEER_NOT_TLS.unknown.advice.1",
          "PEER_NOT_TLS.unknown.advice.2",
          "PROXY_NO_ANSWER.advice.1",
          "PROXY_NO_ANSWER.late.advice.2",
          "PROXY_UNREACHABLE.advice.1",
          "PROXY_UNREACHABLE.no-address.advice.1",
          "REJECTED_CALLED_AE.advice.1",
          "REJECTED_CALLED_AE.advice.3",
          "REJECTED_CALLED_AE.others",
          "REJECTED_CALLING_AE.advice.3",
          "REJECTED_CALLING_AE.advice.4",
          "REJECTED_CALLING_AE.others",
          "REJECTED_NO_REASON.advice.3",
          "REJECTED_NO_REASON.user-identity.advice.5",
          "RELEASED_DURING_ECHO.advice.2",
          "TLS_FAILED.alert-protocol.advice.1",
          "TLS_FAILED.alert-protocol.advice.2",
          "TLS_FAILED.closed-late.advice.2",
          "TLS_FAILED.closed-no-name.advice.2",
          "TLS_FAILED.closed-unanswered.advice.4",
          "TLS_FAILED.reset-at-once.advice.3",
          "TLS_NO_COMMON_PROTOCOL.ssl-two.advice.2",
          "TLS_TIMEOUT.acknowledged.advice.2",
          "TLS_TIMEOUT.probe-closed.advice.3",
          "TLS_TIMEOUT.silent.advice.3",
          "UNEXPECTED_PDU.own-request.advice.1",
          "UNKNOWN_HOST.advice.2",
          "UNKNOWN_HOST.dns-partly.advice.3",
          "UNKNOWN_HOST.no-address.advice.1",
          "UNKNOWN_HOST.no-address.advice.2",
          "UNKNOWN_HOST.no-such-name.advice.2",
          "UNKNOWN_HOST.no-such-name.advice.4");

  /** Steps of which a part is left out, or said in another way. */
  private static final Set<String> CHANGED =
      Set.of(
          "ASSOCIATE_TIMEOUT.advice.1",
          "CONNECT_TIMEOUT.advice.1",
          "CONNECT_TIMEOUT.nothing-answers.advice.1",
          "CONNECT_TIMEOUT.several.advice.1",
          "HOST_UNREACHABLE.advice.1",
          "HOST_UNREACHABLE.router-refuses.advice.2",
          "PROXY_REFUSED.cannot-reach.advice.1",
          "RESOLVE_TIMEOUT.advice.4",
          "RESOLVE_TIMEOUT.partly.advice.3",
          "RESOLVE_TIMEOUT.responds.advice.4",
          "RESOLVE_TIMEOUT.silent.advice.3",
          "UNKNOWN_HOST.advice.1",
          "UNKNOWN_HOST.advice.3",
          "UNKNOWN_HOST.alias.advice.2",
          "UNKNOWN_HOST.contradicted.advice.3",
          "UNKNOWN_HOST.dns-partly.advice.1",
          "UNKNOWN_HOST.dns-partly.advice.4",
          "UNKNOWN_HOST.dns.advice.1",
          "UNKNOWN_HOST.dns.advice.4",
          "UNKNOWN_HOST.no-address.advice.3",
          "UNKNOWN_HOST.no-such-name.advice.1",
          "UNKNOWN_HOST.no-such-name.advice.5",
          "UNKNOWN_HOST.own-dns.advice.1",
          "UNKNOWN_HOST.own-dns.advice.4",
          "UNKNOWN_HOST.unspecified.advice.2");

  @Test
  void theStepsThatDoubtOurSettingsAreFoundByTheirWords() throws IOException {
    Set<String> cut = new TreeSet<>();
    Set<String> changed = new TreeSet<>();
    Set<String> mayDoubt = new TreeSet<>();
    Properties texts = texts();
    for (String key : texts.stringPropertyNames()) {
      if (key.contains(".advice.") || key.endsWith(".others")) {
        String step = step(texts.getProperty(key));
        List<String> left = BlamedSettings.cutFrom(List.of(step), "10.1.2.3", false);
        if (left.isEmpty()) {
          cut.add(key);
        } else if (!left.equals(List.of(step))) {
          changed.add(key);
        } else if (MAY_DOUBT.matcher(step).matches()) {
          mayDoubt.add(key);
        }
      }
    }

    assertThat(cut).isEqualTo(new TreeSet<>(CUT));
    assertThat(changed).isEqualTo(new TreeSet<>(CHANGED));
    assertThat(mayDoubt).isEqualTo(new TreeSet<>(KEPT));
  }

  @Test
  void whatFollowsAStepThatIsCutStandsAlone() {
    assertThat(
            BlamedSettings.cutFrom(
                List.of(
                    "Ask the peer's administrator for the AE title that answers on port 104.",
                    "If \"PACS\" is right, ask whether \"WS1\" is registered."),
                null,
                false))
        .containsExactly("Ask whether \"WS1\" is registered.");
  }

  /** A step as a check has it. */
  private static String step(String text) {
    return text.replaceFirst("^(?:\\[\\S+])+ ", "")
        .replace("{port}", "104")
        .replace("{count}", "2")
        .replace("{address}", "10.1.2.3:104")
        .replace("{proxy}", "10.1.2.9:3128")
        .replaceAll("\\{\\w+}", "x");
  }

  private static Properties texts() throws IOException {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Cause.class.getResourceAsStream("diagnosis/causes.properties")),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts;
  }
}
