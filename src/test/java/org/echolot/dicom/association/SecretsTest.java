package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduDecoder;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UnrecognizedItem;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.junit.jupiter.api.Test;

class SecretsTest {

  private static final String SECRET = "open sesame";
  private static final Octets SECRET_OCTETS = Octets.of(SECRET.getBytes(StandardCharsets.US_ASCII));
  private static final UserItem IDENTITY =
      new UserItem.UserIdentityRq(2, true, SECRET_OCTETS, SECRET_OCTETS);
  private static final UserItem MAX_LENGTH = new UserItem.MaxPduLength(16_384);

  private static AssociateRq request(List<UserItem> items, List<UnrecognizedItem> others) {
    return new AssociateRq(
        1,
        new AeTitle("CALLED").toField(),
        new AeTitle("CALLING").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(),
        new UserInformation(items),
        others);
  }

  private static Secrets.Shown shown(Octets bytes) throws Exception {
    PduDecoder.Decoded decoded = PduDecoder.decode(bytes);
    return Secrets.shown(decoded.pdu(), bytes, decoded.deviations());
  }

  private static void assertNothingShows(Secrets.Shown shown) {
    assertThat(shown.bytes().toLatin1()).doesNotContain(SECRET);
    assertThat(PduEncoder.encode(shown.pdu()).toLatin1()).doesNotContain(SECRET);
  }

  @Test
  void aUserIdentityIsStruckOutWithItsLength() throws Exception {
    Secrets.Shown shown =
        shown(PduEncoder.encode(request(List.of(MAX_LENGTH, IDENTITY), List.of())));

    assertNothingShows(shown);
    assertThat(((AssociateRq) shown.pdu()).userInformation().items())
        .containsExactly(
            MAX_LENGTH, new UserItem.UserIdentityRq(2, true, Octets.EMPTY, Octets.EMPTY));
  }

  @Test
  void aSecondUserInformationItemIsNotShownEither() throws Exception {
    Octets one = PduEncoder.encode(request(List.of(MAX_LENGTH), List.of()));
    byte[] identity = PduEncoder.encode(request(List.of(IDENTITY), List.of())).toByteArray();
    int itemStart = PduEncoder.encode(request(List.of(), List.of())).length();
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.writeBytes(one.toByteArray());
    both.write(identity, itemStart, identity.length - itemStart);
    byte[] bytes = both.toByteArray();
    bytes[5] = (byte) (bytes.length - 6);
    bytes[4] = (byte) ((bytes.length - 6) >>> 8);

    assertNothingShows(shown(Octets.of(bytes)));
  }

  @Test
  void aUserIdentityOutsideOfTheUserInformationIsNotShownEither() throws Exception {
    Octets bytes =
        PduEncoder.encode(
            request(List.of(MAX_LENGTH), List.of(new UnrecognizedItem(0x58, SECRET_OCTETS))));

    assertNothingShows(shown(bytes));
  }

  @Test
  void aRequestWithoutASecretIsShownToTheByte() throws Exception {
    byte[] bytes = PduEncoder.encode(request(List.of(MAX_LENGTH), List.of())).toByteArray();
    bytes[9] = 0x55; // a reserved byte, which a PDU written anew would not have

    assertThat(shown(Octets.of(bytes)).bytes()).isEqualTo(Octets.of(bytes));
  }

  @Test
  void ofARequestThatCantBeReadOnlyTheFixedPartIsShown() {
    Octets bytes = PduEncoder.encode(request(List.of(MAX_LENGTH, IDENTITY), List.of()));

    Octets shown = Secrets.shownOfUnreadable(bytes.slice(0, bytes.length() - 1));

    assertThat(shown).isEqualTo(bytes.slice(0, 74));
  }

  @Test
  void whatIsNoRequestIsShownAsItCame() {
    Octets bytes =
        Octets.of("HTTP/1.1 400 Bad Request".repeat(9).getBytes(StandardCharsets.US_ASCII));

    assertThat(Secrets.shownOfUnreadable(bytes)).isEqualTo(bytes);
  }
}
