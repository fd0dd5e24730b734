package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of an A-ASSOCIATE-RQ or -AC (PS3.8 9.3.2, 9.3.3). Used once. */
final class AssociateGrammar {

  private static final int APPLICATION_CONTEXT = 0x10;
  private static final int PRESENTATION_CONTEXT_RQ = 0x20;
  private static final int PRESENTATION_CONTEXT_AC = 0x21;

  /** So many odd numbers are there from 1 to 255, which are all IDs (PS3.8 9.3.2.2). */
  static final int MAX_PRESENTATION_CONTEXTS = 128;

  /**
   * The most items and sub-items of a PDU: 128 presentation contexts with 75 transfer syntaxes
   * each. They take far more of ours than of the peer's time.
   */
  static final int MAX_ITEMS = 10_000;

  /** How much of what a peer sent is repeated in a deviation. */
  private static final int MAX_QUOTED = 64;

  private final FieldReader in;

  private int protocolVersion;
  private AeTitleField calledAe = new AeTitleField(Octets.of(new byte[AeTitleField.LENGTH]));
  private AeTitleField callingAe = calledAe;
  private Octets reserved = AssociateRq.NO_RESERVED;
  private @Nullable String applicationContext;
  private int applicationContextAt;
  private @Nullable UserInformation userInformation;
  private final List<PresentationContextRq> proposed = new ArrayList<>();
  private final List<PresentationContextAc> answered = new ArrayList<>();
  private final List<UnrecognizedItem> unrecognized = new ArrayList<>();
  private final BitSet contextIds = new BitSet(256);

  /**
   * @param in what stands behind the header of the PDU
   */
  AssociateGrammar(FieldReader in) {
    this.in = in;
  }

  AssociateRq readRq() throws MalformedPduException {
    readFields(PRESENTATION_CONTEXT_RQ);
    return new AssociateRq(
        protocolVersion,
        calledAe,
        callingAe,
        reserved,
        applicationContext == null ? "" : applicationContext,
        proposed,
        userInformation == null ? UserInformation.NONE : userInformation,
        unrecognized);
  }

  AssociateAc readAc() throws MalformedPduException {
    readFields(PRESENTATION_CONTEXT_AC);
    return new AssociateAc(
        protocolVersion,
        calledAe,
        callingAe,
        reserved,
        applicationContext == null ? "" : applicationContext,
        answered,
        userInformation == null ? UserInformation.NONE : userInformation,
        unrecognized);
  }

  private void readFields(int contextType) throws MalformedPduException {
    int version = in.unsigned16("Protocol version");
    boolean isVersion1 = (version & 1) != 0;
    in.tell("Protocol version", () -> isVersion1 ? "" + version : version + " (not version 1)");
    if (!isVersion1) {
      in.tolerate("Protocol version", 6, "bit 0, which means version 1, is not set", in.section());
    }
    protocolVersion = version;
    in.reserved("Reserved", 2);
    calledAe = readAeTitle("Called AE title");
    callingAe = readAeTitle("Calling AE title");
    reserved = in.octets("Reserved", AssociateRq.RESERVED_LENGTH);
    in.tell("Reserved", () -> "");
    in.items("Item", header -> readItem(header, contextType));
    noteMissing();
  }

  private AeTitleField readAeTitle(String name) throws MalformedPduException {
    AeTitleField field = new AeTitleField(in.octets(name, AeTitleField.LENGTH));
    in.tell(name, field::toString);
    return field;
  }

  private void readItem(ItemHeader header, int contextType) throws MalformedPduException {
    if (header.type() == APPLICATION_CONTEXT) {
      readApplicationContext(header);
    } else if (header.type() == contextType && contextType == PRESENTATION_CONTEXT_RQ) {
      proposed.add(context(header, proposed).readProposal());
    } else if (header.type() == contextType) {
      answered.add(context(header, answered).readAnswer());
    } else if (header.type() == ItemHeader.USER_INFORMATION) {
      readUserInformation(header);
    } else {
      unrecognized.add(readUnrecognized(in, header));
    }
  }

  private void readApplicationContext(ItemHeader header) throws MalformedPduException {
    FieldReader item = in.item(header, "Application context item", in.section() + ".1");
    String name = "Application context name";
    if (applicationContext == null) {
      applicationContextAt = item.position();
      applicationContext = item.uid(name);
    } else {
      // Tolerated: the first counts.
      noteSecond("Application context item", header);
      Octets _ = item.uncheckedUid(name);
    }
  }

  private PresentationContextGrammar context(ItemHeader header, List<?> before)
      throws MalformedPduException {
    String name = "Presentation context item";
    if (before.size() == MAX_PRESENTATION_CONTEXTS) {
      throw in.fault(
          name,
          ItemHeader.LENGTH,
          "is one more than the " + MAX_PRESENTATION_CONTEXTS + " for which there are IDs");
    }
    FieldReader item = in.item(header, name, in.section() + ".2");
    return new PresentationContextGrammar(item, header.at(), contextIds);
  }

  private void readUserInformation(ItemHeader header) throws MalformedPduException {
    // What it holds is defined with the request, and the same in both.
    FieldReader item = in.slice(UserInformation.FIELD, header.length(), 2, "PS3.8 9.3.2.3");
    in.under(in.section() + ".3").tellHeader(header, UserInformation.FIELD, "");
    UserInformation read = new UserInformationGrammar(item).read();
    if (userInformation == null) {
      userInformation = read;
    } else {
      // Tolerated: the first counts.
      noteSecond(UserInformation.FIELD, header);
    }
  }

  /**
   * Skips an item or sub-item of a type that has no meaning where it stands (PS3.8 9.3.1). One of a
   * type that user information has may hold a user identity that went astray.
   */
  static UnrecognizedItem readUnrecognized(FieldReader in, ItemHeader header)
      throws MalformedPduException {
    boolean mayHide = header.isOfUserInformation();
    if (mayHide) {
      in.tellIdentity(header);
    }
    FieldReader item =
        in.item(
            header,
            "Item of type " + FieldText.number(header.type(), 1),
            "PS3.8 9.3.1",
            mayHide && header.length() == 0 ? ", struck out" : "");
    String content = "Item content";
    if (mayHide) {
      return new UnrecognizedItem(header.type(), item.secretRest(content));
    }
    Octets skipped = item.rest(content);
    item.tell(content, () -> "not recognized");
    return new UnrecognizedItem(header.type(), skipped);
  }

  private void noteSecond(String field, ItemHeader header) {
    in.tolerate(field, header.at(), "came twice; the first counts", "PS3.8 9.3.2");
  }

  private void noteMissing() {
    int end = in.position();
    // Tolerated: a Verification can be done without any of these.
    if (applicationContext == null) {
      in.tolerate("Application context item", end, "is missing", in.section());
    } else if (!applicationContext.equals(Uids.APPLICATION_CONTEXT)) {
      in.tolerate(
          "Application context name",
          applicationContextAt,
          "is \"" + quoted(applicationContext) + "\", not " + Uids.APPLICATION_CONTEXT,
          "PS3.7 A.2.1");
    }
    if (userInformation == null) {
      in.tolerate(UserInformation.FIELD, end, "is missing", in.section());
    } else {
      if (userInformation.maxPduLength().isEmpty()) {
        in.tolerate("Maximum length sub-item", end, "is missing", "PS3.8 D.1");
      }
      if (userInformation.implementationClassUid().isEmpty()) {
        in.tolerate("Implementation class UID sub-item", end, "is missing", "PS3.7 D.3.3.2");
      }
    }
  }

  private static String quoted(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
  }
}
