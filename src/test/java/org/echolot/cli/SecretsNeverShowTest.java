package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.pdu.AeTitleField;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.PresentationContextAc;
import org.echolot.dicom.pdu.Uids;
import org.echolot.dicom.pdu.UnrecognizedItem;
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
import org.junit.jupiter.params.provider.MethodSource;

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

  /** What a peer may make of a secret, by what it then looks like. */
  private static final Map<String, UnaryOperator<String>> SPELLINGS =
      Map.of(
          "text", s -> s,
          "upper case", s -> s.toUpperCase(Locale.ROOT),
          "hex", s -> HexFormat.of().formatHex(bytes(s)),
          "HEX", s -> HexFormat.of().withUpperCase().formatHex(bytes(s)),
          "he x", s -> HexFormat.ofDelimiter(" ").formatHex(bytes(s)),
          "HE X", s -> HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes(s)),
          "Base64", s -> Base64.getEncoder().encodeToString(bytes(s)),
          "Base64 behind a name", s -> Base64.getUrlEncoder().encodeToString(bytes("me:" + s)),
          "reversed", s -> new StringBuilder(s).reverse().toString(),
          "cut short", s -> s.substring(0, 7));

  private static CommandSet failure(String comment) {
    return new CommandSet.Builder()
        .uid(CommandSet.AFFECTED_SOP_CLASS_UID, Uids.VERIFICATION)
        .unsignedShort(CommandSet.COMMAND_FIELD, CEchoRsp.COMMAND)
        .unsignedShort(CommandSet.MESSAGE_ID_BEING_RESPONDED_TO, 1)
        .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
        .unsignedShort(CommandSet.STATUS, 0x0110)
        .uid(CommandSet.ERROR_COMMENT, comment)
        .build();
  }

  /** A response with a comment, in as many fragments, each in a PDU of its own or all in one. */
  private static Script commenting(String comment, int fragmentLength, boolean oneFragmentAPdu) {
    return line -> {
      AssociateRq rq = line.receive(AssociateRq.class);
      line.send(Answers.acceptance(rq));
      line.receive();
      Octets command = failure(comment).encode();
      List<Pdv> pdvs = new ArrayList<>();
      for (int from = 0; from < command.length(); from += fragmentLength) {
        int to = Math.min(command.length(), from + fragmentLength);
        pdvs.add(Pdv.command(1, to == command.length(), command.slice(from, to)));
      }
      if (oneFragmentAPdu) {
        for (Pdv pdv : pdvs) {
          line.send(new PDataTf(List.of(pdv)));
        }
      } else {
        line.send(new PDataTf(pdvs));
      }
      line.confirmRelease();
    };
  }

  /** A peer that calls itself by our secret, and writes it wherever an acceptance has room. */
  private static Script namedBy(String name) {
    return line -> {
      line.receive();
      String padded = (name + " ".repeat(32)).substring(0, 32);
      line.send(
          new AssociateAc(
              1,
              new AeTitleField(octets(padded.substring(0, 16))),
              new AeTitleField(octets(padded.substring(0, 16))),
              octets(padded),
              Uids.APPLICATION_CONTEXT,
              List.of(new PresentationContextAc(1, PresentationContextAc.ACCEPTANCE, name)),
              new UserInformation(
                  List.of(
                      new UserItem.MaxPduLength(16_384),
                      new UserItem.ImplementationClassUid(name),
                      new UserItem.ImplementationVersionName(name))),
              List.of(new UnrecognizedItem(0x77, octets(name)))));
      line.receive();
      line.send(Answers.echoSuccess());
      line.confirmRelease();
    };
  }

  /** A peer that answers with a PDU of a wrong kind, or none, and our secret in it. */
  private static Script foreign(String name) {
    return line -> {
      line.receive();
      line.send(
          Answers.joined(
              Octets.parseHex("0200 0000 00FF 0001"),
              octets(name + " ".repeat(255 - 2 - name.length()))));
      line.halfClose();
      line.discardUntilClosed();
    };
  }

  private static String spelled(String spelling) {
    return Objects.requireNonNull(SPELLINGS.get(spelling)).apply(SECRET);
  }

  static Stream<String> spellings() {
    return SPELLINGS.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("spellings")
  void aPeerThatAnswersInDicomPutsTheSecretIntoNoOutput(String spelling) throws IOException {
    String said = spelled(spelling);
    List<Script> scripts =
        List.of(
            commenting("login failed: " + said, 1_000, false),
            commenting("login failed: " + said + " is wrong", 5, false),
            commenting(said, 3, true),
            commenting(said, 1, true),
            namedBy(said),
            foreign(said));
    for (Script script : scripts) {
      for (EchoFormat format : EchoFormat.values()) {
        byte[] written =
            written(
                UserIdentity.Type.USERNAME_AND_PASSCODE,
                SECRET,
                script,
                "--format",
                format.name(),
                "--ticket",
                folder.resolve("t.md").toString());

        for (byte[] all : List.of(written, Files.readAllBytes(folder.resolve("t.md")))) {
          SecretHunt.assertNowhere(bytes(SECRET), all);
          SecretHunt.assertNowhere(bytes(spelled("reversed")), all);
          assertThat(new String(all, StandardCharsets.ISO_8859_1)).doesNotContain(said);
        }
      }
    }
  }

  @Test
  void aSecretThatIsAWordOfOursOrShortSpoilsNoOutput() throws IOException {
    for (String secret : List.of("a", "1", "ab1", "PEER", "10008", "1.2.840", "someone")) {
      String written =
          new String(
              written(
                  UserIdentity.Type.USERNAME_AND_PASSCODE,
                  secret,
                  commenting("sorry", 1_000, false)),
              StandardCharsets.UTF_8);

      assertThat(written).doesNotContain("***").contains("sorry").contains("1.2.840.10008.1.1");
    }
  }

  @Test
  void aWordOfOursIsCutWhereThePeerSaysItAlone() throws IOException {
    String written =
        new String(
            written(
                UserIdentity.Type.USERNAME_AND_PASSCODE,
                "message",
                commenting("your message", 1_000, false)),
            StandardCharsets.UTF_8);

    assertThat(written).contains("your *").doesNotContain("your message");
    assertThat(written).contains("message ID 1");
  }

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
    for (EchoFormat format : EchoFormat.values()) {
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
