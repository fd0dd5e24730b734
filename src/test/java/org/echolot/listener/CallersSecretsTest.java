package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.journal.Journal;
import org.echolot.secrets.SecretHunt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls us as a user gives us a secret, which is nobody else's business. */
class CallersSecretsTest {

  private static final String SECRET = "Xq7-Vw9!kR2_Zj4$";

  private static AssociateRq request(int type, String secret) {
    Octets octets = Octets.of(secret.getBytes(StandardCharsets.UTF_8));
    Octets name = Octets.of("someone".getBytes(StandardCharsets.UTF_8));
    AssociateRq plain = RawCaller.verificationRequest("ECHOLOT");
    return new AssociateRq(
        plain.protocolVersion(),
        plain.calledAe(),
        plain.callingAe(),
        plain.reserved(),
        plain.applicationContext(),
        plain.presentationContexts(),
        new UserInformation(
            List.of(
                new UserItem.MaxPduLength(16_384),
                new UserItem.UserIdentityRq(
                    type, true, type == 2 ? name : octets, type == 2 ? octets : Octets.EMPTY))),
        List.of());
  }

  /** All that the listener tells, at every level, of a caller that sends this and closes. */
  private static String told(boolean answered, byte... request) throws IOException {
    Queue<String> lines = new ConcurrentLinkedQueue<>();
    Journal journal = new Journal();
    journal.addReader(line -> lines.add(line.text()));
    try (VerificationScp scp =
        VerificationScp.start(ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0), journal)) {
      try (RawCaller caller = new RawCaller(scp.address())) {
        caller.send(request);
        if (answered) {
          assertThat(caller.receive()).isInstanceOf(AssociateAc.class);
        } else {
          caller.finish();
          caller.awaitEnd();
        }
      }
      await().until(() -> lines.stream().anyMatch(line -> line.contains("ended after")));
    }
    return String.join("\n", lines);
  }

  private static void assertTellsNothing(String told) {
    SecretHunt.assertNowhere(
        SECRET.getBytes(StandardCharsets.UTF_8), told.getBytes(StandardCharsets.UTF_8));
  }

  private static String withoutPort(String told) {
    return told.replaceAll("127\\.0\\.0\\.1:\\d+", "HOST");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void aSecretThatCameIsNotToldNorItsLength(int type) throws IOException {
    String told = told(true, PduEncoder.encode(request(type, SECRET)).toByteArray());
    String toldOfLonger =
        told(true, PduEncoder.encode(request(type, SECRET.repeat(30))).toByteArray());

    assertTellsNothing(told);
    assertThat(told).contains("type " + type + ", response requested, content not logged");
    assertThat(withoutPort(told)).isEqualTo(withoutPort(toldOfLonger));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void aSecretInARequestThatIsCutOffIsNotToldNorItsLength(int type) throws IOException {
    byte[] whole = PduEncoder.encode(request(type, SECRET)).toByteArray();
    byte[] longer = PduEncoder.encode(request(type, SECRET.repeat(30))).toByteArray();

    String told = told(false, Arrays.copyOf(whole, whole.length - 1));
    String toldOfLonger = told(false, Arrays.copyOf(longer, longer.length - 1));

    assertTellsNothing(told);
    assertThat(told).contains("in the middle of a PDU");
    assertThat(withoutPort(told)).isEqualTo(withoutPort(toldOfLonger));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5})
  void aSecretInARequestThatCantBeReadIsNotTold(int type) throws IOException {
    byte[] request = PduEncoder.encode(request(type, SECRET)).toByteArray();
    // One more than there are: the secondary field's length for a passcode, else zero.
    int length = type == 2 ? request.length - SECRET.length() - 1 : request.length - 1;
    request[length]++;

    String told = told(false, request);

    assertTellsNothing(told);
    assertThat(told).contains("Secondary field length").doesNotContain("held 17", "and 16 bytes");
  }
}
