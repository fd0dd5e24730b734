package org.echolot.dicom.pdu;

import java.util.List;

/**
 * A proposed presentation context, item 20H (PS3.8 9.3.2.2).
 *
 * @param id 0 to 255; the standard wants an odd number from 1 to 255
 * @param abstractSyntax the UID of the service, sub-item 30H; empty if there was none
 * @param transferSyntaxes the UIDs of the encodings offered, sub-items 40H, in the sender's order
 * @param unrecognizedItems sub-items of other types, kept to be shown
 */
public record PresentationContextRq(
    int id,
    String abstractSyntax,
    List<String> transferSyntaxes,
    List<UnrecognizedItem> unrecognizedItems) {

  /**
   * @throws IllegalArgumentException if a value does not fit the wire
   */
  public PresentationContextRq {
    Ranges.requireUnsigned8("presentation context ID", id);
    Texts.requireEncodable("abstract syntax", abstractSyntax);
    transferSyntaxes = List.copyOf(transferSyntaxes);
    transferSyntaxes.forEach(uid -> Texts.requireEncodable("transfer syntax", uid));
    unrecognizedItems = List.copyOf(unrecognizedItems);
  }

  /** A context without unrecognized sub-items. */
  public PresentationContextRq(int id, String abstractSyntax, List<String> transferSyntaxes) {
    this(id, abstractSyntax, transferSyntaxes, List.of());
  }
}
