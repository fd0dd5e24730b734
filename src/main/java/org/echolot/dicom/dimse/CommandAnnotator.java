package org.echolot.dicom.dimse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.echolot.dicom.pdu.FieldSpan;
import org.echolot.dicom.pdu.FieldSpan.Kind;
import org.echolot.dicom.pdu.FragmentAnnotator;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdv;

/**
 * Tells what the elements of a command set are, over all the fragments in which it travels (PS3.7
 * 6.3.1, PS3.8 Annex E). One of these follows one direction of an association.
 */
public final class CommandAnnotator implements FragmentAnnotator {

  private static final String SECTION = "PS3.7 6.3.1";

  /** Tag and length of an element, in bytes. */
  private static final int ELEMENT_HEADER = 8;

  /** The most characters of a value that are shown. */
  private static final int MAX_SHOWN = 128;

  /** The fragments so far of the command set that is under way. */
  private Octets before = Octets.EMPTY;

  private boolean oversized;

  @Override
  public List<FieldSpan> annotate(Pdv fragment, boolean complete) {
    Octets data = fragment.data();
    if (data.isEmpty()) {
      return List.of();
    }
    if (!fragment.isCommand()) {
      return List.of(plain(data, "Data set fragment", "PS3.7 6.2"));
    }
    if (oversized || before.length() + data.length() > CommandSet.MAX_LENGTH) {
      oversized = !fragment.isLast();
      before = Octets.EMPTY;
      return List.of(plain(data, "Command set fragment, longer than any is looked at", SECTION));
    }
    Octets joined = joined(before, data);
    List<FieldSpan> spans =
        cut(new Walk(joined, complete && fragment.isLast()).spans(), before.length());
    before = fragment.isLast() ? Octets.EMPTY : joined;
    return spans;
  }

  private static FieldSpan plain(Octets data, String name, String section) {
    return new FieldSpan(0, data.length(), 0, name, "", section, Kind.UNREAD);
  }

  private static Octets joined(Octets before, Octets data) {
    byte[] all = new byte[before.length() + data.length()];
    System.arraycopy(before.toByteArray(), 0, all, 0, before.length());
    System.arraycopy(data.toByteArray(), 0, all, before.length(), data.length());
    return Octets.of(all);
  }

  /** What of the spans lies in the fragment that begins at {@code start}, counted from there. */
  private static List<FieldSpan> cut(List<FieldSpan> spans, int start) {
    List<FieldSpan> inside = new ArrayList<>();
    for (FieldSpan span : spans) {
      int from = Math.max(0, span.offset() - start);
      int to = span.end() - start;
      if (to > from || (to == from && span.offset() >= start)) {
        inside.add(span.at(from, to - from, span.depth()));
      }
    }
    return inside;
  }

  /** Reads a command set, or the beginning of one, element by element. */
  private static final class Walk {

    private final Octets bytes;
    private final boolean whole;
    private final List<FieldSpan> spans = new ArrayList<>();
    private int position;

    Walk(Octets bytes, boolean whole) {
      this.bytes = bytes;
      this.whole = whole;
    }

    List<FieldSpan> spans() {
      boolean goesOn = true;
      while (goesOn && position < bytes.length()) {
        goesOn = element();
      }
      return spans;
    }

    private int left() {
      return bytes.length() - position;
    }

    /** Reads an element; false where the reading ends with it. */
    private boolean element() {
      if (left() < ELEMENT_HEADER) {
        return cutShort("Element header", 0, "needs 8 bytes, and " + left() + " are left");
      }
      int tag = CommandSet.shortAt(bytes, position) << 16 | CommandSet.shortAt(bytes, position + 2);
      long length = CommandSet.intAt(bytes, position + 4);
      int room = left() - ELEMENT_HEADER;
      String name = CommandSet.nameOf(tag);
      if (length > room && whole) {
        add(4, 0, name, "", Kind.FIELD);
        add(
            4,
            0,
            name + " length",
            String.format(
                Locale.ROOT, "held %d (%08XH), and %d bytes are left", length, length, room),
            Kind.FAULT);
        rest("Not read", Kind.UNREAD);
        return false;
      }
      add(ELEMENT_HEADER, 0, name, "length " + length, Kind.FIELD);
      String value = ElementText.name(tag).isEmpty() ? "Value" : ElementText.name(tag);
      if (length > room) {
        return cutShort(value, 1, "");
      }
      Octets shown = bytes.slice(position, position + (int) Math.min(length, MAX_SHOWN));
      add((int) length, 1, value, ElementText.meaning(tag, shown), Kind.FIELD);
      return true;
    }

    private boolean cutShort(String name, int depth, String fault) {
      if (whole) {
        add(left(), depth, name, fault, Kind.FAULT);
      } else {
        add(left(), depth, name + ", not all of it", "", Kind.FIELD);
      }
      return false;
    }

    private void rest(String name, Kind kind) {
      add(left(), 0, name, "", kind);
    }

    private void add(int length, int depth, String name, String meaning, Kind kind) {
      if (length > 0) {
        String section = kind == Kind.UNREAD ? "" : depth == 0 ? SECTION : "PS3.7 E.1";
        spans.add(new FieldSpan(position, length, depth, name, meaning, section, kind));
        position += length;
      }
    }
  }
}
