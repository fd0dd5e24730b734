package org.echolot.dicom.association;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.junit.jupiter.api.Test;

/** What a service throws back. */
class SentSecretTest {

  private static final String SECRET = "open sesame";

  private static AssociateRq request(UserItem item) {
    return new AssociateRq(
        1,
        new AeTitle("CALLED").toField(),
        new AeTitle("CALLING").toField(),
        AssociateRq.NO_RESERVED,
        Uids.APPLICATION_CONTEXT,
        List.of(),
        new UserInformation(List.of(item)),
        List.of());
  }

  private static SentSecret sent(int type, String secret) {
    SentSecret sent = new SentSecret();
    Octets octets = Octets.of(secret.getBytes(StandardCharsets.US_ASCII));
    boolean second = type == 2;
    sent.sent(
        request(
            new UserItem.UserIdentityRq(
                type,
                false,
                second ? Octets.of((byte) 'm', (byte) 'e') : octets,
                second ? octets : Octets.EMPTY)));
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
}
