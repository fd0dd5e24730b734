package org.echolot.ui.main;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.echolot.check.Cause;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EchoEngine;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.Outcome;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.jspecify.annotations.Nullable;

/**
 * A hospital that always answers the same: for pictures of the window that can be compared, and for
 * measuring the window without a network. Safe for use by several threads.
 */
final class DemoHospital implements EchoEngine {

  private static final Duration ECHO = Duration.ofNanos(3_100_000);

  /** The peer that keeps silent while {@link #keepSilent} says so, long enough for a picture. */
  private static final String SILENT = "Long-term archive";

  private static final long SILENCE_SECONDS = 20;

  private final AtomicBoolean silent = new AtomicBoolean();

  /** Whether one of the peers gives no answer to the association request. */
  void keepSilent(boolean keeps) {
    silent.set(keeps);
  }

  /** The peers of the pictures, by department. */
  static List<Peer> peers() {
    List<Peer> peers = new ArrayList<>();
    peers.add(peer("Main PACS", "ORTHANK", "10.1.2.30", 4242, "Archives", false));
    peers.add(
        peer("Archive Düsseldorf", "DUS_ARCHIV", "pacs.klinik.example", 2762, "Archives", true));
    peers.add(peer("Long-term archive", "LTA", "10.1.2.44", 2762, "Archives", true));
    peers.add(peer("dcm4chee test", "DCM4CHEE", "10.1.2.51", 11112, "Archives", false));
    peers.add(peer("CT 1", "CT1", "10.1.7.11", 104, "Modalities", false));
    peers.add(peer("CT 2", "CT2", "10.1.7.12", 104, "Modalities", false));
    peers.add(peer("MR Siemens Vida", "MR_VIDA", "10.1.7.21", 104, "Modalities", false));
    peers.add(peer("Ultrasound room 3", "US3", "10.1.7.43", 104, "Modalities", false));
    peers.add(peer("X-ray ward 4B", "DX4B", "10.1.7.55", 104, "Modalities", false));
    peers.add(peer("Angiography new", "ANGIO2", "10.1.7.61", 104, "Modalities", false));
    peers.add(peer("Mammo reading", "MAMMO_WS", "10.1.9.14", 11112, "Workstations", true));
    peers.add(peer("Reading room 1", "READ1", "10.1.9.11", 11112, "Workstations", false));
    peers.add(peer("Reading room 2", "READ2", "10.1.9.12", 11112, "Workstations", false));
    return peers;
  }

  /** Many peers, of which some fail; their names differ, and their addresses. */
  static List<Peer> many(int count) {
    List<Peer> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String kind = i % 20 == 7 ? "Ultrasound" : i % 20 == 13 ? "CT 1" : "Modality";
      peers.add(
          peer(
              kind + " no. " + (i + 1),
              "AE" + i,
              "10." + (i / 250 % 250) + "." + (i % 250) + ".7",
              104 + i,
              "Site " + i % 7,
              i % 9 == 0));
    }
    return peers;
  }

  static Peer peer(String name, String ae, String host, int port, String tag, boolean tls) {
    return new Peer(
        UUID.nameUUIDFromBytes((name + port).getBytes(java.nio.charset.StandardCharsets.UTF_8)),
        name,
        new AeTitle(ae),
        host,
        port,
        null,
        List.of(tag),
        "PACS desk, ext. 4411",
        PeerTimeouts.DEFAULT,
        tls ? PeerTls.DEFAULT : null,
        null,
        null,
        RawFields.NONE);
  }

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public CheckResult check(CheckRequest request, CheckListener listener, StopSignal stop) {
    Instant at = Instant.now();
    listener.told(new CheckEvent.CheckStarted(request, at));
    CheckResult result = resultOf(request);
    for (StageResult stage : result.stages()) {
      if (stage.state() != StageState.SKIPPED) {
        listener.told(new CheckEvent.StageStarted(stage.stage(), "", at));
      }
      if (stage.stage() == CheckStage.ASSOCIATE && silent.get() && request.name().equals(SILENT)) {
        awaitStop(stop);
      }
      listener.told(new CheckEvent.StageEnded(stage, at));
    }
    listener.told(new CheckEvent.CheckEnded(result, at));
    return result;
  }

  private static void awaitStop(StopSignal stop) {
    CountDownLatch stopped = new CountDownLatch(1);
    try (StopSignal.Registration _ = stop.onStop(stopped::countDown)) {
      boolean _ = stopped.await(SILENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** What a check found some time ago. */
  static CheckResult resultAt(CheckRequest request, Instant at) {
    CheckResult now = resultOf(request);
    return new CheckResult(
        now.request(),
        now.engine(),
        at.atOffset(ZoneOffset.UTC),
        now.outcome(),
        now.stage(),
        now.cause(),
        now.summary(),
        now.move(),
        now.endedBy(),
        now.advice(),
        now.warnings(),
        now.total(),
        now.stages(),
        now.reject(),
        now.abort(),
        now.echoStatus(),
        now.negotiated(),
        now.tls(),
        now.userIdentity(),
        now.localAddress(),
        now.remoteAddress(),
        now.observed());
  }

  static CheckResult resultOf(CheckRequest request) {
    String name = request.name();
    if (name.startsWith("Main PACS")) {
      return failure(
          request,
          Cause.REJECTED_CALLED_AE,
          Move.OURS,
          EndedBy.PEER_REJECTION,
          "the peer does not recognize \"" + request.calledAe() + "\" as one of its AE titles",
          "RJ 1/1/7 called AE title not recognized",
          new AssociateRj(1, 1, 7),
          List.of(
              "Check the spelling of \""
                  + request.calledAe()
                  + "\", upper and lower case included.",
              "Ask the peer's administrator for the title that answers on port "
                  + request.port()
                  + ".",
              "If it is right, ask whether \"ECHOLOT\" is registered there."));
    }
    if (name.startsWith("CT 1")) {
      return failure(
          request,
          Cause.CONNECTION_REFUSED,
          Move.OURS_OR_PEER,
          EndedBy.NEVER_BEGAN,
          "nothing listens on " + request.host() + ":" + request.port(),
          "refused by " + request.host(),
          null,
          List.of(
              "Check the port.", "Ask the peer's administrator whether the service is running."));
    }
    if (name.startsWith("Ultrasound")) {
      return failure(
          request,
          Cause.REJECTED_CALLING_AE,
          Move.PEER_ADMINISTRATOR,
          EndedBy.PEER_REJECTION,
          "the peer does not recognize \"ECHOLOT\"",
          "RJ 1/1/3 calling AE title not recognized",
          new AssociateRj(1, 1, 3),
          List.of("Ask the peer's administrator to register \"ECHOLOT\"."));
    }
    if (name.startsWith("Mammo")) {
      return failure(
          request,
          Cause.CERTIFICATE_EXPIRED,
          Move.PEER_ADMINISTRATOR,
          EndedBy.NEVER_BEGAN,
          "the certificate of the peer ended on 2026-11-20",
          "expired on 2026-11-20",
          null,
          List.of("Ask the peer's administrator for a new certificate."));
    }
    return name.startsWith("Long-term")
        ? success(
            request,
            new Warning(
                Warning.Code.CERTIFICATE_EXPIRES_SOON, "The certificate expires in 12 days."))
        : success(request);
  }

  private static CheckResult success(CheckRequest request, Warning... warnings) {
    Map<CheckStage, StageResult> stages = new EnumMap<>(CheckStage.class);
    // Different for each peer, and always the same.
    long more = Math.floorMod(request.name().hashCode(), 90) * 100_000L;
    for (CheckStage stage : CheckStage.values()) {
      Duration took =
          switch (stage) {
            case RESOLVE -> Duration.ofNanos(550_000);
            case CONNECT -> Duration.ofNanos(350_000);
            case TLS, ASSOCIATE -> Duration.ofNanos(2_000_000 + more / 2);
            case ECHO -> ECHO.plusNanos(more);
            case RELEASE -> Duration.ofNanos(400_000);
          };
      stages.put(
          stage,
          stage == CheckStage.TLS && !request.isTls()
              ? StageResult.skipped(stage, "off")
              : new StageResult(stage, StageState.OK, took, detail(stage, request)));
    }
    return result(
        request,
        Outcome.SUCCESS,
        null,
        "The peer answered the C-ECHO",
        Move.NOBODY,
        EndedBy.OUR_RELEASE,
        List.of(),
        List.of(warnings),
        stages,
        null);
  }

  private static CheckResult failure(
      CheckRequest request,
      Cause cause,
      Move move,
      EndedBy endedBy,
      String sentence,
      String detail,
      @Nullable AssociateRj reject,
      List<String> advice) {
    Map<CheckStage, StageResult> stages = new EnumMap<>(CheckStage.class);
    CheckStage last = cause.stage() == null ? CheckStage.ECHO : cause.stage();
    for (CheckStage stage : CheckStage.values()) {
      stages.put(
          stage,
          stage.compareTo(last) > 0
              ? StageResult.skipped(stage, "not reached")
              : stage == CheckStage.TLS && !request.isTls()
                  ? StageResult.skipped(stage, "off")
                  : stage == last
                      ? new StageResult(stage, StageState.FAILED, Duration.ofMillis(30), detail)
                      : new StageResult(
                          stage, StageState.OK, Duration.ofNanos(350_000), detail(stage, request)));
    }
    return result(
        request,
        Outcome.FAILURE,
        cause,
        cause.label() + ": " + sentence,
        move,
        endedBy,
        advice,
        List.of(),
        stages,
        reject);
  }

  private static String detail(CheckStage stage, CheckRequest request) {
    return switch (stage) {
      case RESOLVE -> request.host();
      case CONNECT -> "from 10.1.9.8:56846";
      case TLS -> "TLS 1.3, TLS_AES_256_GCM_SHA384";
      case ASSOCIATE -> "accepted by ORTHANC";
      case ECHO -> "0000H (Success)";
      case RELEASE -> "confirmed";
    };
  }

  private static CheckResult result(
      CheckRequest request,
      Outcome outcome,
      @Nullable Cause cause,
      String summary,
      Move move,
      EndedBy endedBy,
      List<String> advice,
      List<Warning> warnings,
      Map<CheckStage, StageResult> stages,
      @Nullable AssociateRj reject) {
    boolean reached = cause != Cause.CONNECTION_REFUSED;
    Negotiated negotiated =
        outcome == Outcome.SUCCESS
            ? new Negotiated(
                "1.2.276.0.7230010.3.0.3.6.8", "OFFIS_DCMTK_368", 16_384L, "1.2.840.10008.1.2", 0)
            : null;
    Duration total = Duration.ZERO;
    for (StageResult stage : stages.values()) {
      total = total.plus(stage.duration());
    }
    return new CheckResult(
        request,
        "demo",
        OffsetDateTime.now(ZoneOffset.UTC),
        outcome,
        cause == null ? null : cause.stage(),
        cause,
        summary,
        move,
        endedBy,
        advice,
        warnings,
        total,
        List.copyOf(stages.values()),
        reject,
        null,
        outcome == Outcome.SUCCESS ? 0 : null,
        negotiated,
        null,
        null,
        reached ? new InetSocketAddress(address(9, 8), 56_846) : null,
        reached ? new InetSocketAddress(address(2, 30), request.port()) : null);
  }

  private static InetAddress address(int third, int last) {
    try {
      return InetAddress.getByAddress(new byte[] {10, 1, (byte) third, (byte) last});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
