package org.echolot.peers.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The {@code DICOMNodes.plist} of Horos and OsiriX, as XML or binary: a list of dictionaries; also
 * their preferences, where that list is called {@code SERVERS}.
 */
final class PlistReader implements ListReader {

  @Override
  public boolean recognizes(ListContent content) {
    return XmlContent.rootOf(content).equals("plist") || content.text().isEmpty();
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    RowCollector rows = new RowCollector(PeerListFormat.HOROS);
    if (content.text().isEmpty()) {
      int number = 0;
      for (Map<String, String> node : BinaryPlist.dictionaries(content.bytes())) {
        node("entry " + ++number, node, rows);
      }
      return rows.list();
    }
    try {
      readXml(XmlContent.reader(content), rows);
    } catch (XMLStreamException e) {
      throw XmlContent.fault(e);
    }
    return rows.list();
  }

  /** A dictionary that is being read; the key is that of the value that comes next. */
  private static final class Dictionary {
    private final int line;
    private final Map<String, String> values = new HashMap<>();
    private @Nullable String key;

    Dictionary(int line) {
      this.line = line;
    }

    void put(String value) {
      if (key != null) {
        values.put(key, value);
      }
      key = null;
    }
  }

  private static void readXml(XMLStreamReader xml, RowCollector rows)
      throws XMLStreamException, UnreadableListException {
    Deque<Dictionary> open = new ArrayDeque<>();
    int depth = 0;
    StringBuilder text = new StringBuilder();
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          if (++depth > XmlContent.MAX_DEPTH) {
            throw new UnreadableListException("its elements are nested too deeply");
          }
          text.setLength(0);
          if (xml.getLocalName().equals("dict")) {
            open.push(new Dictionary(xml.getLocation().getLineNumber()));
          }
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          end(xml.getLocalName(), text.toString(), open, rows);
          text.setLength(0);
        }
        default -> {
          // Comments and the like.
        }
      }
    }
  }

  private static void end(String element, String text, Deque<Dictionary> open, RowCollector rows)
      throws UnreadableListException {
    Dictionary innermost = open.peek();
    if (innermost == null) {
      return;
    }
    switch (element) {
      case "dict" -> {
        open.pop();
        if (innermost.values.containsKey("AETitle")) {
          node(RowCollector.line(innermost.line), innermost.values, rows);
        } else if (open.isEmpty() && !innermost.values.containsKey("SERVERS")) {
          rows.unreadable(RowCollector.line(innermost.line), "The AE title is missing.");
        }
        if (!open.isEmpty()) {
          open.peek().put("");
        }
      }
      case "key" -> innermost.key = text.strip();
      case "true", "false" -> innermost.put(element);
      case "string", "integer", "real", "date", "data", "array" -> innermost.put(text.strip());
      default -> {
        // No element of a property list.
      }
    }
  }

  private static void node(String place, Map<String, String> values, RowCollector rows)
      throws UnreadableListException {
    FoundPeer found =
        new FoundPeer(place)
            .name(values.get("Description"))
            .address(values.get("AETitle"), values.get("Address"), values.get("Port"));
    String tls = values.get("TLSEnabled");
    if (tls != null) {
      found.tls(tls.toLowerCase(Locale.ROOT).equals("true") || tls.equals("1"));
    }
    rows.add(found);
  }
}
