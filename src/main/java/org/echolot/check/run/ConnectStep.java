package org.echolot.check.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.SlowPeer;
import org.echolot.check.diagnosis.TlsDiagnosis;
import org.echolot.concurrent.Deadline;
import org.echolot.text.AddressText;

/** Opens the TCP connection. */
final class ConnectStep implements Step {

  @Override
  public Next take(CheckCourse course) throws StageFailedException, StoppedException, IOException {
    Progress progress = course.progress;
    int port = course.request.port();
    progress.begin(CheckStage.CONNECT, course.request.address());
    Deadline deadline = Deadline.after(course.request.timeouts().connect());
    return switch (Connector.connect(course.addresses(), port, deadline, course.stop)) {
      case Connector.Outcome.Connected connected -> {
        course.connected(connected.socket(), connected.took());
        progress.end(StageState.OK, connected.spent(), detail(connected));
        SlowPeer.connecting(connected.took()).ifPresent(course.result::warn);
        yield Next.GO_ON;
      }
      case Connector.Outcome.Failed failed -> {
        Connector.Attempt worst = failed.worst();
        course.result.tried(new InetSocketAddress(worst.address(), port));
        throw new StageFailedException(
            Finding.of(
                worst.cause(),
                worst.cause() == Cause.CONNECT_TIMEOUT ? EndedBy.OUR_DEADLINE : EndedBy.NEVER_BEGAN,
                joined(failed.attempts())),
            failed.spent());
      }
      case Connector.Outcome.Broken(InetAddress address, String what, Duration spent) -> {
        course.result.tried(new InetSocketAddress(address, port));
        progress.end(StageState.OK, spent, AddressText.of(address) + " accepted");
        if (course.request.isTls()) {
          progress.begin(CheckStage.TLS, "");
          throw new StageFailedException(TlsDiagnosis.broken(what), Duration.ZERO);
        }
        progress.skip(CheckStage.TLS, "not asked for");
        progress.begin(CheckStage.ASSOCIATE, "");
        throw AssociateStep.brokenBeforeRequest(what);
      }
      case Connector.Outcome.Stopped _ -> throw new StoppedException();
      case Connector.Outcome.NoSocket(IOException fault) -> throw fault;
    };
  }

  private static String detail(Connector.Outcome.Connected connected) {
    InetSocketAddress local = (InetSocketAddress) connected.socket().getLocalSocketAddress();
    InetSocketAddress remote = (InetSocketAddress) connected.socket().getRemoteSocketAddress();
    String from = "from " + AddressText.of(local);
    return connected.failed().isEmpty()
        ? from
        : AddressText.of(remote.getAddress())
            + " answered, "
            + from
            + "; "
            + joined(connected.failed());
  }

  private static String joined(List<Connector.Attempt> attempts) {
    return attempts.stream().map(Connector.Attempt::toString).collect(Collectors.joining("; "));
  }
}
