package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.peer.Answers;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.echolot.secrets.SecretHunt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A peer that says a user's secret back to us puts it into no output of any command that asks it,
 * and into no file that is kept of it.
 */
@Timeout(60)
class SecretsOfAllCommandsTest {

  private static final String SECRET = "Xq7-Vw9!kR2_Zj4$";

  @TempDir Path folder;

  /** Answers whatever is asked with a failure that quotes the secret. */
  private static final Script QUOTING =
      line -> {
        AssociateRq rq = line.receive(AssociateRq.class);
        line.send(Answers.acceptance(rq));
        Pdu asked = line.receive();
        while (asked instanceof PDataTf data && data.pdvs().getLast().isCommand()) {
          CommandSet command = CommandSet.decode(data.pdvs().getLast().data()).commandSet();
          if (command.unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE).orElse(0)
              != CommandSet.NO_DATA_SET) {
            asked = line.receive();
          }
          line.send(Answers.inContext(1, refusal(command)));
          asked = line.receive();
        }
        if (asked instanceof ReleaseRq) {
          line.send(new ReleaseRp());
        }
        line.discardUntilClosed();
      };

  private static CommandSet refusal(CommandSet request) throws MalformedCommandException {
    return new CommandSet.Builder()
        .uid(
            CommandSet.AFFECTED_SOP_CLASS_UID,
            request.text(CommandSet.AFFECTED_SOP_CLASS_UID).orElse(""))
        .unsignedShort(
            CommandSet.COMMAND_FIELD,
            0x8000 | request.unsignedShort(CommandSet.COMMAND_FIELD).orElse(0))
        .unsignedShort(
            CommandSet.MESSAGE_ID_BEING_RESPONDED_TO,
            request.unsignedShort(CommandSet.MESSAGE_ID).orElse(0))
        .unsignedShort(CommandSet.COMMAND_DATA_SET_TYPE, CommandSet.NO_DATA_SET)
        .unsignedShort(CommandSet.STATUS, 0x0124)
        .uid(CommandSet.ERROR_COMMENT, "no " + SECRET)
        .build();
  }

  /** Answers what is asked with a command set that can't be read, and quotes the secret in it. */
  private static final Script MALFORMED =
      line -> {
        AssociateRq rq = line.receive(AssociateRq.class);
        line.send(Answers.acceptance(rq));
        line.receive();
        line.send(
            new PDataTf(
                List.of(
                    Pdv.command(
                        1,
                        true,
                        Octets.of(
                            ("\u0000\u0000\u0002\u0000\u00ff\u0000\u0000\u0000" + SECRET)
                                .getBytes(StandardCharsets.ISO_8859_1))))));
        line.discardUntilClosed();
      };

  private byte[] written(Script script, String... args) throws IOException {
    CommandLineRun run = new CommandLineRun(folder).with("SECRET", SECRET);
    try (ScriptedPeer peer = ScriptedPeer.playing(script)) {
      List<String> line = new ArrayList<>(List.of(args));
      line.addAll(List.of("--user", "someone", "--user-secret-env", "SECRET", "--timeout", "5s"));
      line.add("PEER@127.0.0.1:" + peer.port());
      int _ = run.run(line.toArray(String[]::new));
      assertThat(run.err()).doesNotContain("--help");
    }
    return all(run);
  }

  /** What it wrote, and all files that it left. */
  private byte[] all(CommandLineRun run) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes((run.out() + run.err()).getBytes(StandardCharsets.UTF_8));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.writeBytes(Files.readAllBytes(file));
      }
    }
    return all.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "probe --find --log trace",
        "probe --find --format json",
        "probe --find --format csv",
        "probe --services --only verification --log trace",
        "probe --big --log trace",
        "check",
        "acceptance",
        "echo --log trace",
      })
  void noCommandSaysWhatAPeerQuotes(String command) throws IOException {
    for (Script script : List.of(QUOTING, MALFORMED)) {
      byte[] written = written(script, command.split(" ", -1));

      SecretHunt.assertNowhere(SECRET.getBytes(StandardCharsets.UTF_8), written);
    }
  }

  @Test
  void whatIsKeptHasNoSecretHoweverItIsRead() throws IOException {
    byte[] _ = written(QUOTING, "echo", "--repeat", "3", "--interval", "1ms");

    for (String format : List.of("text", "json", "csv")) {
      CommandLineRun run = new CommandLineRun(folder);
      assertThat(run.run("history", "--format", format)).isZero();
      assertThat(run.out()).contains("PEER");
      SecretHunt.assertNowhere(SECRET.getBytes(StandardCharsets.UTF_8), all(run));
    }
  }
}
