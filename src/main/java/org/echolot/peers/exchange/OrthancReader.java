package org.echolot.peers.exchange;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Arr;
import org.echolot.json.JsonValue.Bool;
import org.echolot.json.JsonValue.Num;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonValue.Text;
import org.jspecify.annotations.Nullable;

/**
 * Orthanc's {@code DicomModalities}: a whole configuration with comments, a piece of one, or what
 * its REST API answers to {@code /modalities?expand}. An entry is {@code [AET, host, port]}, with a
 * manufacturer or not, or an object.
 */
final class OrthancReader implements ListReader {

  static final String MODALITIES = "DicomModalities";

  /** Longer ones than an hour are as good as none; see {@link FoundPeer#timeouts}. */
  private static final BigDecimal MAX_SECONDS = BigDecimal.valueOf(1_000_000);

  private static final int MAX_DIGITS = 20;

  @Override
  public boolean recognizes(ListContent content) {
    if (!content.looksLikeJson()) {
      return false;
    }
    try {
      return content.json().root() instanceof Obj root
          && (root.fields().containsKey(MODALITIES) || areModalities(root.fields().values()));
    } catch (UnreadableListException _) {
      return content.text().contains('"' + MODALITIES + '"');
    }
  }

  private static boolean areModalities(Collection<JsonValue> values) {
    return !values.isEmpty() && values.stream().anyMatch(OrthancReader::isModality);
  }

  private static boolean isModality(JsonValue value) {
    return switch (value) {
      case Arr array ->
          (array.items().size() == 3 || array.items().size() == 4)
              && array.items().getFirst() instanceof Text;
      case Obj object -> object.fields().containsKey("AET") && object.fields().containsKey("Host");
      default -> false;
    };
  }

  @Override
  public ImportedList read(ListContent content) throws UnreadableListException {
    JsonDocument document = content.json();
    if (!(document.root() instanceof Obj root)) {
      throw new UnreadableListException(
          "Orthanc's modalities are an object, not " + document.root().kind());
    }
    JsonValue modalities = root.fields().getOrDefault(MODALITIES, root);
    if (!(modalities instanceof Obj object)) {
      throw new UnreadableListException(
          "\"DicomModalities\" must be an object, not " + modalities.kind());
    }
    RowCollector rows = new RowCollector(PeerListFormat.ORTHANC);
    for (Map.Entry<String, JsonValue> entry : object.fields().entrySet()) {
      String place = RowCollector.line(document.positionOf(entry.getValue()).line());
      row(place, entry.getKey(), entry.getValue(), rows);
    }
    for (JsonDocument.Repeated repeated : document.repeated()) {
      if (object.fields().containsKey(repeated.name())) {
        rows.unreadable(
            RowCollector.line(repeated.position().line()),
            "The name "
                + RowCollector.quoted(repeated.name())
                + " occurs twice; like Orthanc, Echolot uses the last one.");
      }
    }
    return rows.list();
  }

  private static void row(String place, String name, JsonValue value, RowCollector rows)
      throws UnreadableListException {
    FoundPeer found = new FoundPeer(place).name(name);
    switch (value) {
      case Arr array -> {
        List<JsonValue> items = array.items();
        if (items.size() != 3 && items.size() != 4) {
          rows.unreadable(
              place,
              RowCollector.quoted(name)
                  + ": an entry has an AE title, a host and a port, and perhaps a manufacturer;"
                  + " this one has "
                  + items.size()
                  + (items.size() == 1 ? " value." : " values."));
          return;
        }
        rows.add(found.address(text(items.get(0)), text(items.get(1)), text(items.get(2))));
      }
      case Obj object -> {
        Map<String, JsonValue> fields = object.fields();
        found.address(text(fields.get("AET")), text(fields.get("Host")), text(fields.get("Port")));
        if (fields.get("UseDicomTls") instanceof Bool tls) {
          found.tls(tls.value());
        }
        if (fields.get("LocalAet") instanceof Text own) {
          found.callingAe(own.value());
        }
        if (fields.get("Timeout") instanceof Num seconds) {
          Duration time = seconds(seconds.literal());
          found.timeouts(time, null, time, time, null);
        }
        rows.add(found);
      }
      default ->
          rows.unreadable(
              place,
              RowCollector.quoted(name)
                  + ": an entry is a list or an object, not "
                  + value.kind()
                  + ".");
    }
  }

  /** Null where it is none: Orthanc's 0. */
  private static @Nullable Duration seconds(String literal) {
    if (literal.length() > MAX_DIGITS) {
      return null;
    }
    try {
      BigDecimal seconds = new BigDecimal(literal);
      // The exponent first: to compare 1e999999999 takes all its digits.
      return Math.abs(seconds.scale()) > MAX_DIGITS || seconds.compareTo(MAX_SECONDS) > 0
          ? null
          : Duration.ofMillis(seconds.movePointRight(3).longValue());
    } catch (NumberFormatException _) {
      return null;
    }
  }

  static @Nullable String text(@Nullable JsonValue value) {
    return switch (value) {
      case Text text -> text.value();
      case Num number -> number.literal();
      case null, default -> null;
    };
  }
}
