package org.echolot.peers.exchange;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * XML of others, read as a stream. A document type is skipped: no entity of it is known, so that
 * none can expand, and no file or address that it names is opened.
 */
final class XmlContent {

  /** Elements within elements; the lists that are read have five. */
  static final int MAX_DEPTH = 50;

  private static final Pattern ROOT = Pattern.compile("<([A-Za-z_][A-Za-z0-9_.:-]{0,60})[\\s/>]");

  private XmlContent() {}

  /** The name of the first element; empty if there is none near the beginning. */
  static String rootOf(ListContent content) {
    if (content.first() != '<') {
      return "";
    }
    Matcher root =
        ROOT.matcher(content.text()).region(0, Math.min(content.text().length(), 20_000));
    return root.find() ? root.group(1) : "";
  }

  static XMLStreamReader reader(ListContent content) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setXMLResolver(
        (_, system, _, _) -> {
          throw new XMLStreamException("it refers to another file: " + system);
        });
    return factory.createXMLStreamReader(new StringReader(content.text().stripLeading()));
  }

  static UnreadableListException fault(XMLStreamException e) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    int words = message.indexOf("Message: ");
    String line = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNumber() + ": ";
    return new UnreadableListException(
        line
            + "not well-formed XML: "
            + RowCollector.plain(words < 0 ? message : message.substring(words + 9)));
  }
}
