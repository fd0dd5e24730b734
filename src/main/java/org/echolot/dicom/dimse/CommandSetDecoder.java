package org.echolot.dicom.dimse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;

/** Reads the elements of a command set (PS3.7 6.3.1). Used once. */
final class CommandSetDecoder {

  /** How many deviations of the elements are kept, whatever a peer sends. */
  private static final int MAX_DEVIATIONS = 16;

  private final Octets bytes;
  private final SortedMap<Integer, Octets> elements = CommandSet.newElements();
  private final Map<Integer, Integer> offsets = new HashMap<>();
  private final List<Deviation> deviations = new ArrayList<>();

  CommandSetDecoder(Octets bytes) {
    this.bytes = bytes;
  }

  CommandSet.Decoded decode() throws MalformedCommandException {
    CommandElements walk = new CommandElements();
    walk.append(bytes);
    CommandElements.Header previous = null;
    for (CommandElements.Header header = walk.next(); header != null; header = walk.next()) {
      boolean ordered =
          previous == null || Integer.compareUnsigned(header.tag(), previous.tag()) > 0;
      note(header.tag(), ordered, header.length(), header.at());
      previous = header;
      if (elements.putIfAbsent(header.tag(), walk.value(header, bytes.length())) == null) {
        offsets.put(header.tag(), header.at());
      }
    }
    walk.requireEnd();
    noteGroupLength();
    return new CommandSet.Decoded(new CommandSet(elements, offsets, bytes.length()), deviations);
  }

  private void note(int tag, boolean ordered, long length, int position) {
    if (deviations.size() >= MAX_DEVIATIONS) {
      return;
    }
    String name = CommandSet.nameOf(tag);
    if (tag >>> 16 != 0) {
      // Tolerated: an element that is no command element is kept and not looked at.
      deviations.add(
          new Deviation(name, position, "is not of group 0000H", CommandElements.SECTION));
    }
    if (elements.containsKey(tag)) {
      // Tolerated: the first one is as good as any.
      deviations.add(
          new Deviation(name, position, "came twice; the first counts", CommandElements.SECTION));
    } else if (!ordered) {
      // Tolerated: elements are found by their tags.
      deviations.add(
          new Deviation(
              name, position, "does not stand in the order of the tags", CommandElements.SECTION));
    }
    if (length % 2 != 0) {
      // Tolerated: the length says where the value ends.
      deviations.add(
          new Deviation(name, position + 4, "has an odd length, " + length, "PS3.5 7.1"));
    }
  }

  private void noteGroupLength() {
    String name = CommandSet.nameOf(CommandSet.GROUP_LENGTH);
    Octets value = elements.get(CommandSet.GROUP_LENGTH);
    if (value == null) {
      // Tolerated: the fragments say where the command set ends.
      deviations.add(new Deviation(name, 0, "is missing", "PS3.7 E.1"));
      return;
    }
    long rest = bytes.length() - (long) CommandElements.HEADER - value.length();
    long held = value.length() == 4 ? CommandSet.intAt(value, 0) : -1;
    if (held != rest) {
      // Tolerated, for the same reason.
      String shown = held < 0 ? value.toString() : String.valueOf(held);
      deviations.add(
          new Deviation(
              name,
              offsets.getOrDefault(CommandSet.GROUP_LENGTH, 0),
              "held " + shown + ", but " + rest + " bytes follow",
              "PS3.7 E.1"));
    }
  }
}
