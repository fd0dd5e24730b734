package org.echolot.dicom.pdu;

import java.util.Arrays;
import java.util.List;

/**
 * Strikes user identities out of a PDU before anybody is told of it (PS3.7 D.3.3.7): the primary
 * and secondary field of 58H, the server response of 59H, wherever such an item stands, and what is
 * in items outside of user information whose type has a meaning only inside. In their place is
 * nothing, so that not even their length is told. Pure; safe for use by any thread.
 */
public final class UserIdentityRedaction {

  /** Where the length of a PDU stands in its header. */
  private static final int LENGTH_FIELD = 2;

  /** A PDU as others may see it. */
  public record Shown(Pdu pdu, Octets bytes) {}

  private UserIdentityRedaction() {}

  /**
   * The PDU and its bytes as they are if no secret is in them; else both without.
   *
   * @param bytes the bytes of {@code pdu}, as it came or went
   * @throws IllegalArgumentException if {@code bytes} are no PDU
   */
  public static Shown shown(Pdu pdu, Octets bytes) {
    IdentityPlaces places = IdentityPlaces.in(bytes);
    if (places.isReadable() && !places.hasSecret()) {
      return new Shown(pdu, bytes);
    }
    Octets struckOut = places.struckOut();
    try {
      return new Shown(PduDecoder.decode(struckOut).pdu(), struckOut);
    } catch (MalformedPduException fault) {
      throw new IllegalArgumentException("these are not the bytes of a PDU", fault);
    }
  }

  /**
   * What was tolerated in a PDU that came, with the places counted as if its user identities were
   * empty: what stands behind one would tell how long it is.
   */
  public static List<Deviation> shown(List<Deviation> deviations, Octets bytes) {
    if (deviations.isEmpty()) {
      return deviations;
    }
    IdentityPlaces places = IdentityPlaces.in(bytes);
    return deviations.stream()
        .map(
            d ->
                new Deviation(
                    d.field(), places.offsetInStruckOut(d.offset()), d.description(), d.section()))
        .toList();
  }

  /**
   * As much of bytes that can't be read as surely holds no secret. Of a request only the fixed part
   * is shown; of an acceptance, in which what is wrong should be seen, all before a user identity,
   * and nothing behind a fault behind which one could stand unseen. Where an identity may stand in
   * what is left out, so is the length of the PDU, which would tell that of the secret.
   */
  public static Octets shownOfUnreadable(Octets bytes) {
    if (bytes.length() <= AssociateRq.FIXED_LENGTH) {
      return bytes;
    }
    IdentityPlaces places = IdentityPlaces.in(bytes);
    if (bytes.unsignedAt(0) == PduType.ASSOCIATE_RQ.code()) {
      Octets fixed = bytes.slice(0, AssociateRq.FIXED_LENGTH);
      return places.mayHoldIdentity() ? withoutLength(fixed) : fixed;
    }
    Octets shown = bytes.slice(0, Math.max(AssociateRq.FIXED_LENGTH, places.identityFrom()));
    return places.holdsIdentity() ? withoutLength(shown) : shown;
  }

  private static Octets withoutLength(Octets bytes) {
    byte[] shown = bytes.toByteArray();
    Arrays.fill(shown, LENGTH_FIELD, PduHeader.LENGTH, (byte) 0);
    return Octets.of(shown);
  }

  /**
   * A fault as others may hear of it: what is wrong in a user identity tells how long a part is.
   *
   * @param bytes those in which it was found
   */
  public static MalformedPduException shown(MalformedPduException fault, Octets bytes) {
    return IdentityPlaces.in(bytes).isInIdentity(fault.offset())
        ? new MalformedPduException(
            fault.field(),
            fault.offset(),
            "does not fit what it is in; what it held is not shown",
            fault.section())
        : fault;
  }
}
