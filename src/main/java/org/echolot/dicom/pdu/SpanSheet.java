package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.echolot.dicom.pdu.FieldSpan.Kind;

/** Lays a span over each field of a PDU. Used once. */
final class SpanSheet implements FieldVisitor {

  private final Octets pdu;
  private final FragmentAnnotator fragments;
  private final List<FieldSpan> spans = new ArrayList<>();
  private int covered;
  private boolean full;
  private boolean guarded;

  SpanSheet(Octets pdu, FragmentAnnotator fragments) {
    this.pdu = pdu;
    this.fragments = fragments;
  }

  @Override
  public void field(FieldReader in, String name, Supplier<String> meaning) {
    if (in.position() > covered && hasRoom()) {
      lay(in.position(), in.depth(), name, meaning.get(), in.section(), Kind.FIELD);
    }
  }

  @Override
  public void secret(FieldReader in, int from, String name) {
    if (hasRoom()) {
      lay(in.position(), in.depth(), name, "not shown", in.section(), Kind.SECRET);
    }
  }

  /** In a request that can't be read, a user identity may be anywhere (PS3.7 D.3.3.7). */
  @Override
  public void counts(int lengthAt, int lengthBytes, long end) {
    guarded |= pdu.unsignedAt(0) == PduType.ASSOCIATE_RQ.code();
  }

  @Override
  public void identity(ItemHeader item) {
    guarded = true;
  }

  @Override
  public void fragment(FieldReader in, Pdv fragment, boolean complete) {
    int from = in.position() - fragment.data().length();
    for (FieldSpan span : fragments.annotate(fragment, complete)) {
      if (hasRoom()) {
        spans.add(span.at(from + span.offset(), span.length(), in.depth() + span.depth()));
        covered = from + span.end();
      }
    }
  }

  private boolean hasRoom() {
    full |= spans.size() >= PduAnnotator.MAX_SPANS;
    return !full;
  }

  private void lay(int to, int depth, String name, String meaning, String section, Kind kind) {
    if (to > covered) {
      spans.add(new FieldSpan(covered, to - covered, depth, name, meaning, section, kind));
      covered = to;
    }
  }

  private void mark(int length, String name, String meaning, String section) {
    spans.add(new FieldSpan(covered, length, 0, name, meaning, section, Kind.FAULT));
    covered += length;
  }

  /** The spans where all was read; what is left lies behind the PDU. */
  List<FieldSpan> spans() {
    int more = pdu.length() - covered;
    if (full) {
      layRest(Kind.UNREAD, tooMany());
    } else if (more > 0) {
      mark(0, "The end of the PDU", more + " bytes more than its length says", "PS3.8 9.3.1");
      layRest(Kind.UNREAD, "Not read");
    }
    return spans;
  }

  /** The spans where the walk met a fault. */
  List<FieldSpan> spansTo(MalformedPduException fault) {
    if (full) {
      layRest(Kind.UNREAD, tooMany());
    } else {
      lay((int) fault.offset(), 0, "Begin of an item", "", "PS3.8 9.3.1", Kind.FIELD);
      int shown = guarded ? 0 : Math.min(fault.length(), pdu.length() - covered);
      mark(shown, fault.field(), fault.held(), fault.section());
      layRest(Kind.UNREAD, "Not read");
    }
    return spans;
  }

  /**
   * The spans where no more bytes came.
   *
   * @param field the field in which they end
   * @param missing what to say where bytes are missing
   */
  List<FieldSpan> spansOfPart(String field, String missing) {
    if (full) {
      layRest(Kind.UNREAD, tooMany());
    } else {
      layRest(Kind.FIELD, field + ", not all of it");
      mark(0, "The end of what came", missing, "PS3.8 9.3.1");
    }
    return spans;
  }

  private static String tooMany() {
    return "Not looked at: more than " + PduAnnotator.MAX_SPANS + " fields";
  }

  /** What can't be read must not be shown either where a user identity may be in it. */
  private void layRest(Kind kind, String name) {
    if (guarded) {
      lay(pdu.length(), 0, name, "may hold a user identity", "", Kind.SECRET);
    } else {
      lay(pdu.length(), 0, name, "", "", kind);
    }
  }
}
