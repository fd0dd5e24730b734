package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of an A-ASSOCIATE-RQ or -AC (PS3.8 9.3.2, 9.3.3). Used once. */
final class AssociateDecoder {

  private static final int APPLICATION_CONTEXT = 0x10;
  private static final int PRESENTATION_CONTEXT_RQ = 0x20;
  private static final int PRESENTATION_CONTEXT_AC = 0x21;
  private static final int ABSTRACT_SYNTAX = 0x30;
  private static final int TRANSFER_SYNTAX = 0x40;
  private static final int USER_INFORMATION = 0x50;

  /** How much of what a peer sent is repeated in a deviation. */
  private static final int MAX_QUOTED = 64;

  private final Octets bytes;
  private final Deviations deviations;

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

  AssociateDecoder(Octets bytes, List<Deviation> deviations) {
    this.bytes = bytes;
    this.deviations = new Deviations(deviations);
  }

  AssociateRq readRq() throws MalformedPduException {
    readFields("PS3.8 9.3.2", PRESENTATION_CONTEXT_RQ);
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
    readFields("PS3.8 9.3.3", PRESENTATION_CONTEXT_AC);
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

  private void readFields(String section, int contextType) throws MalformedPduException {
    ItemReader in = new ItemReader(bytes, PduHeader.LENGTH, bytes.length(), section);
    protocolVersion = in.unsigned16("Protocol version");
    if ((protocolVersion & 1) == 0) {
      deviations.add(
          "Protocol version", 6, "bit 0, which stands for version 1, is not set", section);
    }
    in.skip("Reserved", 2);
    calledAe = new AeTitleField(in.octets("Called AE title", AeTitleField.LENGTH));
    callingAe = new AeTitleField(in.octets("Calling AE title", AeTitleField.LENGTH));
    reserved = in.octets("Reserved", AssociateRq.RESERVED_LENGTH);
    while (in.hasMore()) {
      int at = in.position();
      int type = in.unsigned8("Item type");
      in.skip("Item reserved byte", 1);
      int length = in.unsigned16("Item length");
      readItem(type, at, in, length, contextType);
    }
    noteMissing(section);
  }

  private void readItem(int type, int at, ItemReader in, int length, int contextType)
      throws MalformedPduException {
    if (type == APPLICATION_CONTEXT) {
      ItemReader item = in.slice("Application context item", length, 2, "PS3.8 9.3.2.1");
      if (applicationContext == null) {
        applicationContextAt = item.position();
        applicationContext = uid(item, "Application context name");
      } else {
        // Tolerated: the first counts.
        noteSecond("Application context item", at, "PS3.8 9.3.2");
      }
    } else if (type == contextType && type == PRESENTATION_CONTEXT_RQ) {
      proposed.add(
          readProposal(in.slice("Presentation context item", length, 2, "PS3.8 9.3.2.2"), at));
    } else if (type == contextType) {
      answered.add(
          readAnswer(in.slice("Presentation context item", length, 2, "PS3.8 9.3.3.2"), at));
    } else if (type == USER_INFORMATION) {
      ItemReader item = in.slice(UserInformation.FIELD, length, 2, "PS3.8 9.3.2.3");
      UserInformation read = new UserInformationDecoder(deviations).read(item);
      if (userInformation == null) {
        userInformation = read;
      } else {
        // Tolerated: the first counts.
        noteSecond(UserInformation.FIELD, at, "PS3.8 9.3.2");
      }
    } else {
      // Items of unrecognized types are skipped (PS3.8 9.3.1).
      unrecognized.add(unrecognized(type, in, length));
    }
  }

  static UnrecognizedItem unrecognized(int type, ItemReader in, int length)
      throws MalformedPduException {
    ItemReader item =
        in.slice("Item of type " + ItemReader.number(type, 1), length, 2, "PS3.8 9.3.1");
    return new UnrecognizedItem(type, item.octets("Item content", length));
  }

  private PresentationContextRq readProposal(ItemReader item, int at) throws MalformedPduException {
    int id = readContextId(item, at);
    item.skip("Presentation context reserved bytes", 3);
    String abstractSyntax = "";
    List<String> transferSyntaxes = new ArrayList<>();
    List<UnrecognizedItem> others = new ArrayList<>();
    while (item.hasMore()) {
      int subItemAt = item.position();
      int type = item.unsigned8("Sub-item type");
      item.skip("Sub-item reserved byte", 1);
      int length = item.unsigned16("Sub-item length");
      if (type == ABSTRACT_SYNTAX && abstractSyntax.isEmpty()) {
        abstractSyntax =
            uid(
                item.slice("Abstract syntax sub-item", length, 2, "PS3.8 9.3.2.2.1"),
                "Abstract syntax");
      } else if (type == TRANSFER_SYNTAX) {
        transferSyntaxes.add(
            uid(
                item.slice("Transfer syntax sub-item", length, 2, "PS3.8 9.3.2.2.2"),
                "Transfer syntax"));
      } else {
        if (type == ABSTRACT_SYNTAX) {
          // Tolerated: the first counts.
          noteSecond("Abstract syntax sub-item", subItemAt, "PS3.8 9.3.2.2");
        }
        others.add(unrecognized(type, item, length));
      }
    }
    if (abstractSyntax.isEmpty()) {
      // Tolerated: such a context can only be refused, and the others may be fine.
      deviations.add("Presentation context item", at, "has no abstract syntax", "PS3.8 9.3.2.2");
    }
    return new PresentationContextRq(id, abstractSyntax, transferSyntaxes, others);
  }

  private PresentationContextAc readAnswer(ItemReader item, int at) throws MalformedPduException {
    int id = readContextId(item, at);
    item.skip("Presentation context reserved byte", 1);
    int result = item.unsigned8("Presentation context result");
    item.skip("Presentation context reserved byte", 1);
    boolean significant = result == PresentationContextAc.ACCEPTANCE;
    String transferSyntax = null;
    List<UnrecognizedItem> others = new ArrayList<>();
    while (item.hasMore()) {
      int subItemAt = item.position();
      int type = item.unsigned8("Sub-item type");
      item.skip("Sub-item reserved byte", 1);
      int length = item.unsigned16("Sub-item length");
      if (type == TRANSFER_SYNTAX && transferSyntax == null) {
        ItemReader syntax = item.slice("Transfer syntax sub-item", length, 2, "PS3.8 9.3.3.2.1");
        transferSyntax = significant ? uid(syntax, "Transfer syntax") : insignificant(syntax);
      } else {
        if (type == TRANSFER_SYNTAX && significant) {
          // Tolerated: the first counts.
          noteSecond("Transfer syntax sub-item", subItemAt, "PS3.8 9.3.3.2");
        }
        others.add(unrecognized(type, item, length));
      }
    }
    if (significant && (transferSyntax == null || transferSyntax.isEmpty())) {
      // Tolerated: what we proposed was one syntax, so there is no doubt which one is meant.
      deviations.add(
          "Presentation context item",
          at,
          "is accepted without a transfer syntax",
          "PS3.8 9.3.3.2");
    }
    return new PresentationContextAc(id, result, transferSyntax, others);
  }

  /** The transfer syntax of a refused context is not to be tested (PS3.8 9.3.3.2). */
  private static String insignificant(ItemReader syntax) throws MalformedPduException {
    return syntax.octets("Transfer syntax", syntax.remaining()).toLatin1();
  }

  private int readContextId(ItemReader item, int at) throws MalformedPduException {
    int id = item.unsigned8("Presentation context ID");
    if (id % 2 == 0) {
      // Tolerated: it names the context all the same.
      deviations.add("Presentation context ID", at + 4, "is " + id + ", not odd", "PS3.8 9.3.2.2");
    }
    if (contextIds.get(id)) {
      // Tolerated: whoever looks for the context takes the first.
      deviations.add(
          "Presentation context ID", at + 4, "is " + id + ", which came before", "PS3.8 9.3.2.2");
    }
    contextIds.set(id);
    return id;
  }

  private void noteSecond(String field, int at, String section) {
    deviations.add(field, at, "came twice; the first counts", section);
  }

  private static String quoted(String text) {
    return text.length() <= MAX_QUOTED ? text : text.substring(0, MAX_QUOTED) + "…";
  }

  private String uid(ItemReader item, String field) throws MalformedPduException {
    return deviations.trimmed(field, item.position(), item.octets(field, item.remaining()));
  }

  private void noteMissing(String section) {
    // Tolerated: a Verification can be done without any of these.
    if (applicationContext == null) {
      deviations.add("Application context item", bytes.length(), "is missing", section);
    } else if (!applicationContext.equals(Uids.APPLICATION_CONTEXT)) {
      deviations.add(
          "Application context name",
          applicationContextAt,
          "is \"" + quoted(applicationContext) + "\", not " + Uids.APPLICATION_CONTEXT,
          "PS3.7 A.2.1");
    }
    if (userInformation == null) {
      deviations.add(UserInformation.FIELD, bytes.length(), "is missing", section);
    } else {
      if (userInformation.maxPduLength().isEmpty()) {
        deviations.add("Maximum length sub-item", bytes.length(), "is missing", "PS3.8 D.1");
      }
      if (userInformation.implementationClassUid().isEmpty()) {
        deviations.add(
            "Implementation class UID sub-item", bytes.length(), "is missing", "PS3.7 D.3.3.2");
      }
    }
  }
}
