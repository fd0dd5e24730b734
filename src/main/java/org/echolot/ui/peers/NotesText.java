package org.echolot.ui.peers;

import java.util.regex.Pattern;
import org.echolot.peers.Peer;
import org.echolot.text.Escapes;

/** What is noted of a peer, where there is one line for it. Pure. */
public final class NotesText {

  private static final Pattern AFTER_PUNCTUATION = Pattern.compile("(?<=[,.;:!?])\\s*\\R\\s*");
  private static final Pattern BETWEEN_LINES = Pattern.compile("\\s*\\R\\s*");

  private NotesText() {}

  /** All lines, one behind the other. */
  public static String oneLine(Peer peer) {
    String joined = AFTER_PUNCTUATION.matcher(peer.notes().strip()).replaceAll(" ");
    return Escapes.oneLine(BETWEEN_LINES.matcher(joined).replaceAll(" · "));
  }
}
