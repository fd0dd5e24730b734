package org.echolot.ui.peers;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.peers.exchange.ImportedRow;
import org.echolot.peers.exchange.ListContent;
import org.echolot.peers.exchange.PeerField;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.exchange.UnreadableListException;
import org.echolot.text.PastedText;
import org.jspecify.annotations.Nullable;

/**
 * A peer as people send it to each other, in one piece: {@code AET@host:port}, {@code host:port}, a
 * DICOM URL, a command line, or a row of a table. Pure.
 *
 * @param texts what it says, by field
 * @param tls whether it says that the peer speaks TLS
 */
record PastedPeer(Map<Field, String> texts, boolean tls) {

  /** Longer text is no single peer. */
  private static final int MOST_CHARACTERS = 2_000;

  private static final String HOST = "(\\[[0-9A-Fa-f:.%]+\\]|[^\\s:@/,;\\[\\]]+)";

  private static final Pattern ADDRESS =
      Pattern.compile("(?:(dicoms?)://)?(?:([^@\\s:/]{1,16})@)?" + HOST + "(?::|\\s+)(\\d{1,5})/?");

  private static final Pattern THREE =
      Pattern.compile("([^\\s,;@:]{1,16})[\\s,;]+" + HOST + "[\\s,;:]+(\\d{1,5})");

  PastedPeer {
    texts = Map.copyOf(texts);
  }

  /** Reads text; empty where it is not one peer with its address, and so is what it is. */
  static Optional<PastedPeer> read(String text) {
    String trimmed = PastedText.trim(text);
    if (trimmed.length() > MOST_CHARACTERS) {
      return Optional.empty();
    }
    Matcher address = ADDRESS.matcher(trimmed);
    if (address.matches()) {
      return Optional.of(
          of(
              address.group(2),
              address.group(3),
              address.group(4),
              "dicoms".equals(address.group(1))));
    }
    Matcher three = THREE.matcher(trimmed);
    return three.matches()
        ? Optional.of(of(three.group(1), three.group(2), three.group(3), false))
        : readList(trimmed);
  }

  private static PastedPeer of(@Nullable String title, String host, String port, boolean tls) {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    if (title != null) {
      texts.put(Field.CALLED_AE, title);
    }
    texts.put(Field.HOST, host);
    texts.put(Field.PORT, port);
    return new PastedPeer(texts, tls);
  }

  private static Optional<PastedPeer> readList(String text) {
    try {
      var list = PeerListFormat.readAny(ListContent.ofText(text));
      return list.rows().size() == 1
          ? list.peers().stream().findFirst().map(PastedPeer::of)
          : Optional.empty();
    } catch (UnreadableListException _) {
      return Optional.empty();
    }
  }

  private static PastedPeer of(ImportedRow.Read row) {
    Peer peer = row.peer();
    Set<PeerField> stated = row.stated();
    PastedPeer address =
        of(
            peer.calledAe().value(),
            peer.host(),
            String.valueOf(peer.port()),
            stated.contains(PeerField.TLS) && peer.tls() != null);
    Map<Field, String> texts = new EnumMap<>(address.texts);
    if (stated.contains(PeerField.NAME)) {
      texts.put(Field.NAME, peer.name());
    }
    if (stated.contains(PeerField.CALLING_AE) && peer.callingAe() != null) {
      texts.put(Field.CALLING_AE, peer.callingAe().value());
    }
    if (stated.contains(PeerField.TAGS) && !peer.tags().isEmpty()) {
      texts.put(Field.TAGS, String.join(", ", peer.tags()));
    }
    return new PastedPeer(texts, address.tls);
  }
}
