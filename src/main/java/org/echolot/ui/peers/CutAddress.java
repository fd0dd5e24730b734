package org.echolot.ui.peers;

import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.echolot.peers.Peer;

/** An address that is made to fit by leaving out the middle of its host. */
final class CutAddress {

  private CutAddress() {}

  /**
   * @param width the room for it, in pixels
   */
  static String of(Peer peer, Font font, double width) {
    String whole = peer.address();
    Text text = new Text(whole);
    text.setFont(font);
    if (text.getLayoutBounds().getWidth() <= width) {
      return whole;
    }
    String title = peer.calledAe() + "@";
    String port = ":" + peer.port();
    String host = whole.substring(title.length(), whole.length() - port.length());
    int fits = 0; // the host goes before a digit of the port does
    int tooLong = host.length();
    String best = title + cut(host, fits) + port;
    while (tooLong - fits > 1) {
      int middle = (fits + tooLong) / 2;
      String candidate = title + cut(host, middle) + port;
      text.setText(candidate);
      if (text.getLayoutBounds().getWidth() <= width) {
        fits = middle;
        best = candidate;
      } else {
        tooLong = middle;
      }
    }
    return best;
  }

  /** The host with that many of its characters, and a sign for the others. */
  static String cut(String host, int characters) {
    if (characters >= host.length()) {
      return host;
    }
    int before = (characters + 1) / 2;
    int after = host.length() - (characters - before);
    while (before > 0 && host.charAt(before - 1) == '.') {
      before--; // a dot beside the sign looks like more of it
    }
    while (after < host.length() && host.charAt(after) == '.') {
      after++;
    }
    return host.substring(0, before) + "…" + host.substring(after);
  }
}
