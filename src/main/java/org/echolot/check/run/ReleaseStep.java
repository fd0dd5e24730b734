package org.echolot.check.run;

import java.time.Duration;
import java.util.Optional;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.ReleaseFault;
import org.echolot.concurrent.Deadline;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.RequestorAssociation;

/**
 * Ends the association. The outcome is known by now: what goes wrong, or is stopped, is worth a
 * warning and no more.
 */
final class ReleaseStep implements Step {

  @Override
  public Next take(CheckCourse course) {
    Progress progress = course.progress;
    Requestor association = course.association();
    progress.begin(CheckStage.RELEASE, "");
    Optional<RequestorAssociation> ours = association.ours();
    if (course.request.approach().aborts() && ours.isPresent()) {
      ours.get().abort();
      progress.end(StageState.OK, Duration.ZERO, "aborted, as was asked for");
      course.result.left(EndedBy.OUR_ABORT);
      return Next.GO_ON;
    }
    try {
      association.release(Deadline.after(course.request.timeouts().release()));
      progress.end(
          StageState.OK,
          association.took(),
          ours.filter(RequestorAssociation::hasCollided).isPresent()
              ? "confirmed; the peer requested the release at the same time, which we confirmed,"
                  + " too"
              : "confirmed");
      course.result.left(EndedBy.OUR_RELEASE);
    } catch (AssociationException e) {
      boolean collided = ours.map(RequestorAssociation::hasCollided).orElse(false);
      ReleaseFault fault = ReleaseFault.of(e.failure(), association.took(), collided);
      progress.end(StageState.WARNING, association.took(), fault.text());
      course.result.warn(fault.code(), fault.sentence());
      course.result.left(fault.endedBy());
    }
    return Next.GO_ON;
  }
}
