package org.echolot.ticket;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduHeader;
import org.echolot.dicom.pdu.PduType;
import org.echolot.dicom.pdu.Pdv;

/** Hides names in the bytes of PDUs, which stay as long as they were. */
final class HiddenBytes {

  /** Where the called and the calling AE title of an A-ASSOCIATE-RQ or -AC are (PS3.8 9.3.2). */
  private static final int CALLED_AE = 10;

  private static final int CALLING_AE = CALLED_AE + AeTitleField.LENGTH;
  private static final int BEHIND_AES = CALLING_AE + AeTitleField.LENGTH;

  /** What a PDV's length does not count: itself (PS3.8 9.3.5.1). */
  private static final long LENGTH_FIELD = 4;

  private static final int LAST_FRAGMENT = 0x02;

  private final HiddenNames names;

  /** Whether the next fragment goes on where one before it ended, and half a name may be in it. */
  private boolean isFragmentOpen;

  HiddenBytes(HiddenNames names) {
    this.names = names;
  }

  /** Whether bytes begin as a PDU does. */
  static boolean isPdu(Octets bytes) {
    return !bytes.isEmpty() && PduType.ofCode(bytes.unsignedAt(0)).isPresent();
  }

  /** A PDU, or the beginning of one, of one direction of an association; others in any order. */
  Octets hide(Octets bytes) {
    if (!isPdu(bytes)) {
      return blank(bytes);
    }
    int type = bytes.unsignedAt(0);
    if (type == PduType.ASSOCIATE_RQ.code() || type == PduType.ASSOCIATE_AC.code()) {
      return association(bytes);
    }
    return type == PduType.P_DATA_TF.code() ? data(bytes) : text(bytes);
  }

  private Octets association(Octets bytes) {
    if (bytes.length() < BEHIND_AES) {
      return blank(bytes);
    }
    byte[] hidden = bytes.toByteArray();
    aeTitle(bytes, CALLED_AE, hidden);
    aeTitle(bytes, CALLING_AE, hidden);
    Octets rest = text(bytes.slice(BEHIND_AES, bytes.length()));
    System.arraycopy(rest.toByteArray(), 0, hidden, BEHIND_AES, rest.length());
    return Octets.of(hidden);
  }

  private void aeTitle(Octets bytes, int at, byte[] hidden) {
    String title = new AeTitleField(bytes.slice(at, at + AeTitleField.LENGTH)).text();
    if (!title.isEmpty()) {
      byte[] placeholder =
          names.of(HiddenNames.Kind.AE, title).getBytes(StandardCharsets.ISO_8859_1);
      Arrays.fill(hidden, at, at + AeTitleField.LENGTH, (byte) ' ');
      System.arraycopy(placeholder, 0, hidden, at, placeholder.length);
    }
  }

  /** A name may be cut in two by fragments, and then nothing of them is shown. */
  private Octets data(Octets bytes) {
    byte[] hidden = text(bytes).toByteArray();
    int at = PduHeader.LENGTH;
    while (at + Pdv.HEADER_LENGTH <= hidden.length) {
      int data = at + Pdv.HEADER_LENGTH;
      int end = Math.clamp(at + LENGTH_FIELD + unsigned32(bytes, at), data, hidden.length);
      boolean isLast = (bytes.unsignedAt(data - 1) & LAST_FRAGMENT) != 0;
      if (isFragmentOpen || !isLast) {
        Arrays.fill(hidden, data, end, (byte) 0);
      }
      isFragmentOpen = !isLast;
      at = end;
    }
    return Octets.of(hidden);
  }

  private static long unsigned32(Octets bytes, int at) {
    long value = 0;
    for (int i = at; i < at + LENGTH_FIELD; i++) {
      value = (value << 8) | bytes.unsignedAt(i);
    }
    return value;
  }

  private Octets text(Octets bytes) {
    return textOf(names, bytes);
  }

  /** Bytes in which names are texts somewhere. */
  static Octets textOf(HiddenNames names, Octets bytes) {
    return Octets.of(names.hideInPlace(bytes.toLatin1()).getBytes(StandardCharsets.ISO_8859_1));
  }

  /** What is no DICOM keeps its shape alone. */
  private static Octets blank(Octets bytes) {
    byte[] hidden = bytes.toByteArray();
    for (int i = 0; i < hidden.length; i++) {
      if ((hidden[i] > ' ' && hidden[i] < 0x7F) || hidden[i] < 0) {
        hidden[i] = 'x';
      }
    }
    return Octets.of(hidden);
  }
}
