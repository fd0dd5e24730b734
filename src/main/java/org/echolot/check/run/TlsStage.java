package org.echolot.check.run;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.TlsDiagnosis;
import org.echolot.check.diagnosis.TlsWarnings;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Transport;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TlsReport;
import org.echolot.tls.handshake.ClientHandshake;
import org.echolot.tls.probe.PlainProbe;
import org.jspecify.annotations.Nullable;

/** The TLS stage of one check, and what shows of it later. Used once, by one thread. */
final class TlsStage {

  /** The most time that the question whether a peer speaks DICOM without TLS may take. */
  private static final Duration PLAIN_PROBE = Duration.ofSeconds(1);

  private final StagedEngine.Tools tools;
  private final CheckRequest request;
  private final CheckListener listener;
  private final StopSignal stop;
  private final Progress progress;
  private final ResultBuilder result;
  private @Nullable ClientHandshake handshake;

  TlsStage(
      StagedEngine.Tools tools,
      CheckRequest request,
      CheckListener listener,
      StopSignal stop,
      Progress progress,
      ResultBuilder result) {
    this.tools = tools;
    this.request = request;
    this.listener = listener;
    this.stop = stop;
    this.progress = progress;
    this.result = result;
  }

  /**
   * Makes the handshake on a connected socket.
   *
   * @return what an association can live on
   * @throws StageFailedException if it came to nothing, or the peer is not to be trusted
   * @throws StoppedException if a stop came first
   */
  Transport open(Socket socket, TlsClient client) throws StageFailedException, StoppedException {
    progress.begin(CheckStage.TLS, "");
    try {
      ClientHandshake made = new ClientHandshake(client, socket, tools.scheduler());
      handshake = made;
      try (var _ = stop.onStop(made::close)) {
        Transport transport = made.shake(Deadline.after(request.timeouts().tls()));
        Duration took = progress.elapsed();
        TlsReport report = made.report();
        tell(report);
        progress.end(StageState.OK, took, TlsDiagnosis.agreedOn(report));
        TlsWarnings.of(report, Instant.now()).forEach(w -> result.warn(w.code(), w.text()));
        result.warnIfAnsweredSlowly("TLS handshake", took);
        return transport;
      } catch (TlsException e) {
        throw failed(e.failure(), made.report());
      }
    } catch (IOException e) {
      if (stop.isStopped()) {
        throw new StoppedException();
      }
      throw new StageFailedException(
          TlsDiagnosis.broken(String.valueOf(e.getMessage())), progress.elapsed());
    }
  }

  private void tell(TlsReport report) {
    result.tls(report);
    listener.tlsShown(report, Instant.now());
  }

  private StageFailedException failed(TlsFailure failure, TlsReport report)
      throws StoppedException {
    Duration took = progress.elapsed();
    if (failure instanceof TlsFailure.Stopped || stop.isStopped()) {
      throw new StoppedException();
    }
    tell(report);
    Finding finding = TlsDiagnosis.of(failure, report, hasClientCertificate(), took);
    if (TlsDiagnosis.saidNothing(failure) && request.probesTls() && speaksPlainDicom()) {
      finding =
          TlsDiagnosis.speaksPlainDicom(
              finding.endedBy(),
              finding.detail() + ", and it answered DICOM without TLS when asked after that");
    }
    if (stop.isStopped()) {
      throw new StoppedException();
    }
    return new StageFailedException(finding, took);
  }

  private boolean speaksPlainDicom() {
    listener.remarked(
        CheckStage.TLS,
        Instant.now(),
        "Asking the peer, on a connection of its own, whether it speaks DICOM without TLS");
    Duration tls = request.timeouts().tls();
    try (PlainProbe probe = new PlainProbe();
        var _ = stop.onStop(probe::close)) {
      boolean speaks =
          probe.speaksDicom(
              result.remoteAddress(), tls.compareTo(PLAIN_PROBE) < 0 ? tls : PLAIN_PROBE);
      listener.remarked(
          CheckStage.TLS,
          Instant.now(),
          speaks
              ? "The peer speaks DICOM without TLS"
              : "Nothing shows that the peer speaks DICOM without TLS");
      return speaks;
    }
  }

  private boolean hasClientCertificate() {
    return handshake != null && handshake.hasClientCertificate();
  }

  /**
   * What a failure in the next stage says of TLS: in TLS 1.3 a peer tells only after the handshake
   * what it thinks of our certificate, or of its lack (RFC 8446 4.4.2.4).
   *
   * @return null: nothing
   */
  @Nullable Finding late(AssociationFailure failure) {
    ClientHandshake made = handshake;
    if (made == null) {
      return null;
    }
    TlsReport report = made.report();
    Finding finding =
        TlsDiagnosis.late(failure, made.endingAlert(), report, made.hasClientCertificate());
    if (finding != null) {
      result.tls(report);
    }
    return finding;
  }
}
