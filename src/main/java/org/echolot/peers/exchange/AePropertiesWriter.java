package org.echolot.peers.exchange;

import java.util.List;
import java.util.regex.Pattern;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.jspecify.annotations.Nullable;

/** dcm4che's {@code ae.properties}; TLS is said by cipher suites. */
final class AePropertiesWriter implements ListWriter {

  private static final Pattern SPECIAL = Pattern.compile("[\\\\ :=#!]");
  private static final String SUITES =
      ":TLS_AES_128_GCM_SHA256:TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256";

  @Override
  public @Nullable String obstacle(Peer peer, List<Peer> before) {
    if (peer.host().indexOf(':') >= 0) {
      return "ae.properties cannot hold an IPv6 address.";
    }
    return before.stream()
        .filter(other -> other.calledAe().equals(peer.calledAe()))
        .findFirst()
        .map(
            other ->
                "ae.properties has one entry for each AE title, and "
                    + RowCollector.quoted(other.name())
                    + " has the same.")
        .orElse(null);
  }

  @Override
  public String write(PeerBook book) {
    StringBuilder text = new StringBuilder("# Peers of Echolot: AET=host:port\n");
    for (Peer peer : book.peers()) {
      text.append(SPECIAL.matcher(peer.calledAe().value()).replaceAll("\\\\$0"))
          .append('=')
          .append(peer.host())
          .append(':')
          .append(peer.port())
          .append(peer.tls() == null ? "" : SUITES)
          .append('\n');
    }
    return text.toString();
  }
}
