package org.echolot.dicom.pdu;

import java.util.List;

/**
 * A-ASSOCIATE-RQ (PS3.8 9.3.2).
 *
 * @param protocolVersion bytes 7-8, 0 to 65,535; bit 0 is version 1
 * @param calledAe bytes 11-26, as they stand
 * @param callingAe bytes 27-42, as they stand
 * @param reserved bytes 43-74, 32 bytes; an acceptor sends them back (PS3.8 9.3.3)
 * @param applicationContext item 10H; empty if there was none
 * @param presentationContexts items 20H, in order
 * @param userInformation item 50H
 * @param unrecognizedItems items of other types, kept to be shown
 */
public record AssociateRq(
    int protocolVersion,
    AeTitleField calledAe,
    AeTitleField callingAe,
    Octets reserved,
    String applicationContext,
    List<PresentationContextRq> presentationContexts,
    UserInformation userInformation,
    List<UnrecognizedItem> unrecognizedItems)
    implements Pdu {

  /** Version 1, the only one there is. */
  public static final int PROTOCOL_VERSION = 1;

  /** What stands before the items, with the PDU's header, in bytes; in an A-ASSOCIATE-AC too. */
  static final int FIXED_LENGTH = 74;

  /** The length of the reserved field behind the AE titles, in bytes. */
  public static final int RESERVED_LENGTH = 32;

  /** What the reserved field holds where nothing else is asked for. */
  public static final Octets NO_RESERVED = Octets.of(new byte[RESERVED_LENGTH]);

  /**
   * @throws IllegalArgumentException if a value does not fit the wire
   */
  public AssociateRq {
    Ranges.requireUnsigned16("protocol version", protocolVersion);
    if (reserved.length() != RESERVED_LENGTH) {
      throw new IllegalArgumentException("the reserved field has 32 bytes");
    }
    Texts.requireEncodable("application context name", applicationContext);
    presentationContexts = List.copyOf(presentationContexts);
    unrecognizedItems = List.copyOf(unrecognizedItems);
  }

  @Override
  public PduType type() {
    return PduType.ASSOCIATE_RQ;
  }
}
