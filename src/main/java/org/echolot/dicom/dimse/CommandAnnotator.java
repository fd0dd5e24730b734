package org.echolot.dicom.dimse;

import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.pdu.FieldSpan;
import org.echolot.dicom.pdu.FieldSpan.Kind;
import org.echolot.dicom.pdu.FragmentAnnotator;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdv;

/**
 * Tells what the elements of a command set are, over all the fragments in which it travels (PS3.7
 * 6.3.1, PS3.8 Annex E). One of these follows one direction of an association. What it keeps and
 * what it makes is bounded, whatever a peer sends.
 */
public final class CommandAnnotator implements FragmentAnnotator {

  /** The most elements of a command set that are told apart. PS3.7 E.1 knows three dozen. */
  static final int MAX_ELEMENTS = 256;

  /** The most characters of a value that are shown. */
  private static final int MAX_SHOWN = 128;

  /** The command set that is under way. */
  private CommandElements elements = new CommandElements();

  private int told;
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
    List<FieldSpan> spans = spansOf(data, complete && fragment.isLast());
    if (fragment.isLast()) {
      elements = new CommandElements();
      told = 0;
      oversized = false;
    }
    return spans;
  }

  private static FieldSpan plain(Octets data, String name, String section) {
    return new FieldSpan(0, data.length(), 0, name, "", section, Kind.UNREAD);
  }

  private List<FieldSpan> spansOf(Octets data, boolean last) {
    oversized |= elements.length() + data.length() > CommandSet.MAX_LENGTH;
    if (oversized) {
      String name = "Command set fragment, longer than any is looked at";
      return List.of(plain(data, name, CommandElements.SECTION));
    }
    Sheet sheet = new Sheet(elements.length());
    elements.append(data);
    CommandElements.Header element = told < MAX_ELEMENTS ? elements.next() : null;
    while (element != null) {
      told++;
      sheet.addHeader(element);
      sheet.add(
          element.valueAt() + (int) element.length(),
          1,
          valueName(element.tag()),
          ElementText.meaning(element.tag(), elements.value(element, MAX_SHOWN)),
          Kind.FIELD);
      element = told < MAX_ELEMENTS ? elements.next() : null;
    }
    if (told == MAX_ELEMENTS) {
      sheet.add(
          elements.length(), 0, "Command set, more elements than are looked at", "", Kind.UNREAD);
    } else if (last) {
      addEnd(sheet);
    } else {
      addBegun(sheet);
    }
    return sheet.spans;
  }

  /** An element of which more comes with the next fragment. */
  private void addBegun(Sheet sheet) {
    CommandElements.Header begun = elements.begun();
    String name = "Element header";
    if (begun != null) {
      sheet.addHeader(begun);
      name = valueName(begun.tag());
    }
    sheet.add(elements.length(), begun == null ? 0 : 1, name + ", not all of it", "", Kind.FIELD);
  }

  /** Nothing more comes, and an element that was begun is at fault. */
  private void addEnd(Sheet sheet) {
    try {
      elements.requireEnd();
    } catch (MalformedCommandException fault) {
      CommandElements.Header begun = elements.begun();
      if (begun != null) {
        sheet.add(fault.offset(), 0, CommandSet.nameOf(begun.tag()), "", Kind.FIELD);
      }
      int end = begun == null ? elements.length() : begun.valueAt();
      sheet.add(end, 0, fault.field(), fault.held(), Kind.FAULT);
      sheet.add(elements.length(), 0, "Not read", "", Kind.UNREAD);
    }
  }

  private static String valueName(int tag) {
    String name = ElementText.name(tag);
    return name.isEmpty() ? "Value" : name;
  }

  /** The spans of one fragment: of an element that began before, what lies in it. */
  private static final class Sheet {

    private final int start;
    private final List<FieldSpan> spans = new ArrayList<>();
    private int covered;

    /**
     * @param start where the fragment begins in the command set
     */
    Sheet(int start) {
      this.start = start;
      this.covered = start;
    }

    void addHeader(CommandElements.Header element) {
      String name = CommandSet.nameOf(element.tag());
      add(element.valueAt(), 0, name, "length " + element.length(), Kind.FIELD);
    }

    /** Lays a span up to {@code end}, a place in the command set. */
    void add(int end, int depth, String name, String meaning, Kind kind) {
      if (end > covered) {
        String section =
            kind == Kind.UNREAD ? "" : depth == 0 ? CommandElements.SECTION : "PS3.7 E.1";
        spans.add(
            new FieldSpan(covered - start, end - covered, depth, name, meaning, section, kind));
        covered = end;
      }
    }
  }
}
