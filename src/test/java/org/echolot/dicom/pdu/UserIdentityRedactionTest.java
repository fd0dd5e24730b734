package org.echolot.dicom.pdu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UserIdentityRedactionTest {

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

  private static UserIdentityRedaction.Shown shown(Octets bytes) throws Exception {
    PduDecoder.Decoded decoded = PduDecoder.decode(bytes);
    return UserIdentityRedaction.shown(decoded.pdu(), bytes);
  }

  private static void assertNothingShows(UserIdentityRedaction.Shown shown) {
    assertThat(shown.bytes().toLatin1()).doesNotContain(SECRET);
    assertThat(PduEncoder.encode(shown.pdu()).toLatin1()).doesNotContain(SECRET);
  }

  @Test
  void aUserIdentityIsStruckOutWithItsLength() throws Exception {
    UserIdentityRedaction.Shown shown =
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

    Octets shown = UserIdentityRedaction.shownOfUnreadable(bytes.slice(0, bytes.length() - 1));

    // Type and titles, without the length, which would tell that of the secret.
    assertThat(shown).isEqualTo(Octets.of(withoutLength(bytes.slice(0, 74))));
  }

  @Test
  void ofARequestThatHasNoIdentityTheLengthIsShownToo() {
    Octets bytes = PduEncoder.encode(request(List.of(MAX_LENGTH), List.of()));

    assertThat(UserIdentityRedaction.shownOfUnreadable(bytes.slice(0, bytes.length() - 1)))
        .isEqualTo(bytes.slice(0, 74));
  }

  @Test
  void ofAnAcceptanceThatCantBeReadAllIsShownUpToTheAnswerToAnIdentity() {
    UserItem answer = new UserItem.UserIdentityAc(SECRET_OCTETS);
    Octets without = PduEncoder.encode(acceptance(List.of(MAX_LENGTH)));
    Octets with = PduEncoder.encode(acceptance(List.of(MAX_LENGTH, answer)));

    Octets shown = UserIdentityRedaction.shownOfUnreadable(with.slice(0, with.length() - 1));

    assertThat(UserIdentityRedaction.shownOfUnreadable(without)).isEqualTo(without);
    assertThat(shown.length()).isEqualTo(without.length());
    assertThat(shown.toLatin1()).doesNotContain(SECRET);
    assertThat(shown.slice(2, 6)).isEqualTo(Octets.of(new byte[4]));
  }

  private static AssociateAc acceptance(List<UserItem> items) {
    return new AssociateAc(
        1,
        new AeTitle("CALLED").toField(),
        new AeTitle("CALLING").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(),
        new UserInformation(items),
        List.of());
  }

  private static byte[] withoutLength(Octets bytes) {
    byte[] changed = bytes.toByteArray();
    Arrays.fill(changed, 2, 6, (byte) 0);
    return changed;
  }

  @Test
  void aFaultInAnIdentityTellsNoLengthOfIt() {
    Octets bytes = PduEncoder.encode(request(List.of(MAX_LENGTH, IDENTITY), List.of()));
    int lengthAt = bytes.length() - SECRET.length() - 2;
    Octets tooLong = Hex.withNumber(bytes, lengthAt, 2, 37);

    MalformedPduException fault = fault(tooLong);

    assertThat(fault.description()).contains("37", "11");
    assertThat(UserIdentityRedaction.shown(fault, tooLong).description())
        .startsWith("Secondary field length at byte " + lengthAt + ":")
        .doesNotContain("37", "11");
    Octets wrong = Hex.withNumber(bytes, 2, 4, 3);
    MalformedPduException other = fault(wrong);
    assertThat(UserIdentityRedaction.shown(other, wrong)).isSameAs(other);
  }

  private static MalformedPduException fault(Octets bytes) {
    return catchThrowableOfType(MalformedPduException.class, () -> PduDecoder.decode(bytes));
  }

  @Test
  void whatIsNoRequestIsShownAsItCame() {
    Octets bytes =
        Octets.of("HTTP/1.1 400 Bad Request".repeat(9).getBytes(StandardCharsets.US_ASCII));

    assertThat(UserIdentityRedaction.shownOfUnreadable(bytes)).isEqualTo(bytes);
  }

  // Where else an identity may stand

  private static final Octets IDENTITY_ITEM =
      Wire.item(0x58, Wire.hex("02 00"), Wire.counted(SECRET_OCTETS), Wire.counted(SECRET_OCTETS));
  private static final Octets RESPONSE_ITEM = Wire.item(0x59, Wire.counted(SECRET_OCTETS));

  private static Octets context(int type, Octets... subItems) {
    return Wire.item(type, Wire.hex("01 00 00 00"), Wire.join(subItems));
  }

  @Test
  void anIdentityThatWentAstrayIntoAContextIsStruckOut() throws Exception {
    UserIdentityRedaction.Shown shown = shown(Wire.rq(context(0x20, IDENTITY_ITEM)));

    assertNothingShows(shown);
    assertThat(((AssociateRq) shown.pdu()).presentationContexts().getFirst().unrecognizedItems())
        .containsExactly(new UnrecognizedItem(0x58, Octets.EMPTY));
  }

  @Test
  void aSecondUserInformationItemIsStruckOutHoweverMuchIsOddBefore() throws Exception {
    Octets odd = Wire.filled(80 * 8, Wire.item(0x20, Wire.hex("02 00 00 00")));
    Octets usual = Wire.item(0x50, Wire.usualUserItems());

    assertNothingShows(shown(Wire.rq(odd, usual, Wire.item(0x50, IDENTITY_ITEM))));
  }

  @Test
  void allButTheSecretIsShownToTheByte() throws Exception {
    byte[] bytes = Wire.rq(Wire.item(0x50, Wire.usualUserItems(), IDENTITY_ITEM)).toByteArray();
    bytes[8] = 0x55;

    byte[] struckOut =
        Wire.rq(
                Wire.item(
                    0x50, Wire.usualUserItems(), Wire.item(0x58, Wire.hex("02 00 0000 0000"))))
            .toByteArray();
    struckOut[8] = 0x55;
    assertThat(shown(Octets.of(bytes)).bytes()).isEqualTo(Octets.of(struckOut));
  }

  @Test
  void placesOfDeviationsAreThoseInWhatIsShown() throws Exception {
    RandomPdus pdus = new RandomPdus(new Random(7));
    for (int i = 0; i < 300; i++) {
      Octets bytes = PduEncoder.encode(pdus.next());
      List<Deviation> found = PduDecoder.decode(bytes).deviations();

      assertThat(UserIdentityRedaction.shown(found, bytes))
          .isEqualTo(PduDecoder.decode(shown(bytes).bytes()).deviations());
    }
  }

  @Test
  void nothingShowsOfAnyPartOfAPdu() {
    for (Octets bytes :
        List.of(
            Wire.rq(context(0x20, IDENTITY_ITEM), Wire.item(0x50, IDENTITY_ITEM)),
            Wire.ac(context(0x21, RESPONSE_ITEM), Wire.item(0x50, RESPONSE_ITEM)),
            Wire.ac(Wire.item(0x50, Wire.usualUserItems()), RESPONSE_ITEM))) {
      for (int length = 0; length <= bytes.length(); length++) {
        Octets shown = UserIdentityRedaction.shownOfUnreadable(bytes.slice(0, length));
        assertThat(shown.toLatin1()).doesNotContain(SECRET.substring(0, 1));
      }
    }
  }

  @Test
  void ofAnAcceptanceWithAFaultWhatIsBehindItIsShownUpToAnIdentity() {
    Octets tooShort = context(0x21, Wire.claimed(0x40, 9, Wire.ascii("1.2")));
    Octets shortMaximum = Wire.item(0x51, Wire.hex("00 00"));
    Octets without = Wire.ac(tooShort, Wire.item(0x50, shortMaximum));
    Octets with = Wire.ac(tooShort, Wire.item(0x50, shortMaximum, RESPONSE_ITEM));

    assertThat(UserIdentityRedaction.shownOfUnreadable(without)).isEqualTo(without);
    assertThat(UserIdentityRedaction.shownOfUnreadable(with).length()).isEqualTo(without.length());
  }

  @Test
  void ofAnAcceptanceWithALengthBeyondItsEndNothingBehindTheLengthIsShown() {
    Octets begin = Wire.ac(Wire.applicationContext());
    for (Octets lying :
        List.of(
            Wire.ac(Wire.applicationContext(), Wire.claimed(0x21, 900, RESPONSE_ITEM)),
            Wire.ac(Wire.applicationContext(), Wire.claimed(0x50, 900, RESPONSE_ITEM)))) {
      Octets shown = UserIdentityRedaction.shownOfUnreadable(lying);

      assertThat(shown).isEqualTo(lying.slice(0, begin.length() + 4));
    }
    Octets inside =
        Wire.ac(Wire.item(0x50, Wire.claimed(0x52, 900, RESPONSE_ITEM)), Wire.item(0x60));
    assertThat(UserIdentityRedaction.shownOfUnreadable(inside).toLatin1()).doesNotContain(SECRET);
  }

  @Test
  void anAcceptanceWhosePduLengthIsWrongIsLookedThroughAllTheSame() {
    Octets usual = Wire.ac(Wire.applicationContext(), Wire.item(0x50, Wire.usualUserItems()));
    Octets swapped =
        Hex.withNumber(usual, 2, 4, Integer.reverseBytes(usual.length() - 6) & 0xFFFF_FFFFL);
    assertThat(UserIdentityRedaction.shownOfUnreadable(swapped)).isEqualTo(swapped);

    Octets secret = Hex.withNumber(Wire.ac(Wire.item(0x50, RESPONSE_ITEM)), 2, 4, 0x7FFF_FFFFL);
    assertThat(UserIdentityRedaction.shownOfUnreadable(secret).toLatin1()).doesNotContain(SECRET);
  }
}
