package org.echolot.tls.handshake;

import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsReport;
import org.echolot.tls.trust.ProfileRules;

/** Makes a report of what the parts of a handshake recorded. */
final class HandshakeReports {

  private HandshakeReports() {}

  static TlsReport of(
      TlsClient client, TlsTransport transport, RecordingTrust trust, RecordingKeys keys) {
    HandshakeReader seen = HandshakeReader.of(transport.tap());
    return new TlsReport(
        client.settings().profile(),
        seen.offer(),
        seen.protocol(),
        seen.cipherSuite(),
        seen.keyExchange(),
        trust.chain(),
        trust.verdict(),
        // Java tells the types of key in TLS 1.3; before, the peer's own words are in plain text.
        seen.certificateRequest() != null ? seen.certificateRequest() : keys.request(),
        keys.shown(),
        transport.alerts().last(),
        switchedOff(),
        ProfileRules.judge(seen.protocol(), seen.cipherSuite(), seen.keyExchange(), trust.chain()));
  }

  /** In the words of the runtime's own settings. */
  private static List<String> switchedOff() {
    List<String> all = new ArrayList<>();
    Stream.of("jdk.tls.disabledAlgorithms", "jdk.certpath.disabledAlgorithms")
        .map(Security::getProperty)
        .filter(Objects::nonNull)
        .flatMap(words -> Stream.of(words.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .forEach(all::add);
    return all;
  }
}
