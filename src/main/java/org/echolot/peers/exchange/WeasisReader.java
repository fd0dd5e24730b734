package org.echolot.peers.exchange;

import java.util.Objects;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Weasis' {@code dicomNodes.xml} and its relatives: elements {@code node} with attributes. */
final class WeasisReader implements ListReader {

  private static final String DEFAULT_PORT = "104";

  @Override
  public boolean recognizes(ListContent content) {
    return XmlContent.rootOf(content).equals("nodes");
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    RowCollector rows = new RowCollector(PeerListFormat.WEASIS);
    try {
      XMLStreamReader xml = XmlContent.reader(content);
      int depth = 0;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT) {
          if (++depth > XmlContent.MAX_DEPTH) {
            throw new UnreadableListException("its elements are nested too deeply");
          }
          if (xml.getLocalName().equals("node")) {
            node(xml, rows);
          }
        } else if (event == XMLStreamConstants.END_ELEMENT) {
          depth--;
        }
      }
    } catch (XMLStreamException e) {
      throw XmlContent.fault(e);
    }
    return rows.list();
  }

  private static void node(XMLStreamReader xml, RowCollector rows) throws UnreadableListException {
    String place = RowCollector.line(xml.getLocation().getLineNumber());
    String type = Objects.requireNonNullElse(attribute(xml, "type"), "DICOM");
    String name = Objects.requireNonNullElse(attribute(xml, "description"), "");
    switch (type) {
      case "DICOM_CALLING" ->
          rows.leftOut(
              place,
              RowCollector.quoted(name)
                  + " is a calling node: an AE title of the workstation itself, not a peer.");
      case "WEB" ->
          rows.leftOut(
              place, RowCollector.quoted(name) + " is a DICOMweb node; Echolot checks DICOM.");
      default -> {
        String port = attribute(xml, "port");
        rows.add(
            new FoundPeer(place)
                .name(name)
                .address(
                    attribute(xml, "aeTitle"),
                    attribute(xml, "hostname"),
                    port == null || port.isBlank() ? DEFAULT_PORT : port));
      }
    }
  }

  private static @Nullable String attribute(XMLStreamReader xml, String name) {
    return xml.getAttributeValue(null, name);
  }
}
