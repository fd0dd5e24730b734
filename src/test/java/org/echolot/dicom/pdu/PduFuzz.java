package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.echolot.dicom.dimse.CommandAnnotator;
import org.echolot.fuzz.Budget;

/** Any bytes, as one PDU: read, written, told field by field, struck out. */
public final class PduFuzz {

  private static final Budget BUDGET = Budget.of(256, 2_000);

  private PduFuzz() {}

  /** Inputs to begin with. */
  public static Stream<byte[]> seeds() {
    return PduFixtures.all().stream().map(fixture -> fixture.bytes().toByteArray());
  }

  /** Tries one input. */
  public static void run(byte[] bytes) throws Exception {
    Octets octets = Octets.of(bytes);
    if (octets.length() < PduHeader.LENGTH) {
      return;
    }
    BUDGET.holds(bytes.length, () -> pdu(octets));
  }

  private static void pdu(Octets bytes) {
    Readings.read(bytes)
        .map(decoded -> UserIdentityRedaction.shown(decoded.pdu(), bytes))
        .ifPresent(
            shown -> {
              requireStruckOut(shown.pdu());
              assertThat(PduEncoder.encode(shown.pdu()).length())
                  .isLessThanOrEqualTo(shown.bytes().length());
            });
    Octets _ = UserIdentityRedaction.shownOfUnreadable(bytes);
    requireInOrder(new PduAnnotator(16_384, new CommandAnnotator()).annotate(bytes), bytes);
  }

  /** Nothing of a passcode, a ticket, an assertion or a token is in what is shown. */
  private static void requireStruckOut(Pdu shown) {
    if (shown instanceof AssociateRq rq) {
      rq.userInformation().items().stream()
          .filter(UserItem.UserIdentityRq.class::isInstance)
          .map(UserItem.UserIdentityRq.class::cast)
          .forEach(
              identity -> {
                assertThat(identity.secondaryField()).isEqualTo(Octets.EMPTY);
                assertThat(identity.primaryField()).isEqualTo(Octets.EMPTY);
              });
    }
  }

  /** Spans over all of the bytes, one behind the other or inside it, none outside. */
  private static void requireInOrder(List<FieldSpan> spans, Octets bytes) {
    int at = 0;
    for (FieldSpan span : spans) {
      assertThat(span.offset()).as(span.name()).isBetween(at, bytes.length());
      assertThat(span.end()).as(span.name()).isBetween(span.offset(), bytes.length());
      at = span.offset();
    }
  }
}
