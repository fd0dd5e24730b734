package org.echolot.dicom.dimse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.FieldSpan;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.fuzz.Budget;

/** Any bytes, as a command set: read, written, told element by element, in fragments. */
public final class CommandFuzz {

  private static final Budget BUDGET = Budget.of(256, 4_000);

  private CommandFuzz() {}

  /** Inputs to begin with: the length of a fragment, and a command set. */
  public static Stream<byte[]> seeds() {
    return Stream.of(CommandSetTest.ECHO_RQ, CommandSetTest.ECHO_RSP)
        .flatMap(
            command ->
                Stream.of(Octets.of((byte) 0), Octets.of((byte) 7))
                    .map(length -> joined(length, command)));
  }

  private static byte[] joined(Octets length, Octets command) {
    byte[] all = new byte[1 + command.length()];
    all[0] = (byte) length.unsignedAt(0);
    System.arraycopy(command.toByteArray(), 0, all, 1, command.length());
    return all;
  }

  /** Tries one input. */
  public static void run(byte[] bytes) throws Exception {
    if (bytes.length > 1) {
      Octets command = Octets.copyOf(bytes, 1, bytes.length);
      int step = 1 + (bytes[0] & 0xFF);
      BUDGET.holds(bytes.length, () -> command(command, step));
    }
  }

  private static void command(Octets bytes, int step) throws MalformedCommandException {
    CommandSet.Decoded decoded = null;
    try {
      decoded = CommandSet.decode(bytes);
    } catch (MalformedCommandException fault) {
      assertThat(fault.description()).isNotBlank();
    }
    if (decoded != null) {
      Octets written = decoded.commandSet().encode();
      assertThat(counted(CommandSet.decode(written))).isEqualTo(counted(decoded));
      assertThat(decoded.commandSet().toString()).isNotBlank();
    }
    CommandAnnotator annotator = new CommandAnnotator();
    for (int from = 0; from < bytes.length(); from += step) {
      int to = Math.min(bytes.length(), from + step);
      Pdv fragment = Pdv.command(1, to == bytes.length(), bytes.slice(from, to));
      requireInside(annotator.annotate(fragment, true), to - from);
    }
  }

  /** The elements without the group length, which is written as it is right. */
  private static SortedMap<Integer, Octets> counted(CommandSet.Decoded decoded) {
    SortedMap<Integer, Octets> elements = new TreeMap<>(decoded.commandSet().elements());
    elements.remove(CommandSet.GROUP_LENGTH);
    return elements;
  }

  private static void requireInside(List<FieldSpan> spans, int length) {
    for (FieldSpan span : spans) {
      assertThat(span.offset()).as(span.name()).isBetween(0, length);
      assertThat(span.end()).as(span.name()).isBetween(span.offset(), length);
    }
  }
}
