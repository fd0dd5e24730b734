package org.echolot.capture;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckEvent.CheckEnded;
import org.echolot.check.CheckEvent.CheckStarted;
import org.echolot.check.CheckEvent.InAssociation;
import org.echolot.check.CheckEvent.LeftOut;
import org.echolot.check.CheckEvent.Remarked;
import org.echolot.check.CheckEvent.StageEnded;
import org.echolot.check.CheckEvent.StageStarted;
import org.echolot.check.CheckEvent.Stopped;
import org.echolot.check.CheckEvent.TlsShown;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.Observed;
import org.echolot.check.Outcome;
import org.echolot.check.SideQuestion;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Timeouts;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.CommandReceived;
import org.echolot.dicom.association.AssociationEvent.CommandSent;
import org.echolot.dicom.association.AssociationEvent.PduReceived;
import org.echolot.dicom.association.AssociationEvent.PduSent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.echolot.dicom.association.AssociationEvent.StateChanged;
import org.echolot.dicom.association.AssociationEvent.UnreadableCommandReceived;
import org.echolot.dicom.association.AssociationEvent.UnreadableReceived;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.dimse.CommandSet;
import org.echolot.dicom.dimse.MalformedCommandException;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.Pdu;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.peer.Answers;
import org.echolot.tls.Certificates;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.TrustVerdict;
import org.jspecify.annotations.Nullable;

/** Checks that never were, with something in every field. */
final class RecordedSamples {

  static final Instant AT = Instant.parse("2026-07-01T10:15:30.123456789Z");

  /** Nothing that JSON, UTF-8, a console or a line could have trouble with is missing. */
  static final String ODD_TEXT = "\"Größe\" \\ \n\r\t\0\u001b[31m \u2028 \u202e 𝛼 \ud83d ✗ \u0085";

  private RecordedSamples() {}

  static CheckRequest plainRequest() {
    return CheckRequest.of(
        "CT 1", new AeTitle("CT1"), new AeTitle("ECHOLOT"), "ct1.example", 11_112);
  }

  static CheckRequest fullRequest() {
    return CheckRequest.of(ODD_TEXT, new AeTitle("A B"), new AeTitle("~"), "fe80::1%eth0", 1)
        .withTimeouts(
            new Timeouts(
                Duration.ofNanos(1),
                Duration.ofNanos(1_234_567_891),
                Duration.ofHours(1),
                Duration.ofMillis(300),
                Duration.ofMinutes(2)))
        .withTls(
            new TlsSettings(
                Path.of("/etc/trusted.pem"),
                "ab".repeat(32),
                Path.of("me.p12"),
                Path.of("größe.pem"),
                false,
                "pacs.example",
                TlsProfile.LEGACY))
        .withUserIdentity(new UserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "Jörg", true))
        .withTlsProbe(false);
  }

  static TlsReport fullReport() {
    return new TlsReport(
        TlsProfile.MODIFIED_BCP195,
        new TlsReport.Offer(
            List.of("TLSv1.3", "TLSv1.2"),
            List.of("TLS_AES_128_GCM_SHA256"),
            List.of("x25519"),
            List.of("ed25519"),
            "pacs.example"),
        "TLSv1.3",
        "TLS_AES_128_GCM_SHA256",
        "x25519",
        List.of(Certificates.one("pss"), Certificates.one("nameless")),
        new TrustVerdict(
            TrustVerdict.Reason.ISSUER_EXPIRED,
            Certificates.one("ed25519"),
            "expired " + ODD_TEXT,
            List.of("refused elsewhere " + ODD_TEXT)),
        new TlsReport.ClientCertificateRequest(List.of("EC"), List.of("CN=Root, O=Hospital")),
        List.of(Certificates.one("hostile")),
        new TlsAlert(TlsAlert.FATAL, 255),
        List.of("TLSv1"),
        new TlsReport.ProfileVerdict(true, List.of("against it"), List.of("against it too")));
  }

  static TlsReport emptyReport() {
    return new TlsReport(
        TlsProfile.RUNTIME,
        new TlsReport.Offer(List.of(), List.of(), List.of(), List.of(), null),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        List.of(),
        null,
        List.of(),
        TlsReport.ProfileVerdict.UNKNOWN);
  }

  static CheckResult emptyResult() {
    return new CheckResult(
        plainRequest(),
        "own",
        OffsetDateTime.parse("2026-07-01T12:15:30.123456789+02:00"),
        Outcome.CANCELLED,
        null,
        null,
        "",
        Move.OURS,
        EndedBy.OUR_STOP,
        List.of(),
        List.of(),
        Duration.ZERO,
        Stream.of(CheckStage.values()).map(stage -> StageResult.skipped(stage, "")).toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static CheckResult fullResult() {
    return new CheckResult(
        fullRequest(),
        "dcm4che",
        OffsetDateTime.parse("2026-07-01T23:15-11:30"),
        Outcome.FAILURE,
        CheckStage.ECHO,
        Cause.ECHO_STATUS,
        ODD_TEXT,
        Move.OURS_OR_PEER,
        EndedBy.PEER_RESET,
        List.of("Do this.", ODD_TEXT),
        Stream.of(Warning.Code.values()).map(code -> new Warning(code, ODD_TEXT)).toList(),
        Duration.ofSeconds(3, 999_999_999),
        Stream.of(CheckStage.values())
            .map(
                stage ->
                    new StageResult(
                        stage,
                        stage == CheckStage.TLS ? StageState.WARNING : StageState.FAILED,
                        Duration.ofNanos(1_000_003),
                        stage.label()))
            .toList(),
        new AssociateRj(255, 0, 7),
        new Abort(2, 255),
        0xFFFF,
        new Negotiated("1.2.3", ODD_TEXT, 0xFFFF_FFFFL, "1.2.840.10008.1.2", 4),
        fullReport(),
        new UserIdentityAnswer(UserIdentityAnswer.Kind.CONFIRMED, "confirmed"),
        new InetSocketAddress(address("me.example", 10, 0, 0, 1), 65_535),
        new InetSocketAddress(
            address(null, 0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1), 104),
        new Observed(
            new Origin(
                InetAddress.ofLiteral("10.77.1.10"),
                "eth0",
                List.of(InetAddress.ofLiteral("10.77.3.10"))),
            new IcmpAnswer(3, 13, InetAddress.ofLiteral("10.77.1.1")),
            224,
            Stream.of(SideQuestion.Kind.values())
                .map(
                    kind ->
                        new SideQuestion(
                            kind, Instant.parse("2026-07-01T10:15:31Z"), Duration.ofMillis(999)))
                .toList(),
            "no-tls"));
  }

  private static InetAddress address(@Nullable String name, int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    try {
      return InetAddress.getByAddress(name, bytes);
    } catch (UnknownHostException e) {
      throw new AssertionError(e);
    }
  }

  /** One of each kind at least. */
  static List<CheckEvent> events() {
    return Stream.<CheckEvent>concat(
            Stream.<CheckEvent>of(
                new CheckStarted(fullRequest(), AT),
                new CheckStarted(plainRequest(), AT),
                new StageStarted(CheckStage.TLS, "", AT),
                new StageStarted(CheckStage.CONNECT, ODD_TEXT, Instant.EPOCH),
                new Stopped(CheckStage.ECHO, AT),
                new StageEnded(
                    new StageResult(
                        CheckStage.ECHO, StageState.WARNING, Duration.ofNanos(1), ODD_TEXT),
                    AT),
                new Remarked(CheckStage.RESOLVE, ODD_TEXT, AT),
                new TlsShown(fullReport(), AT),
                new TlsShown(emptyReport(), AT),
                new LeftOut(Integer.MAX_VALUE, AT),
                new CheckEnded(fullResult(), AT),
                new CheckEnded(emptyResult(), Instant.parse("2199-12-31T23:59:59.999999999Z"))),
            associationEvents().stream().map(InAssociation::new))
        .toList();
  }

  private static List<AssociationEvent> associationEvents() {
    Octets oddBytes = Octets.parseHex("00 FF 22 5C 0A");
    Deviation deviation = new Deviation("Reserved", Integer.MAX_VALUE, ODD_TEXT, "PS3.8 9.3.3");
    Pdu echo = Answers.echoSuccess();
    return List.of(
        new PduSent(echo, Answers.bytes(echo), AT),
        new PduReceived(echo, Answers.bytes(echo), List.of(), AT),
        new PduReceived(
            new AssociateRj(1, 1, 7),
            Answers.bytes(new AssociateRj(1, 1, 7)),
            List.of(deviation, deviation),
            AT),
        new UnreadableReceived(oddBytes, ODD_TEXT, AT),
        new UnreadableReceived(Octets.EMPTY, "", AT),
        new CommandSent(1, command("00000000 04000000 00000000 00000100 02000000 3000"), AT),
        new CommandReceived(255, command(""), List.of(), AT),
        new CommandReceived(
            0,
            // Without a group length, with odd values, and with a tag that looks negative.
            command("00000209 03000000 616263 FFFFFFFF 00000000"),
            List.of(deviation),
            AT),
        new UnreadableCommandReceived(3, oddBytes, "it is no command set", AT),
        new StateChanged(AssociationState.STA1, AssociationState.STA13, ODD_TEXT, AT),
        new StackLogged(System.Logger.Level.WARNING, ODD_TEXT, AT));
  }

  private static CommandSet command(String hex) {
    try {
      return CommandSet.decode(Octets.parseHex(hex)).commandSet();
    } catch (MalformedCommandException e) {
      throw new AssertionError(e);
    }
  }

  static RecordedCheck full() {
    return new RecordedCheck(fullResult(), new Recording(events(), 17, 18), 19);
  }
}
