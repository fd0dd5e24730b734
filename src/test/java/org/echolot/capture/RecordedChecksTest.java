package org.echolot.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.echolot.check.CheckEvent.CheckEnded;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.Octets;
import org.echolot.journal.CheckNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.LineFormat;
import org.echolot.journal.LineSource;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.ScriptedPeer.Script;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Checks that were really made. */
@Timeout(120)
class RecordedChecksTest {

  static final Map<String, Script> SCRIPTS =
      Map.of(
          "answers", Line::serveEcho,
          "rejects",
              line -> {
                line.receiveBytes();
                line.send(new AssociateRj(1, 1, 7));
              },
          "rejects in numbers that nobody knows",
              line -> {
                line.receiveBytes();
                line.send(new AssociateRj(9, 9, 9));
              },
          "aborts",
              line -> {
                line.serveUntilEcho();
                line.send(new Abort(2, 6));
              },
          "answers with a status",
              line -> {
                line.serveUntilEcho();
                line.send(Answers.echo(0x0122));
                line.confirmRelease();
              },
          "answers with a command set of its own",
              line -> {
                line.serveUntilEcho();
                line.send(Answers.command(1, Octets.parseHex("00 00 02 00 FF 00")));
                line.staySilent();
              },
          "answers with a command set in disorder",
              line -> {
                line.serveUntilEcho();
                line.send(
                    Answers.command(
                        1,
                        Octets.parseHex(
                            "0000 0009 02000000 0000 0000 0001 02000000 3080"
                                + "0000 2001 02000000 0100 0000 0008 02000000 0101")));
                line.confirmRelease();
              },
          "is a web server", line -> line.send("HTTP/1.1 400 Bad Request\r\n\r\n"),
          "closes in the middle of a PDU",
              line -> {
                line.receiveBytes();
                line.sendHex("02 00 00 00 01 00 00 01");
              },
          "resets", Line::reset);

  private static CheckRequest request(int port) {
    return CheckRequest.of(
            "Größe", new AeTitle("SCRIPTED"), new AeTitle("ECHOLOT"), "127.0.0.1", port)
        .withTimeouts(Timeouts.all(Duration.ofSeconds(20)))
        .withTlsProbe(false);
  }

  private static RecordedCheck check(CheckRequest request) {
    Recorder recorder = new Recorder();
    CheckResult result = new OwnEngine().check(request, recorder, new StopSignal());
    return new RecordedCheck(result, recorder.recording());
  }

  private static List<String> told(RecordedCheck check, Level level) {
    List<String> lines = new ArrayList<>();
    Journal journal = new Journal();
    journal.addReader(
        (JournalLine line) -> {
          if (level.shows(line.level())) {
            lines.add(LineFormat.utcTime(line) + " " + LineFormat.mark(line) + line.text());
          }
        });
    LineSource source = LineSource.of(check.result().request());
    check.recording().replay(new CheckNarrator(journal, source, 1));
    return lines;
  }

  private static void assertThatItIsReadAsItWasMade(RecordedCheck check) throws Exception {
    RecordedCheck read = RecordingFile.read(RecordingFile.bytes(check));

    assertThat(check.recording().events().getFirst()).isInstanceOf(CheckStarted.class);
    assertThat(check.recording().events().getLast()).isInstanceOf(CheckEnded.class);
    assertThat(read).isEqualTo(check);
    assertThat(told(read, Level.TRACE)).isEqualTo(told(check, Level.TRACE));
  }

  @ParameterizedTest
  @FieldSource("SCRIPT_NAMES")
  void aCheckOfAPeerIsReadAsItWasMade(String name) throws Exception {
    Script script = Objects.requireNonNull(SCRIPTS.get(name));
    try (ScriptedPeer peer = ScriptedPeer.playing(script)) {
      assertThatItIsReadAsItWasMade(check(request(peer.port())));
    }
  }

  static final List<String> SCRIPT_NAMES = List.copyOf(SCRIPTS.keySet());

  @Test
  void aCheckOfNobodyIsReadAsItWasMade() throws Exception {
    int port;
    try (ScriptedPeer peer = ScriptedPeer.playing()) {
      port = peer.port();
    }

    assertThatItIsReadAsItWasMade(check(request(port)));
  }

  @Test
  void aCheckOverTlsIsReadAsItWasMade(@TempDir Path folder) throws Exception {
    Made server = new CertificateKit(folder).selfSigned("scripted").make();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              try (Line tls = line.overTls(server.asServer(), socket -> {})) {
                tls.serveEcho();
              }
            })) {
      TlsSettings settings =
          new TlsSettings(server.file(), null, null, null, true, null, TlsProfile.RUNTIME);
      RecordedCheck check = check(request(peer.port()).withTls(settings));

      assertThat(check.result().tls()).isNotNull();
      assertThatItIsReadAsItWasMade(check);
    }
  }

  @Test
  void aRecordingOfLongAgoIsToldAsItWas() throws Exception {
    RecordedCheck check;
    try (InputStream file = RecordedChecksTest.class.getResourceAsStream("own-listener.json")) {
      check = RecordingFile.read(Objects.requireNonNull(file).readAllBytes());
    }

    assertThat(check.result().isSuccess()).isTrue();
    assertThat(told(check, Level.INFO))
        .containsExactly(
            "10:15:30.123Z Checking ECHOLOT at localhost:11112 as ECHOLOT",
            "10:15:30.123Z Resolve 0.02 ms: localhost → 127.0.0.1",
            "10:15:30.123Z Connecting to localhost:11112",
            "10:15:30.126Z Connect 2.88 ms: from 127.0.0.1:50000",
            "10:15:30.126Z Requesting association: ECHOLOT → ECHOLOT",
            "10:15:30.127Z Association accepted by ECHOLOT_0_1 (max PDU length 16384)",
            "10:15:30.127Z Sent C-ECHO-RQ (message ID 1)",
            "10:15:30.127Z Received C-ECHO-RSP: 0000H (Success)",
            "10:15:30.127Z Releasing association",
            "10:15:30.129Z Association released",
            "10:15:30.129Z ✓ The peer answered the C-ECHO with Success; the check took 4.77 ms");
  }
}
