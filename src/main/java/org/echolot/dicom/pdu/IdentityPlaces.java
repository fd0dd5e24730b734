package org.echolot.dicom.pdu;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Where user identities stand in an A-ASSOCIATE-RQ or -AC, right or wrong, whole or in part (PS3.7
 * D.3.3.7). What the walk can't read it goes around as far as lengths can be trusted, for an
 * identity may stand behind it.
 */
final class IdentityPlaces implements FieldVisitor {

  /** Behind how many faults the walk goes on. */
  private static final int MAX_PASSED_OVER = 64;

  /** Bytes from {@code from} (inclusive) to {@code to} (exclusive). */
  private record Place(int from, long to) {}

  /** A length field and what it counts. */
  private static final class Run {
    private final int lengthAt;
    private final int lengthBytes;
    private final long end;
    private int struckOut;

    Run(int lengthAt, int lengthBytes, long end) {
      this.lengthAt = lengthAt;
      this.lengthBytes = lengthBytes;
      this.end = end;
    }
  }

  private final Octets pdu;
  private final List<Place> identities = new ArrayList<>();
  private final List<Place> secrets = new ArrayList<>();
  private final List<Integer> struckOutBefore = new ArrayList<>();
  private int struckOut;
  private final Deque<Run> around = new ArrayDeque<>();
  private final List<Run> shortened = new ArrayList<>();
  private int passedOver;
  private int readTo;
  private boolean readable;

  private IdentityPlaces(Octets pdu) {
    this.pdu = pdu;
  }

  /** Looks for the identities in {@code pdu}, which may be anything. */
  static IdentityPlaces in(Octets pdu) {
    IdentityPlaces places = new IdentityPlaces(pdu);
    places.readTo = pdu.length();
    places.readable = true;
    if (isAssociate(pdu)) {
      try {
        Pdu _ = PduGrammar.read(pdu, Integer.MAX_VALUE, places);
      } catch (CutShortException _) {
        // All that came was read.
      } catch (MalformedPduException fault) {
        places.readTo = (int) fault.offset() + fault.length();
        places.readable = false;
      }
    }
    return places;
  }

  private static boolean isAssociate(Octets pdu) {
    int type = pdu.isEmpty() ? 0 : pdu.unsignedAt(0);
    return type == PduType.ASSOCIATE_RQ.code() || type == PduType.ASSOCIATE_AC.code();
  }

  @Override
  public void counts(int lengthAt, int lengthBytes, long end) {
    leaveRunsBefore(lengthAt);
    around.push(new Run(lengthAt, lengthBytes, end));
  }

  @Override
  public void identity(ItemHeader item) {
    identities.add(new Place(item.at(), item.end()));
  }

  @Override
  public void secret(FieldReader in, int from, String name) {
    int length = in.position() - from;
    if (length == 0) {
      return;
    }
    leaveRunsBefore(from);
    secrets.add(new Place(from, in.position()));
    struckOutBefore.add(struckOut);
    struckOut += length;
    for (Run run : around) {
      if (run.struckOut == 0) {
        shortened.add(run);
      }
      run.struckOut += length;
    }
  }

  private void leaveRunsBefore(int position) {
    while (!around.isEmpty() && around.peek().end <= position) {
      around.pop();
    }
  }

  @Override
  public boolean passesOver(MalformedPduException fault, int itemType) {
    return itemType != ItemHeader.USER_INFORMATION && ++passedOver <= MAX_PASSED_OVER;
  }

  /** Whether nothing is wrong in the PDU, as far as it came. */
  boolean isReadable() {
    return readable && passedOver == 0;
  }

  /** Whether there is anything to strike out. */
  boolean hasSecret() {
    return !secrets.isEmpty();
  }

  /** The PDU with nothing in the place of each secret, and lengths that fit. */
  Octets struckOut() {
    byte[] bytes = pdu.toByteArray();
    for (Run run : shortened) {
      int left = run.struckOut;
      for (int at = run.lengthAt + run.lengthBytes - 1; at >= run.lengthAt; at--) {
        left = Byte.toUnsignedInt(bytes[at]) - left;
        bytes[at] = (byte) left;
        left = -(left >> 8);
      }
    }
    ByteArrayOutputStream kept = new ByteArrayOutputStream(bytes.length);
    int from = 0;
    for (Place secret : secrets) {
      kept.write(bytes, from, secret.from() - from);
      from = (int) secret.to();
    }
    kept.write(bytes, from, bytes.length - from);
    return Octets.of(kept.toByteArray());
  }

  /** An offset in the PDU as it is where the secrets are struck out. */
  int offsetInStruckOut(int offset) {
    int low = 0;
    int high = secrets.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (secrets.get(middle).from() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low == 0) {
      return offset;
    }
    Place last = secrets.get(low - 1);
    int before = struckOutBefore.get(low - 1);
    return offset - before - (int) (Math.min(last.to(), offset) - last.from());
  }

  /** Whether {@code offset} lies in an identity, or is the end of one. */
  boolean isInIdentity(long offset) {
    return identities.stream().anyMatch(i -> i.from() <= offset && offset <= i.to());
  }

  /** Whether an identity stands in the PDU, or may stand in what can't be read. */
  boolean mayHoldIdentity() {
    return !readable || !identities.isEmpty();
  }

  /** Whether an identity stands in the PDU. */
  boolean holdsIdentity() {
    return !identities.isEmpty();
  }

  /** Before which byte surely no identity stands. */
  int identityFrom() {
    return identities.isEmpty() ? readTo : Math.min(readTo, identities.getFirst().from());
  }
}
