package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.echolot.cli.environment.Terminal;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.UserItem;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the command line takes passcodes and tokens from. */
class CredentialsTest {

  @TempDir Path folder;

  private final List<UserItem.UserIdentityRq> came = new ArrayList<>();

  /** Somebody at the terminal, who gives these answers. */
  private static final class Someone implements Terminal {
    private final Queue<String> answers;
    private final List<String> asked = new ArrayList<>();

    Someone(String... answers) {
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public boolean isThere() {
      return true;
    }

    @Override
    public boolean wasAsked() {
      return true;
    }

    @Override
    public char @Nullable [] askSecret(String question) {
      asked.add(question);
      String answer = answers.poll();
      return answer == null ? null : answer.toCharArray();
    }
  }

  private ScriptedPeer peer() {
    return ScriptedPeer.alwaysPlaying(
        line -> {
          AssociateRq rq = line.acceptAssociation();
          synchronized (came) {
            rq.userInformation().find(UserItem.UserIdentityRq.class).ifPresent(came::add);
          }
          line.receive();
          line.send(Answers.echoSuccess());
          line.confirmRelease();
        });
  }

  private CommandLineRun run(ScriptedPeer peer, CommandLineRun run, String... args) {
    List<String> line = new ArrayList<>(List.of("echo", "PEER@127.0.0.1:" + peer.port()));
    line.addAll(List.of(args));
    assertThat(run.run(line.toArray(String[]::new))).as(run.err()).isZero();
    return run;
  }

  private void assertCame(int type, boolean response, String primary, String secondary) {
    assertThat(came).hasSize(1);
    UserItem.UserIdentityRq identity = came.getFirst();
    assertThat(identity.identityType()).isEqualTo(type);
    assertThat(identity.positiveResponseRequested()).isEqualTo(response);
    assertThat(text(identity.primaryField().toByteArray())).isEqualTo(primary);
    assertThat(text(identity.secondaryField().toByteArray())).isEqualTo(secondary);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void aUserAloneIsSentByName() {
    try (ScriptedPeer peer = peer()) {
      run(peer, new CommandLineRun(folder), "--user", "me", "--user-response");
    }
    assertCame(1, true, "me", "");
  }

  @Test
  void aPasscodeComesFromAnEnvironmentVariable() {
    try (ScriptedPeer peer = peer()) {
      CommandLineRun run = new CommandLineRun(folder).with("PACS_PASSCODE", "open sesame");
      run(peer, run, "--user", "me", "--user-secret-env", "PACS_PASSCODE");
    }
    assertCame(2, false, "me", "open sesame");
  }

  @Test
  void aPasscodeComesFromAFileWithoutItsLineEnd() throws IOException {
    Files.writeString(folder.resolve("secret"), "sesäme\r\n");
    try (ScriptedPeer peer = peer()) {
      run(peer, new CommandLineRun(folder), "--user", "me", "--user-secret-file", "secret");
    }
    assertCame(2, false, "me", "sesäme");
  }

  @Test
  void aTicketComesFromAFileAsItIsOrInBase64() throws IOException {
    byte[] ticket = {0x6E, (byte) 0xFF, 0, 10, 10};
    Files.write(folder.resolve("raw"), new byte[] {0x6E, (byte) 0xFF, 0, 10, 10, '\n'});
    Files.writeString(folder.resolve("base64"), "bv8A\nCgo=\n");
    try (ScriptedPeer peer = peer()) {
      run(peer, new CommandLineRun(folder), "--user-type", "kerberos", "--user-secret-file", "raw");
      run(
          peer,
          new CommandLineRun(folder),
          "--user-type",
          "kerberos",
          "--user-secret-file",
          "base64");
    }
    assertThat(came).hasSize(2);
    assertThat(came)
        .allSatisfy(rq -> assertThat(rq.primaryField().toByteArray()).isEqualTo(ticket));
  }

  @Test
  void whoSitsAtATerminalIsAsked() {
    Someone someone = new Someone("open sesame");
    try (ScriptedPeer peer = peer()) {
      CommandLineRun run = new CommandLineRun(folder).at(someone);
      run(peer, run, "--user", "me", "--user-type", "username-passcode", "--repeat", "1");
      assertThat(someone.asked)
          .containsExactly("Passcode of user \"me\" at \"PEER@127.0.0.1:" + peer.port() + "\"");
    }
    assertCame(2, false, "me", "open sesame");
  }

  @Test
  void aSavedPeersUserIsAskedForTheSameWay() throws IOException {
    Someone someone = new Someone("a.b.c", "d.e.f");
    try (ScriptedPeer peer = peer()) {
      Files.writeString(
          folder.resolve("p.json"),
          """
          {"peers": [
            {"name": "A", "calledAe": "A", "host": "127.0.0.1", "port": %1$d,
             "userIdentity": {"type": "jwt", "positiveResponse": true}},
            {"name": "B", "calledAe": "B", "host": "127.0.0.1", "port": %1$d,
             "userIdentity": {"type": "jwt"}},
            {"name": "C", "calledAe": "C", "host": "127.0.0.1", "port": %1$d}]}
          """
              .replace("%1$d", String.valueOf(peer.port())));
      CommandLineRun run = new CommandLineRun(folder).at(someone);

      assertThat(run.run("echo", "--all", "--peers", "p.json")).as(run.err()).isZero();
    }
    assertThat(someone.asked).containsExactly("JSON Web Token at \"A\"", "JSON Web Token at \"B\"");
    assertThat(came.stream().map(rq -> text(rq.primaryField().toByteArray())))
        .containsExactlyInAnyOrder("a.b.c", "d.e.f");
  }

  @Test
  void whereNobodyAnswersNothingIsCheckedAndTheOptionsAreNamed() {
    try (ScriptedPeer peer = peer()) {
      CommandLineRun run = new CommandLineRun(folder).at(new Someone());

      int code =
          run.run("echo", "A@127.0.0.1:" + peer.port(), "--user-type", "saml", "--format", "json");

      assertThat(code).isEqualTo(2);
      assertThat(run.errLines())
          .containsExactly(
              "echolot echo: the SAML assertion at 'A@127.0.0.1:"
                  + peer.port()
                  + "' is missing; give its location with --user-secret-file or --user-secret-env");
      assertThat(run.out()).isEmpty();
      assertThat(peer.connections()).isZero();
    }
  }

  @Test
  void aStopAtAQuestionIsAStop() {
    try (ScriptedPeer peer = peer()) {
      CommandLineRun run = new CommandLineRun(folder);
      run.at(
          new Terminal() {
            @Override
            public boolean isThere() {
              return true;
            }

            @Override
            public boolean wasAsked() {
              return true;
            }

            @Override
            public char @Nullable [] askSecret(String question) {
              run.interrupted().stop();
              return null;
            }
          });

      assertThat(run.run("echo", "A@127.0.0.1:" + peer.port(), "--user-type", "jwt"))
          .isEqualTo(130);
      assertThat(run.err()).isEmpty();
      assertThat(peer.connections()).isZero();
    }
  }

  @Test
  void aNamedFileThatIsBrokenIsToldBeforeAnyCheckAndASavedPeersIsItsOwnFailure()
      throws IOException {
    Files.writeString(folder.resolve("empty.pem"), "");
    try (ScriptedPeer peer = peer()) {
      String target = "A@127.0.0.1:" + peer.port();
      CommandLineRun named = new CommandLineRun(folder);

      assertThat(named.run("echo", "--tls", "--trusted", "empty.pem", target)).isEqualTo(2);
      assertThat(named.errLines())
          .containsExactly("echolot echo: " + folder.resolve("empty.pem") + " is empty");

      Files.writeString(
          folder.resolve("p.json"),
          """
          {"peers": [
            {"name": "A", "calledAe": "A", "host": "127.0.0.1", "port": %1$d,
             "tls": {"trustedCertificates": "empty.pem"}},
            {"name": "C", "calledAe": "C", "host": "127.0.0.1", "port": %1$d}]}
          """
              .replace("%1$d", String.valueOf(peer.port())));
      CommandLineRun saved = new CommandLineRun(folder);

      assertThat(saved.run("echo", "--all", "--peers", "p.json")).isEqualTo(1);
      assertThat(saved.out()).contains("2 checked: 1 ok, 1 failed", "[TLS_FAILED]");
      assertThat(peer.connections()).isEqualTo(1);
    }
  }

  @Test
  void aSecretInTwoPlacesIsNotGuessed() throws IOException {
    Files.writeString(folder.resolve("secret"), "x");
    CommandLineRun run = new CommandLineRun(folder).with("X", "y");

    assertThat(
            run.run(
                "echo",
                "A@127.0.0.1:1",
                "--user",
                "me",
                "--user-secret-env",
                "X",
                "--user-secret-file",
                "secret"))
        .isEqualTo(2);
    assertThat(run.errLines())
        .containsExactly(
            "echolot echo: --user-secret-env and --user-secret-file can't both be given");
  }
}
