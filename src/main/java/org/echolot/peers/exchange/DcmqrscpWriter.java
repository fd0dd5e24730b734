package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.jspecify.annotations.Nullable;

/** The HostTable of DCMTK's {@code dcmqrscp.cfg}; tags are its symbolic groups. */
final class DcmqrscpWriter implements ListWriter {

  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]+");

  @Override
  public @Nullable String obstacle(Peer peer, List<Peer> before) {
    return WORD.matcher(peer.calledAe().value()).matches()
        ? null
        : "dcmqrscp allows only letters, digits, dots, hyphens and underscores in an AE title.";
  }

  @Override
  public String write(PeerBook book) {
    StringBuilder text = new StringBuilder("# Peers of Echolot\nHostTable BEGIN\n");
    NameInFile names = new NameInFile(NameInFile.DCMQRSCP);
    Map<String, List<String>> groups = new LinkedHashMap<>();
    for (Peer peer : book.peers()) {
      String name = names.of(peer.name());
      text.append(name).append(" = (").append(peer.calledAe()).append(", ");
      text.append(peer.host()).append(", ").append(peer.port()).append(")\n");
      peer.tags().forEach(tag -> groups.computeIfAbsent(tag, _ -> new ArrayList<>()).add(name));
    }
    groups.forEach(
        (tag, members) ->
            text.append(names.of(tag))
                .append(" = ")
                .append(String.join(", ", members))
                .append('\n'));
    return text.append("HostTable END\n").toString();
  }
}
