package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.MalformedPduException;
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

    // Type and titles, without the length, which would tell that of the secret.
    assertThat(shown).isEqualTo(Octets.of(withoutLength(bytes.slice(0, 74))));
  }

  @Test
  void ofARequestThatHasNoIdentityTheLengthIsShownToo() {
    Octets bytes = PduEncoder.encode(request(List.of(MAX_LENGTH), List.of()));

    assertThat(Secrets.shownOfUnreadable(bytes.slice(0, bytes.length() - 1)))
        .isEqualTo(bytes.slice(0, 74));
  }

  @Test
  void ofAnAcceptanceThatCantBeReadAllIsShownUpToTheAnswerToAnIdentity() {
    UserItem answer = new UserItem.UserIdentityAc(SECRET_OCTETS);
    Octets without = PduEncoder.encode(acceptance(List.of(MAX_LENGTH)));
    Octets with = PduEncoder.encode(acceptance(List.of(MAX_LENGTH, answer)));

    Octets shown = Secrets.shownOfUnreadable(with.slice(0, with.length() - 1));

    assertThat(Secrets.shownOfUnreadable(without)).isEqualTo(without);
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
    MalformedPduException fault =
        new MalformedPduException(
            "Primary field length", 84, "held 37 (0025H), and 12 bytes are left", "PS3.7 D.3.3");

    assertThat(Secrets.shown(fault).description())
        .startsWith("Primary field length at byte 84:")
        .doesNotContain("37", "12");
    MalformedPduException other = new MalformedPduException("PDU length", 2, "held 3", "PS3.8");
    assertThat(Secrets.shown(other)).isSameAs(other);
  }

  // What a service throws back

  private static SentSecret sent(int type, String secret) {
    SentSecret sent = new SentSecret();
    Octets octets = Octets.of(secret.getBytes(StandardCharsets.US_ASCII));
    boolean second = type == 2;
    sent.sent(
        request(
            List.of(
                new UserItem.UserIdentityRq(
                    type,
                    false,
                    second ? Octets.of((byte) 'm', (byte) 'e') : octets,
                    second ? octets : Octets.EMPTY)),
            List.of()));
    return sent;
  }

  private static String cut(SentSecret sent, String received) {
    return sent.cutFrom(Octets.of(received.getBytes(StandardCharsets.US_ASCII))).toLatin1();
  }

  @Test
  void whatIsThrownBackAtUsIsCutWhereTheSecretBegins() {
    assertThat(cut(sent(2, SECRET), "400 Bad Request: meopen sesame."))
        .isEqualTo("400 Bad Request: me");
    assertThat(cut(sent(5, SECRET), "open open sesame")).isEqualTo("open ");
    // Only the beginning of it had come.
    assertThat(cut(sent(3, SECRET), "Bad: open se")).isEqualTo("Bad: ");
    assertThat(cut(sent(4, SECRET), "opens sesame")).isEqualTo("opens sesame");
  }

  @Test
  void whatIsNoSecretOrTooShortForOneIsNotCut() {
    assertThat(cut(sent(1, "somebody"), "Hello somebody")).isEqualTo("Hello somebody");
    assertThat(cut(sent(2, "abc"), "HTTP/1.1 abc")).isEqualTo("HTTP/1.1 abc");
    assertThat(cut(new SentSecret(), "anything")).isEqualTo("anything");
  }

  @Test
  void onceAPeerHasAnsweredNothingIsCutAnyMore() {
    SentSecret sent = sent(2, SECRET);
    sent.forget();

    assertThat(cut(sent, SECRET)).isEqualTo(SECRET);
  }

  @Test
  void whatIsNoRequestIsShownAsItCame() {
    Octets bytes =
        Octets.of("HTTP/1.1 400 Bad Request".repeat(9).getBytes(StandardCharsets.US_ASCII));

    assertThat(Secrets.shownOfUnreadable(bytes)).isEqualTo(bytes);
  }
}
