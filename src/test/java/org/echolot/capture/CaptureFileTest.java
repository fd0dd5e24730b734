package org.echolot.capture;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EndedBy;
import org.echolot.check.Timeouts;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateAc;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.dicom.pdu.UnrecognizedItem;
import org.echolot.peer.Answers;
import org.echolot.peer.HeldPort;
import org.echolot.peer.ScriptedPeer;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.RealPeer;
import org.echolot.realpeers.Tshark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class CaptureFileTest {

  private record Checked(CheckResult result, Recording recording) {}

  private final OwnEngine engine = new OwnEngine();

  @TempDir Path folder;

  private Checked check(InetSocketAddress at, Duration patience) {
    CheckRequest request =
        CheckRequest.of(
                "Main PACS",
                new AeTitle("ORTHANC"),
                new AeTitle("ECHOLOT"),
                at.getAddress().getHostAddress(),
                at.getPort())
            .withTimeouts(Timeouts.all(patience))
            .withTlsProbe(false);
    Recorder recorder = new Recorder();
    CheckResult result = engine.check(request, recorder, new StopSignal());
    return new Checked(result, recorder.recording());
  }

  private Checked check(ScriptedPeer.Script script) {
    try (ScriptedPeer peer = ScriptedPeer.playing(script)) {
      return check(peer.address(), Duration.ofSeconds(20));
    }
  }

  private Path capture(Checked... checks) throws IOException {
    Path file = folder.resolve("checks.pcapng");
    try (CaptureFile capture = CaptureFile.open(file, "Echolot test")) {
      for (Checked checked : checks) {
        assertThat(capture.add(checked.result(), checked.recording())).isTrue();
      }
    }
    return file;
  }

  private static List<String> flags(Path capture) {
    return Tshark.lines(capture, "-Y", "tcp.len == 0", "-T", "fields", "-e", "tcp.flags.str");
  }

  @Test
  void wiresharkDissectsACheckOfARealPeerAsDicomOnAnyPort() throws IOException {
    Checked checked;
    try (RealPeer storescp = DcmtkServer.storescp()) {
      checked =
          check(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), storescp.port()),
              Duration.ofSeconds(20));
    }
    Path capture = capture(checked);

    assertThat(Tshark.summaries(capture))
        .filteredOn(line -> !line.startsWith("TCP"))
        .containsExactly(
            "DICOM A-ASSOCIATE request ECHOLOT --> ORTHANC",
            "DICOM A-ASSOCIATE accept  ECHOLOT <-- ORTHANC",
            "DICOM P-DATA, C-ECHO-RQ ID=1",
            "DICOM P-DATA, C-ECHO-RSP ID=1 (Success)",
            "DICOM A-RELEASE request",
            "DICOM A-RELEASE response");
    assertThat(flags(capture))
        .containsExactly(
            "··········S·",
            "·······A··S·",
            "·······A····", // we open
            "·······A···F",
            "·······A···F",
            "·······A····"); // we close
    assertThat(Tshark.complaints(capture)).isEmpty();
  }

  @Test
  void endsAndTimesAreThoseOfTheCheck() throws IOException {
    Instant before = Instant.now();
    Checked checked = check(line -> line.serveEcho());
    Instant after = Instant.now();
    Path capture = capture(checked);
    InetSocketAddress local = requireNonNull(checked.result().localAddress());
    InetSocketAddress remote = requireNonNull(checked.result().remoteAddress());

    List<String> sent =
        Tshark.lines(
            capture,
            "-Y",
            "dicom.pdu.type == 1",
            "-T",
            "fields",
            "-E",
            "separator= ",
            "-e",
            "ip.src",
            "-e",
            "tcp.srcport",
            "-e",
            "ip.dst",
            "-e",
            "tcp.dstport");
    assertThat(sent)
        .containsExactly(
            local.getAddress().getHostAddress()
                + " "
                + local.getPort()
                + " "
                + remote.getAddress().getHostAddress()
                + " "
                + remote.getPort());
    List<Instant> times =
        Tshark.lines(capture, "-T", "fields", "-e", "frame.time_epoch").stream()
            .map(CaptureFileTest::instant)
            .toList();
    assertThat(times).isSorted().allMatch(t -> !t.isBefore(before) && !t.isAfter(after));
  }

  private static Instant instant(String epoch) {
    String[] parts = epoch.split("\\.", -1);
    return Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
  }

  @Test
  void aReleaseThatThePeerCutShortEndsWithItsFinOrItsReset() throws IOException {
    Checked closed =
        check(
            line -> {
              line.serveUntilRelease();
              line.receive(ReleaseRq.class);
            });
    assertThat(closed.result().endedBy()).isEqualTo(EndedBy.PEER_CLOSE);
    assertThat(
            Tshark.lines(
                capture(closed), "-Y", "tcp.flags.fin == 1", "-T", "fields", "-e", "tcp.srcport"))
        .first()
        .isEqualTo(String.valueOf(requireNonNull(closed.result().remoteAddress()).getPort()));

    Checked reset =
        check(
            line -> {
              line.receive(AssociateRq.class);
              line.reset();
            });
    assertThat(reset.result().endedBy()).isEqualTo(EndedBy.PEER_RESET);
    assertThat(flags(capture(reset))).last().isEqualTo("·······A·R··");
  }

  @Test
  void manyChecksStandInOneFileAndEachIsAConversationOfItsOwn() throws IOException {
    Checked rejected =
        check(
            line -> {
              line.receive(AssociateRq.class);
              line.send(new AssociateRj(1, 1, 3));
              line.discardUntilClosed();
            });
    Checked aborted =
        check(
            line -> {
              line.serveUntilEcho();
              line.send(new Abort(0, 0));
              line.discardUntilClosed();
            });
    Path capture = capture(rejected, aborted);

    assertThat(Tshark.summaries(capture))
        .anyMatch(line -> line.startsWith("DICOM A-ASSOCIATE reject"))
        .anyMatch(line -> line.startsWith("DICOM ABORT"));
    assertThat(Tshark.lines(capture, "-T", "fields", "-e", "tcp.stream"))
        .containsOnly("0", "1")
        .isSorted();
    assertThat(Tshark.complaints(capture)).isEmpty();
  }

  @Test
  void bytesThatAreNoDicomAreThereAsTheyCameAndSaidToBeSo() throws IOException {
    Checked checked =
        check(
            line -> {
              line.receive(AssociateRq.class);
              line.send("HTTP/1.1 400 Bad Request\r\n\r\n");
              line.discardUntilClosed();
            });
    assertThat(checked.result().cause()).isEqualTo(Cause.NOT_DICOM);

    assertThat(
            Tshark.lines(
                capture(checked),
                "-Y",
                "tcp contains \"HTTP/1.1 400\"",
                "-T",
                "fields",
                "-e",
                "frame.comment"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("Echolot cannot read this: ");
  }

  @Test
  void aPduLargerThanAnyPacketIsPutTogetherAgain() throws IOException {
    int length = 200_000;
    Checked checked =
        check(
            line -> {
              AssociateRq rq = line.receive(AssociateRq.class);
              List<UnrecognizedItem> filling = new ArrayList<>();
              for (int i = 0; i < length / 50_000; i++) {
                filling.add(new UnrecognizedItem(0x7E, Octets.of(new byte[50_000])));
              }
              var ac = Answers.acceptance(rq);
              line.send(
                  new AssociateAc(
                      ac.protocolVersion(),
                      ac.calledAe(),
                      ac.callingAe(),
                      ac.reserved(),
                      ac.applicationContext(),
                      ac.presentationContexts(),
                      ac.userInformation(),
                      filling));
              line.receive();
              line.send(Answers.echoSuccess());
              line.confirmRelease();
            });
    assertThat(checked.result().isSuccess()).as(checked.result().summary()).isTrue();
    Path capture = capture(checked);

    assertThat(
            Tshark.lines(
                capture,
                "-Y",
                "dicom.pdu.type == 2",
                "-T",
                "fields",
                "-e",
                "tcp.reassembled.length"))
        .hasSize(1)
        .first()
        .asString()
        .satisfies(n -> assertThat(Integer.parseInt(n)).isGreaterThan(length));
    assertThat(Tshark.summaries(capture)).contains("DICOM A-RELEASE response");
    assertThat(
            Tshark.lines(capture, "-T", "fields", "-e", "ip.len").stream()
                .mapToInt(Integer::parseInt)
                .max())
        .hasValue(40 + TcpFraming.MAX_SEGMENT);
  }

  @Test
  void whatIsTooMuchToKeepIsCountedAndMissingInTheRightPlace() throws IOException {
    Recorder recorder = new Recorder();
    Checked whole = check(line -> line.serveEcho());
    whole.recording().replay(recorder);
    Octets huge = Octets.of(new byte[Recorder.MAX_BYTES + 5]);
    recorder.told(new InAssociation(new UnreadableReceived(huge, "too long", Instant.now())));
    recorder.told(
        new InAssociation(
            new PduReceived(new ReleaseRp(), Octets.of(new byte[10]), List.of(), Instant.now())));
    Recording recording = recorder.recording();

    assertThat(recording.leftOutReceived()).isBetween(15L, 20_000L);
    assertThat(recording.leftOutSent()).isZero();
    assertThat(
            Tshark.lines(
                capture(new Checked(whole.result(), recording)),
                "-Y",
                "frame.comment contains \"did not keep\" && tcp.flags.fin == 1",
                "-T",
                "fields",
                "-e",
                "frame.comment"))
        .containsExactly(
            "Before this, Echolot did not keep 0 bytes that it sent and "
                + recording.leftOutReceived()
                + " bytes that it received.");
  }

  @Test
  void aCheckWithoutAConnectionHasNothingToCapture() throws IOException {
    Checked refused;
    try (HeldPort port = HeldPort.open()) {
      refused =
          check(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), port.number()),
              Duration.ofSeconds(20));
    }
    Path file = folder.resolve("nothing.pcapng");
    try (CaptureFile capture = CaptureFile.open(file, "Echolot test")) {
      assertThat(capture.add(refused.result(), refused.recording())).isFalse();
    }

    assertThat(Tshark.summaries(file)).isEmpty();
    assertThat(Files.size(file)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.9.8, 10.1.2.3, 104",
    "10.1.9.8, 10.1.2.3, 2761",
    "10.1.9.8, 10.1.2.3, 2762",
    "10.1.9.8, 10.1.2.3, 4242",
    "10.1.9.8, 10.1.2.3, 5104",
    "10.1.9.8, 10.1.2.3, 11112",
    "2001:db8::1, 2001:db8::2, 4242",
    "::1, ::1, 11112",
    "10.1.9.8, 2001:db8::2, 104"
  })
  void itIsDicomOnTheUsualPortsAndInBothVersionsOfIp(String from, String to, int port)
      throws IOException {
    Checked checked = check(line -> line.serveEcho());
    TcpConversation real =
        ConversationReader.read(checked.result(), checked.recording()).orElseThrow();
    TcpConversation moved =
        new TcpConversation(
            new InetSocketAddress(InetAddress.ofLiteral(from), 50_000),
            new InetSocketAddress(InetAddress.ofLiteral(to), port),
            real.begun(),
            real.connected(),
            real.messages(),
            0,
            0,
            real.ending(),
            real.ended(),
            real.comment());
    Path file = folder.resolve("moved.pcapng");
    try (var out = Files.newOutputStream(file)) {
      PcapngWriter writer = new PcapngWriter(out);
      writer.begin("Echolot test", CaptureFile.COMMENT);
      for (Packet packet : TcpFraming.of(moved)) {
        writer.write(packet);
      }
    }

    assertThat(Tshark.summaries(file)).filteredOn(line -> line.startsWith("DICOM")).hasSize(6);
    assertThat(Tshark.complaints(file)).isEmpty();
  }
}
