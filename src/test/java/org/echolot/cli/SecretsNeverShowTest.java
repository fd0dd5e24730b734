package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.UserInformation;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.echolot.secrets.SecretHunt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing that the command line writes has a secret of a user in it, or tells how long it is. */
class SecretsNeverShowTest {

  private static final String SECRET = "Xq7-Vw9!kR2_Zj4$";
  private static final String TICKET_OF_PEER = "Lm3+Tb8?pN5=Gd6%";

  @TempDir Path folder;

  /** Accepts, and has something secret to say itself. */
  private static final Script CONFIRMING =
      line -> {
        AssociateRq rq = line.receive(AssociateRq.class);
        line.send(
            Answers.acceptance(
                rq,
                Answers.contexts(rq, PresentationContextAc.ACCEPTANCE),
                new UserInformation(
                    List.of(
                        new UserItem.MaxPduLength(16_384),
                        new UserItem.ImplementationClassUid(Answers.CLASS_UID),
                        new UserItem.UserIdentityAc(octets(TICKET_OF_PEER))))));
        line.receive();
        line.send(Answers.echoSuccess());
        line.confirmRelease();
      };

  private static final Script REJECTING =
      line -> {
        line.receive();
        line.send(new AssociateRj(2, 2, 1));
        line.discardUntilClosed();
      };

  /** As an echo service (RFC 862) does it. */
  private static final Script THROWING_BACK =
      line -> {
        line.send(line.receiveBytes());
        line.discardUntilClosed();
      };

  /** As an echo service does it that goes away in the middle of it. */
  private static final Script THROWING_HALF_BACK =
      line -> {
        Octets all = line.receiveBytes();
        line.send(all.slice(0, all.length() - 3));
        line.halfClose();
        line.discardUntilClosed();
      };

  /** As a web server does it that quotes what it did not understand. */
  private static final Script QUOTING =
      line -> {
        line.send(
            Answers.joined(
                octets("HTTP/1.0 400 Bad request syntax ('"),
                line.receiveBytes(),
                octets("')\r\n\r\n")));
        line.halfClose();
        line.discardUntilClosed();
      };

  /** As no peer does it: an acceptance with our own identity in it. */
  private static final Script MIRRORING =
      line -> {
        AssociateRq rq = line.receive(AssociateRq.class);
        line.send(
            Answers.acceptance(
                rq, Answers.contexts(rq, PresentationContextAc.ACCEPTANCE), rq.userInformation()));
        line.receive();
        line.send(Answers.echoSuccess());
        line.confirmRelease();
      };

  private static Octets octets(String text) {
    return Octets.of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** All that a run with all reports and logs wrote, and its capture. */
  private byte[] written(UserIdentity.Type type, String secret, Script script, String... more)
      throws IOException {
    boolean kerberos = type == UserIdentity.Type.KERBEROS;
    CommandLineRun run =
        new CommandLineRun(folder)
            .with("SECRET", kerberos ? Base64.getEncoder().encodeToString(bytes(secret)) : secret);
    Path capture = folder.resolve("all.pcapng");
    try (ScriptedPeer peer = ScriptedPeer.playing(script)) {
      List<String> line =
          new ArrayList<>(
              List.of("echo", "--log", "trace", "--capture", capture.toString(), "--user-type"));
      line.addAll(List.of(type.word(), "--user-secret-env", "SECRET", "--user-response"));
      if (type.hasUsername()) {
        line.addAll(List.of("--user", "someone"));
      }
      line.addAll(List.of(more));
      line.add("PEER@127.0.0.1:" + peer.port());
      assertThat(run.run(line.toArray(String[]::new))).as(run.err()).isIn(0, 1);
    }
    return Answers.joined(
            Octets.of(bytes(run.out() + run.err())), Octets.of(Files.readAllBytes(capture)))
        .toByteArray();
  }

  private void assertTellsNothing(UserIdentity.Type type, Script script) throws IOException {
    for (EchoCommand.Format format : EchoCommand.Format.values()) {
      byte[] written = written(type, SECRET, script, "--format", format.name());

      SecretHunt.assertNowhere(bytes(SECRET), written);
      SecretHunt.assertNowhere(bytes(TICKET_OF_PEER), written);
      assertThat(new String(written, StandardCharsets.ISO_8859_1)).contains("A-ASSOCIATE-RQ");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = UserIdentity.Type.class,
      names = {"USERNAME_AND_PASSCODE", "KERBEROS", "SAML", "JWT"})
  void whateverThePeerAnswersNoOutputHasTheSecret(UserIdentity.Type type) throws IOException {
    for (Script script :
        List.of(CONFIRMING, REJECTING, THROWING_BACK, THROWING_HALF_BACK, QUOTING, MIRRORING)) {
      assertTellsNothing(type, script);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = UserIdentity.Type.class,
      names = {"USERNAME_AND_PASSCODE", "KERBEROS", "SAML", "JWT"})
  void theLogOfALongSecretIsThatOfAShortOne(UserIdentity.Type type) throws IOException {
    List<String> ofShort = log(written(type, "Xq7-V", CONFIRMING));
    List<String> ofLong = log(written(type, SECRET.repeat(40), CONFIRMING));

    assertThat(ofShort).hasSizeGreaterThan(60).isEqualTo(ofLong);
  }

  /** The log without what differs from run to run: times, how long it took, and the port. */
  private static List<String> log(byte[] written) {
    return Stream.of(new String(written, StandardCharsets.UTF_8).split("\n", -1))
        .filter(line -> line.matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} .*"))
        .map(line -> line.substring(12).replaceAll("127\\.0\\.0\\.1:\\d+", "HOST"))
        .filter(line -> !line.matches(".*\\d (ms|µs|s)\\b.*"))
        .toList();
  }

  @Test
  void aTicketWithItsLogAndCaptureHasNoSecretEither() throws IOException {
    Path ticket = folder.resolve("ticket.zip");
    byte[] _ =
        written(
            UserIdentity.Type.USERNAME_AND_PASSCODE,
            SECRET,
            REJECTING,
            "--ticket",
            ticket.toString());

    int files = 0;
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(ticket))) {
      while (zip.getNextEntry() != null) {
        SecretHunt.assertNowhere(bytes(SECRET), zip.readAllBytes());
        files++;
      }
    }
    assertThat(files).isGreaterThan(1);
  }

  @Test
  void theSecretDidGoOut() throws IOException {
    List<Octets> came = new ArrayList<>();
    byte[] _ =
        written(
            UserIdentity.Type.JWT,
            SECRET,
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              came.add(PduEncoder.encode(rq));
              line.send(new AssociateRj(1, 1, 1));
              line.discardUntilClosed();
            });

    assertThat(came.getFirst().toLatin1()).contains(SECRET);
  }
}
