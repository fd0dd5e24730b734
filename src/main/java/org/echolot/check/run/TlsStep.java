package org.echolot.check.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.Circumstances;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.TlsDiagnosis;
import org.echolot.check.diagnosis.TlsQuestion;
import org.echolot.check.diagnosis.TlsWarnings;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Transport;
import org.echolot.tls.TlsAlert;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TlsReport;
import org.echolot.tls.handshake.ClientHandshake;
import org.jspecify.annotations.Nullable;

/** Makes the TLS handshake, where the peer asks for one. */
final class TlsStep implements Step {

  @Override
  public Next take(CheckCourse course) throws StageFailedException, StoppedException {
    TlsClient client = course.tlsClient();
    if (client == null) {
      course.progress.skip(CheckStage.TLS, "off");
      plain(course);
    } else {
      shake(course, client);
    }
    return Next.GO_ON;
  }

  private static void plain(CheckCourse course) throws StageFailedException, StoppedException {
    try {
      course.carriedBy(Transport.plain(course.socket()));
    } catch (IOException e) {
      throw AssociateStep.unusable(course, e);
    }
  }

  private static void shake(CheckCourse course, TlsClient client)
      throws StageFailedException, StoppedException {
    course.progress.begin(CheckStage.TLS, "");
    try {
      ClientHandshake handshake =
          new ClientHandshake(client, course.socket(), course.tools.scheduler());
      course.shaking(handshake);
      try (var _ = course.stop.onStop(handshake::close)) {
        Transport transport = handshake.shake(course.request.timeouts().tls());
        course.carriedBy(transport);
        TlsReport report = course.guard().cutFrom(handshake.report());
        show(course, report);
        Duration took = handshake.took();
        course.progress.end(StageState.OK, took, TlsDiagnosis.agreedOn(report));
        TlsWarnings.of(report, Instant.now()).forEach(course.result::warn);
        course.warnIfSlow(CheckStage.TLS, "TLS handshake", took);
      } catch (TlsException e) {
        throw failed(course, client, handshake, e.failure());
      }
    } catch (IOException e) {
      course.requireGoing();
      throw new StageFailedException(
          TlsDiagnosis.broken(String.valueOf(e.getMessage())), Duration.ZERO);
    }
  }

  private static void show(CheckCourse course, TlsReport report) {
    course.result.tls(report);
    course.tell(new CheckEvent.TlsShown(report, Instant.now()));
  }

  private static StageFailedException failed(
      CheckCourse course, TlsClient client, ClientHandshake handshake, TlsFailure failure)
      throws StoppedException {
    Duration took = handshake.took();
    if (failure instanceof TlsFailure.Stopped) {
      throw new StoppedException();
    }
    course.requireGoing();
    TlsReport seen = handshake.report();
    TlsReport report = course.guard().cutFrom(seen);
    show(course, report);
    Circumstances circumstances =
        Aftermath.ofHandshake(course, client, failure, course.circumstances(took));
    course.requireGoing();
    Finding finding = new TlsDiagnosis(report, circumstances, question(course)).of(failure);
    return new StageFailedException(
        report.equals(seen) ? finding : course.guard().cutFrom(finding), took);
  }

  private static TlsQuestion question(CheckCourse course) {
    return new TlsQuestion(
        Objects.requireNonNull(course.tlsClient(), "no TLS").name(), Instant.now());
  }

  /**
   * The same failure, with the alert that it was in the words of its own, and not of the engine.
   */
  static AssociationFailure named(CheckCourse course, AssociationFailure failure) {
    ClientHandshake handshake = course.handshake();
    TlsAlert alert = handshake == null ? null : handshake.endingAlert();
    return alert != null && failure instanceof AssociationFailure.Reset(var partial, _)
        ? new AssociationFailure.Reset(partial, "by the TLS alert " + alert)
        : failure;
  }

  /**
   * What a failure in the next stage says of TLS: in TLS 1.3 a peer tells only after the handshake
   * what it thinks of our certificate, or of its lack (RFC 8446 4.4.2.4).
   *
   * @return null: nothing
   */
  static @Nullable Finding late(CheckCourse course, AssociationFailure failure) {
    ClientHandshake handshake = course.handshake();
    if (handshake == null) {
      return null;
    }
    TlsReport report = course.guard().cutFrom(handshake.report());
    Circumstances circumstances = course.circumstances(course.association().took());
    Finding finding =
        new TlsDiagnosis(report, circumstances, question(course))
            .late(failure, handshake.endingAlert());
    if (finding != null) {
      course.result.tls(report);
    }
    return finding;
  }
}
