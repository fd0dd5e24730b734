package org.echolot.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckStage;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the log says of a handshake. */
class TlsNarratorTest {

  private final List<JournalLine> lines = new ArrayList<>();

  private void check(Path folder, TlsProfile profile, boolean trusting) {
    Made server = new CertificateKit(folder).selfSigned("scripted").make();
    Journal journal = new Journal();
    journal.addReader(lines::add);
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              try (Line tls = line.overTls(server.asServer(), socket -> {})) {
                if (trusting) {
                  tls.serveEcho();
                } else {
                  tls.discardUntilClosed();
                }
              }
            })) {
      CheckRequest request =
          CheckRequest.of(
                  "Peer", new AeTitle("A"), new AeTitle("ECHOLOT"), "127.0.0.1", peer.port())
              .withTls(
                  new TlsSettings(
                      trusting ? server.file() : null, null, null, null, true, null, profile));
      new OwnEngine()
          .check(request, new CheckNarrator(journal, NamedPeer.of("Peer"), 1), new StopSignal());
    }
  }

  private List<String> texts(Level level) {
    return lines.stream().filter(line -> level.shows(line.level())).map(JournalLine::text).toList();
  }

  @Test
  void debugHasAllThatTheHandshakeShowed(@TempDir Path folder) {
    check(folder, TlsProfile.RUNTIME, true);

    assertThat(texts(Level.DEBUG))
        .containsSubsequence(
            "TLS: Negotiated",
            "  Protocol: TLS 1.3",
            "TLS: Trust",
            "TLS: PS3.15",
            "TLS: Certificate 1, of the server that answered",
            "  Subject: CN=scripted",
            "TLS: What the peer requested",
            "TLS: What we offered",
            "  Protocols: TLS 1.3, TLS 1.2",
            "TLS: Disabled on this computer");
    assertThat(lines)
        .filteredOn(line -> line.text().startsWith("TLS: "))
        .allMatch(line -> line.stage() == CheckStage.TLS && line.level() == Level.DEBUG);
    assertThat(texts(Level.INFO)).noneMatch(text -> text.startsWith("TLS: "));
  }

  @Test
  void debugHasItWhereTrustFailsToo(@TempDir Path folder) {
    check(folder, TlsProfile.RUNTIME, false);

    assertThat(texts(Level.DEBUG)).contains("  Subject: CN=scripted");
    assertThat(lines.getLast().text()).contains("[TLS CERTIFICATE_UNTRUSTED]");
  }

  @Test
  void legacyIsToldInRed(@TempDir Path folder) {
    check(folder, TlsProfile.LEGACY, true);

    assertThat(lines)
        .filteredOn(line -> line.text().equals(TlsFacts.LEGACY_WARNING))
        .singleElement()
        .matches(line -> line.tone() == Tone.BAD && line.level() == Level.INFO);
  }
}
