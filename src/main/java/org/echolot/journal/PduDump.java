package org.echolot.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.FieldSpan;
import org.echolot.dicom.pdu.FieldSpan.Kind;
import org.echolot.dicom.pdu.Octets;
import org.echolot.journal.JournalLine.Tone;

/**
 * A PDU as rows: where each field stands, its bytes in hex and as characters, and beside them its
 * name, what it means and the section that says so. Bounded, whatever a peer sends.
 */
final class PduDump {

  /** The most rows that one PDU is given. */
  static final int MAX_ROWS = 4096;

  /** So that the words beside the bytes are in sight in a window of usual width. */
  private static final int WIDTH = 8;

  /** How many bytes of a field are shown. */
  private static final int MAX_FIELD = 64;

  /** How many bytes are shown that nobody has read; most are no DICOM at all. */
  private static final int MAX_UNREAD = 512;

  /**
   * A row of the dump.
   *
   * @param text makes the text, the same at each call
   */
  record Row(Tone tone, Supplier<String> text) {}

  private final Octets bytes;
  private final List<Deviation> deviations;
  private final List<Row> rows = new ArrayList<>();
  private int nextDeviation;

  private PduDump(Octets bytes, List<Deviation> deviations) {
    this.bytes = bytes;
    this.deviations = deviations;
  }

  /**
   * @param spans what the bytes are, see {@link org.echolot.dicom.pdu.PduAnnotator}
   * @param deviations what was tolerated in these bytes, in the order of their offsets
   */
  static List<Row> of(Octets bytes, List<FieldSpan> spans, List<Deviation> deviations) {
    PduDump dump = new PduDump(bytes, deviations);
    for (FieldSpan span : spans) {
      if (dump.rows.size() >= MAX_ROWS) {
        int left = bytes.length() - span.offset();
        dump.add(Tone.PLAIN, () -> "… " + count(left) + " are not shown");
        return dump.rows;
      }
      dump.add(span);
      dump.addDeviations(span.end());
    }
    dump.addDeviations(Integer.MAX_VALUE);
    return dump.rows;
  }

  private void add(FieldSpan span) {
    Tone tone = span.kind() == Kind.FAULT ? Tone.BAD : Tone.PLAIN;
    String words = words(span);
    if (span.kind() == Kind.SECRET) {
      add(tone, () -> row(range(span), "", "", words));
      return;
    }
    int most = span.kind() == Kind.UNREAD ? MAX_UNREAD : MAX_FIELD;
    int shown = Math.min(span.length(), most);
    int from = span.offset();
    for (int at = from; at == from || at < from + shown; at += WIDTH) {
      boolean first = at == from;
      String offset = first ? range(span) : String.valueOf(at);
      Octets part = bytes.slice(at, Math.min(from + shown, at + WIDTH));
      add(tone, () -> row(offset, part.toHex(), printable(part), first ? words : ""));
    }
    if (shown < span.length()) {
      int more = span.length() - shown;
      add(tone, () -> row("", "… " + count(more) + " more", "", ""));
    }
  }

  /** Those whose place was passed. */
  private void addDeviations(int end) {
    while (nextDeviation < deviations.size() && deviations.get(nextDeviation).offset() < end) {
      Deviation tolerated = deviations.get(nextDeviation++);
      add(
          Tone.WARNING,
          () ->
              row(
                  String.valueOf(tolerated.offset()),
                  "",
                  "",
                  "Tolerated: "
                      + tolerated.field()
                      + " "
                      + tolerated.description()
                      + "  "
                      + tolerated.section()));
    }
  }

  private void add(Tone tone, Supplier<String> text) {
    rows.add(new Row(tone, text));
  }

  /** For example {@code Called AE title "ORTHANC" PS3.8 9.3.2}, with two blanks before PS. */
  private static String words(FieldSpan span) {
    String meaning = span.meaning();
    String joint = meaning.isEmpty() ? "" : meaning.startsWith("\"") ? " " : ": ";
    String text = "  ".repeat(span.depth()) + span.name() + joint + meaning;
    return span.section().isEmpty() ? text : text + "  " + span.section();
  }

  private static String range(FieldSpan span) {
    return span.length() < 2
        ? String.valueOf(span.offset())
        : span.offset() + "–" + (span.end() - 1);
  }

  private static String count(int bytes) {
    return String.format(Locale.ROOT, "%,d %s", bytes, bytes == 1 ? "byte" : "bytes");
  }

  /** Put together by hand: a dump has thousands of rows, and a format is read for each of them. */
  private static String row(String offset, String hex, String characters, String words) {
    StringBuilder row = new StringBuilder(64 + words.length()).append("  ");
    column(row, offset, 9).append(' ');
    column(row, hex, 23).append("  ");
    column(row, characters, 8).append("  ");
    return row.append(words).toString().stripTrailing();
  }

  private static StringBuilder column(StringBuilder row, String text, int width) {
    return row.append(text).repeat(' ', Math.max(0, width - text.length()));
  }

  private static String printable(Octets part) {
    StringBuilder text = new StringBuilder(WIDTH);
    for (int i = 0; i < part.length(); i++) {
      int value = part.unsignedAt(i);
      text.append(value >= 0x20 && value < 0x7F ? (char) value : '.');
    }
    return text.toString();
  }
}
