package org.echolot.dicom.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-AC (PS3.8 9.3.3).
 *
 * @param protocolVersion bytes 7-8, 0 to 65,535; bit 0 is version 1
 * @param calledAe bytes 11-26: what the request held there; not to be tested (PS3.8 9.3.3)
 * @param callingAe bytes 27-42: what the request held there; not to be tested (PS3.8 9.3.3)
 * @param reserved bytes 43-74, 32 bytes: what the request held there
 * @param applicationContext item 10H; empty if there was none
 * @param presentationContexts items 21H, in order
 * @param userInformation item 50H
 * @param unrecognizedItems items of other types, kept to be shown
 */
public record AssociateAc(
    int protocolVersion,
    AeTitleField calledAe,
    AeTitleField callingAe,
    Octets reserved,
    String applicationContext,
    List<PresentationContextAc> presentationContexts,
    UserInformation userInformation,
    List<UnrecognizedItem> unrecognizedItems)
    implements Pdu {

  /**
   * @throws IllegalArgumentException if a value does not fit the wire
   */
  public AssociateAc {
    Ranges.requireUnsigned16("protocol version", protocolVersion);
    if (reserved.length() != AssociateRq.RESERVED_LENGTH) {
      throw new IllegalArgumentException("the reserved field has 32 bytes");
    }
    Texts.requireEncodable("application context name", applicationContext);
    presentationContexts = List.copyOf(presentationContexts);
    unrecognizedItems = List.copyOf(unrecognizedItems);
  }

  @Override
  public PduType type() {
    return PduType.ASSOCIATE_AC;
  }
}
