package org.echolot.check.run;

import java.time.Duration;
import java.util.Objects;
import org.echolot.check.CheckStage;
import org.echolot.check.diagnosis.Circumstances;
import org.echolot.check.diagnosis.Diagnosis;
import org.echolot.check.diagnosis.SecondTry;
import org.echolot.check.diagnosis.TlsDiagnosis;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PduEncoder;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TlsReport;
import org.echolot.tls.probe.ProbeAnswer;

/**
 * Decides what is to be asked on other connections after a failure that does not explain itself.
 * Nothing is sent where nothing that we sent was acknowledged: it would not arrive, and a peer that
 * waits for the rest of it would be kept from its other callers.
 */
final class Aftermath {

  /** A request that fits the smallest path there may be can't be lost for its size (RFC 8200 5). */
  private static final int FITS_ANY_PATH = 1_200;

  /** Who closes later has tried something before. */
  private static final Duration AT_ONCE = Duration.ofSeconds(1);

  private Aftermath() {}

  /** What is known after the handshake failed. */
  static Circumstances ofHandshake(
      CheckCourse course, TlsClient client, TlsFailure failure, Circumstances circumstances) {
    boolean late = failure instanceof TlsFailure.DeadlinePassed;
    if (!course.request.probesTls()) {
      return circumstances;
    }
    if (!TlsDiagnosis.saidNothing(failure) && !late) {
      return offeredAll(course, failure, circumstances);
    }
    if (circumstances.credibleDelivery() instanceof Delivery.Stuck stuck) {
      return stuck.windowIsClosed()
          ? circumstances
          : circumstances.triedAgain(SecondConnection.open(course, CheckStage.TLS));
    }
    if (!TlsDiagnosis.saidNothing(failure)) {
      return circumstances.triedAgain(SecondConnection.open(course, CheckStage.TLS));
    }
    Circumstances probed = circumstances.probed(ProtocolQuestion.plainDicom(course));
    if (probed.probe() == ProbeAnswer.YES
        || probed.probe() == ProbeAnswer.NO_CONNECTION
        || course.stop.isStopped()) {
      return probed;
    }
    return late ? probed.triedAgain(smaller(course, client)) : offeredAll(course, failure, probed);
  }

  /** Asks the same in small packets, then a shorter ClientHello. */
  private static SecondTry smaller(CheckCourse course, TlsClient client) {
    SecondTry small = SecondConnection.handshake(course, client);
    TlsReport report = Objects.requireNonNull(course.handshake(), "no handshake").report();
    return small == SecondTry.SILENT_IN_SMALL_PACKETS && !course.stop.isStopped()
        ? SecondConnection.shortHello(course, report.offered().serverName())
        : small;
  }

  /** Asks a peer that chose nothing what it would take. */
  private static Circumstances offeredAll(
      CheckCourse course, TlsFailure failure, Circumstances circumstances) {
    TlsReport report = Objects.requireNonNull(course.handshake(), "no handshake").report();
    return TlsDiagnosis.isAboutOffer(failure, report)
        ? circumstances.offeredAll(OfferQuestion.ask(course, report.offered().serverName()))
        : circumstances;
  }

  /** What is known after the request for an association failed. */
  static Circumstances ofRequest(
      CheckCourse course,
      AssociateRq request,
      AssociationFailure failure,
      Circumstances circumstances) {
    if (!course.request.probesTls() || !Diagnosis.saidNothing(failure)) {
      return circumstances;
    }
    if (circumstances.credibleDelivery() instanceof Delivery.Stuck stuck) {
      if (stuck.windowIsClosed()) {
        return circumstances;
      }
      Octets bytes = PduEncoder.encode(request);
      boolean mayBeTooLarge = !circumstances.overTls() && bytes.length() > FITS_ANY_PATH;
      return circumstances.triedAgain(
          mayBeTooLarge
              ? SecondConnection.request(course, bytes)
              : SecondConnection.open(course, CheckStage.ASSOCIATE));
    }
    if (circumstances.overTls()) {
      return failure instanceof AssociationFailure.DeadlinePassed
          ? circumstances.triedAgain(SecondConnection.open(course, CheckStage.ASSOCIATE))
          : circumstances;
    }
    Circumstances probed = circumstances.probed(ProtocolQuestion.tls(course));
    if (!mayCloseAnyway(course, failure, probed)) {
      return probed;
    }
    SecondTry idle = SecondConnection.idle(course);
    return probed.triedAgain(
        idle == SecondTry.OPEN_WHILE_IDLE && !course.stop.isStopped()
            ? SecondConnection.behindHeader(course, PduEncoder.encode(request))
            : idle);
  }

  /** Whether the other end may close whatever comes, or even if nothing does. */
  private static boolean mayCloseAnyway(
      CheckCourse course, AssociationFailure failure, Circumstances probed) {
    return probed.probe() == ProbeAnswer.CLOSED
        && !(failure instanceof AssociationFailure.DeadlinePassed)
        && probed.endedAfter().compareTo(AT_ONCE) < 0
        && course.request.approach().proxyHeader() == null
        && !course.stop.isStopped();
  }

  /** What is known after the C-ECHO was not answered. */
  static Circumstances ofEcho(
      CheckCourse course, AssociationFailure failure, Circumstances circumstances) {
    boolean isRead =
        !(circumstances.credibleDelivery() instanceof Delivery.Stuck(_, boolean closed) && closed);
    boolean mayBeGone =
        course.request.probesTls()
            && isRead
            && failure instanceof AssociationFailure.DeadlinePassed
            && Diagnosis.saidNothing(failure);
    return mayBeGone
        ? circumstances.triedAgain(SecondConnection.open(course, CheckStage.ECHO))
        : circumstances;
  }
}
