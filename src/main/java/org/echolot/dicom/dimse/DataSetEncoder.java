package org.echolot.dicom.dimse;

import java.io.ByteArrayOutputStream;
import org.echolot.dicom.pdu.Octets;

/** Writes data sets (PS3.5 7.1, 7.5). */
final class DataSetEncoder {

  private final TransferSyntax syntax;

  DataSetEncoder(TransferSyntax syntax) {
    this.syntax = syntax;
  }

  Octets encode(DataSet dataSet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (DataElement element : dataSet.elements()) {
      switch (element) {
        case DataElement.Value(int tag, ValueRepresentation vr, Octets bytes) -> {
          if (vr == null && syntax == TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN) {
            throw new IllegalArgumentException(CommandSet.tagText(tag) + " has no VR");
          }
          write(out, tag, vr == null ? ValueRepresentation.UN : vr, bytes);
        }
        case DataElement.Sequence sequence ->
            write(out, sequence.tag(), ValueRepresentation.SQ, items(sequence));
      }
    }
    return Octets.of(out.toByteArray());
  }

  private Octets items(DataElement.Sequence sequence) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (DataSet item : sequence.items()) {
      Octets content = encode(item);
      writeTag(out, DataSetWalk.ITEM);
      write(out, content.length(), 4);
      out.writeBytes(content.toByteArray());
    }
    return Octets.of(out.toByteArray());
  }

  private void write(ByteArrayOutputStream out, int tag, ValueRepresentation vr, Octets value) {
    writeTag(out, tag);
    if (syntax == TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN) {
      write(out, value.length(), 4);
    } else {
      out.write(vr.code().charAt(0));
      out.write(vr.code().charAt(1));
      if (vr.hasLongLength()) {
        write(out, 0, 2);
        write(out, value.length(), 4);
      } else if (value.length() <= 0xFFFF) {
        write(out, value.length(), 2);
      } else {
        throw new IllegalArgumentException(
            CommandSet.tagText(tag) + " is longer than VR " + vr + " allows");
      }
    }
    out.writeBytes(value.toByteArray());
  }

  private static void writeTag(ByteArrayOutputStream out, int tag) {
    write(out, tag >>> 16, 2);
    write(out, tag, 2);
  }

  private static void write(ByteArrayOutputStream out, int value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      out.write(value >>> (8 * i));
    }
  }
}
