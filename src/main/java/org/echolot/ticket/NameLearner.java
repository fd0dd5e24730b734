package org.echolot.ticket;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckListener;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;

/** Finds in what a check tells the names that only the peer knows. */
final class NameLearner implements CheckListener {

  /** What a finding quotes of bytes that are no DICOM: a line, or so many bytes in hex. */
  private static final int QUOTED_CHARACTERS = 80;

  private static final int QUOTED_BYTES = 16;

  /** The text among those bytes, which is quoted beside them. */
  private static final Pattern QUOTED_TEXT = Pattern.compile("[A-Za-z0-9._/ -]{4,}");

  private static final String HIDDEN = "(hidden)";

  private final HiddenNames names;

  NameLearner(HiddenNames names) {
    this.names = names;
  }

  @Override
  public void told(CheckEvent event) {
    if (event instanceof InAssociation(AssociationEvent inside)) {
      switch (inside) {
        case PduReceived received -> learn(received.pdu());
        case CommandReceived received ->
            received.commandSet().text(CommandSet.ERROR_COMMENT).ifPresent(names::learnDomains);
        case UnreadableReceived unreadable -> learn(unreadable.bytes());
        default -> {
          // It has no names but ours, or none that these have not.
        }
      }
    }
  }

  private void learn(Pdu pdu) {
    switch (pdu) {
      case AssociateRq rq -> {
        learn(rq.calledAe());
        learn(rq.callingAe());
      }
      case AssociateAc ac -> {
        learn(ac.calledAe());
        learn(ac.callingAe());
      }
      default -> {
        // No other PDU has names at fixed places.
      }
    }
  }

  private void learn(AeTitleField field) {
    if (!field.text().isEmpty()) {
      String _ = names.of(HiddenNames.Kind.AE, field.text());
    }
  }

  private void learn(Octets bytes) {
    String text = bytes.toLatin1();
    names.learnDomains(text);
    if (!HiddenBytes.isPdu(bytes)) {
      // Who says something else than DICOM may give any name without saying that it is one.
      String line = text.lines().findFirst().orElse("");
      hide(line.substring(0, Math.min(line.length(), QUOTED_CHARACTERS)));
      byte[] first = bytes.slice(0, Math.min(bytes.length(), QUOTED_BYTES)).toByteArray();
      QUOTED_TEXT
          .matcher(new String(first, StandardCharsets.ISO_8859_1))
          .results()
          .forEach(found -> hide(found.group()));
      hide(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(first));
    }
  }

  private void hide(String passage) {
    // A shorter one is no name, and stands elsewhere by chance.
    if (passage.length() > 3) {
      names.hidePassage(passage, HIDDEN);
    }
  }
}
