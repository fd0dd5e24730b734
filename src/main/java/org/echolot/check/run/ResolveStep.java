package org.echolot.check.run;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.Finding;
import org.echolot.concurrent.Deadline;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;

/** Finds the addresses of the peer's name. */
final class ResolveStep implements Step {

  @Override
  public Next take(CheckCourse course) throws StageFailedException, StoppedException {
    String host = course.request.host();
    Progress progress = course.progress;
    progress.begin(CheckStage.RESOLVE, host);
    try {
      NameResolver.Resolved resolved =
          course
              .tools
              .resolver()
              .resolve(host, Deadline.after(course.request.timeouts().connect()), course.stop);
      String found =
          resolved.addresses().stream().map(AddressText::of).collect(Collectors.joining(", "));
      progress.end(
          StageState.OK, resolved.took(), found.equals(host) ? found : host + " → " + found);
      course.resolved(resolved.addresses());
      return Next.GO_ON;
    } catch (UnknownHostException e) {
      throw new StageFailedException(
          Finding.of(
              Cause.UNKNOWN_HOST,
              EndedBy.NEVER_BEGAN,
              "no address for " + host + " (" + e.getMessage() + ")"),
          progress.elapsed());
    } catch (TimeoutException e) {
      Duration took = progress.elapsed();
      throw new StageFailedException(
          Finding.of(
              Cause.RESOLVE_TIMEOUT,
              EndedBy.OUR_DEADLINE,
              "no answer from a name server in " + ElapsedText.of(took)),
          took);
    }
  }
}
