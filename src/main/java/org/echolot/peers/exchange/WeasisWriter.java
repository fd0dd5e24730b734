package org.echolot.peers.exchange;

import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;

/** Weasis' {@code dicomNodes.xml}. */
final class WeasisWriter implements ListWriter {

  @Override
  public String write(PeerBook book) {
    StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<nodes>\n");
    for (Peer peer : book.peers()) {
      xml.append("  <node");
      attribute(xml, "description", peer.name());
      attribute(xml, "type", "DICOM");
      attribute(xml, "usageType", "BOTH");
      attribute(xml, "tsuid", "NONE");
      attribute(xml, "aeTitle", peer.calledAe().value());
      attribute(xml, "hostname", peer.host());
      attribute(xml, "port", Integer.toString(peer.port()));
      xml.append("/>\n");
    }
    return xml.append("</nodes>\n").toString();
  }

  private static void attribute(StringBuilder xml, String name, String value) {
    xml.append(' ').append(name).append("=\"");
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // Characters that XML can't have (XML 1.0, 2.2).
                case 0xFFFE, 0xFFFF -> xml.append('?');
                default -> xml.appendCodePoint(c);
              }
            });
    xml.append('"');
  }
}
