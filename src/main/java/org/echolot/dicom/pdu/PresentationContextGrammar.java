package org.echolot.dicom.pdu;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one presentation context, proposed or answered (PS3.8 9.3.2.2, 9.3.3.2). Used once. */
final class PresentationContextGrammar {

  private static final int ABSTRACT_SYNTAX = 0x30;
  private static final int TRANSFER_SYNTAX = 0x40;

  private final FieldReader in;
  private final int at;
  private final BitSet idsBefore;

  private String abstractSyntax = "";
  private @Nullable String transferSyntax;
  private final List<String> transferSyntaxes = new ArrayList<>();
  private final List<UnrecognizedItem> others = new ArrayList<>();

  /**
   * @param in what stands behind the header of the item
   * @param at where the item begins
   * @param idsBefore the IDs of the contexts before, to which this adds its own
   */
  PresentationContextGrammar(FieldReader in, int at, BitSet idsBefore) {
    this.in = in;
    this.at = at;
    this.idsBefore = idsBefore;
  }

  PresentationContextRq readProposal() throws MalformedPduException {
    int id = readId();
    in.reserved("Presentation context reserved bytes", 3);
    in.items("Sub-item", this::readProposed);
    if (abstractSyntax.isEmpty()) {
      // Tolerated: such a context can only be refused, and the others may be fine.
      in.tolerate("Presentation context item", at, "has no abstract syntax", "PS3.8 9.3.2.2");
    }
    return new PresentationContextRq(id, abstractSyntax, transferSyntaxes, others);
  }

  private void readProposed(ItemHeader header) throws MalformedPduException {
    if (header.type() == ABSTRACT_SYNTAX) {
      FieldReader item = in.item(header, "Abstract syntax sub-item", "PS3.8 9.3.2.2.1");
      if (abstractSyntax.isEmpty()) {
        abstractSyntax = item.uid("Abstract syntax");
      } else {
        // Tolerated: the first counts.
        noteSecond("Abstract syntax sub-item", header, "PS3.8 9.3.2.2");
        keep(header, item.uncheckedUid("Abstract syntax"));
      }
    } else if (header.type() == TRANSFER_SYNTAX) {
      FieldReader item = in.item(header, "Transfer syntax sub-item", "PS3.8 9.3.2.2.2");
      transferSyntaxes.add(item.uid("Transfer syntax"));
    } else {
      others.add(AssociateGrammar.readUnrecognized(in, header));
    }
  }

  PresentationContextAc readAnswer() throws MalformedPduException {
    int id = readId();
    in.reserved("Presentation context reserved byte", 1);
    int result = in.unsigned8("Presentation context result");
    in.tell(
        "Result",
        () -> FieldText.numbered(result, new PresentationContextAc(id, result, null).resultText()));
    in.reserved("Presentation context reserved byte", 1);
    boolean accepted = result == PresentationContextAc.ACCEPTANCE;
    in.items("Sub-item", header -> readAnswered(header, accepted));
    if (accepted && (transferSyntax == null || transferSyntax.isEmpty())) {
      // Tolerated: what we proposed was one syntax, so there is no doubt which one is meant.
      in.tolerate(
          "Presentation context item",
          at,
          "is accepted without a transfer syntax",
          "PS3.8 9.3.3.2");
    }
    return new PresentationContextAc(id, result, transferSyntax, others);
  }

  private void readAnswered(ItemHeader header, boolean accepted) throws MalformedPduException {
    if (header.type() != TRANSFER_SYNTAX) {
      others.add(AssociateGrammar.readUnrecognized(in, header));
      return;
    }
    FieldReader item = in.item(header, "Transfer syntax sub-item", "PS3.8 9.3.3.2.1");
    if (transferSyntax == null) {
      // That of a refused context is not to be tested (PS3.8 9.3.3.2).
      transferSyntax =
          accepted ? item.uid("Transfer syntax") : item.uncheckedUid("Transfer syntax").toLatin1();
    } else {
      if (accepted) {
        // Tolerated: the first counts.
        noteSecond("Transfer syntax sub-item", header, "PS3.8 9.3.3.2");
      }
      keep(header, item.uncheckedUid("Transfer syntax"));
    }
  }

  private int readId() throws MalformedPduException {
    String field = "Presentation context ID";
    int idAt = in.position();
    int id = in.unsigned8(field);
    in.tell(field, () -> String.valueOf(id));
    if (id % 2 == 0) {
      // Tolerated: it names the context all the same.
      in.tolerate(field, idAt, "is " + id + ", not odd", "PS3.8 9.3.2.2");
    }
    if (idsBefore.get(id)) {
      // Tolerated: whoever looks for the context takes the first.
      in.tolerate(field, idAt, "is " + id + ", which came before", "PS3.8 9.3.2.2");
    }
    idsBefore.set(id);
    return id;
  }

  private void noteSecond(String field, ItemHeader header, String section) {
    in.tolerate(field, header.at(), "came twice; the first counts", section);
  }

  private void keep(ItemHeader header, Octets content) {
    others.add(new UnrecognizedItem(header.type(), content));
  }
}
