package org.echolot.check.run;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.echolot.check.Approach;
import org.echolot.check.CheckStage;
import org.echolot.check.Move;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.ConnectDiagnosis;
import org.echolot.check.diagnosis.ConnectFault;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.SlowPeer;
import org.echolot.check.diagnosis.TlsDiagnosis;
import org.echolot.check.diagnosis.Variant;
import org.echolot.concurrent.Deadline;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/** Opens the TCP connection. */
final class ConnectStep implements Step {

  @Override
  public Next take(CheckCourse course) throws StageFailedException, StoppedException, IOException {
    Next next = open(course);
    Approach.ProxyHeader header = course.request.approach().proxyHeader();
    if (header != null) {
      ProxyHeaders.send(header, course.socket());
      course.remark(CheckStage.CONNECT, "Sent the header of the PROXY protocol, " + header);
    }
    return next;
  }

  private static Next open(CheckCourse course)
      throws StageFailedException, StoppedException, IOException {
    Approach.Proxy proxy = course.request.approach().proxy();
    if (proxy != null) {
      course.callsFrom(source(course));
      return new ProxyStep(course, proxy).connect(course.source());
    }
    Progress progress = course.progress;
    int port = course.request.port();
    progress.begin(CheckStage.CONNECT, course.request.address());
    Deadline deadline = Deadline.after(course.request.timeouts().connect());
    course.callsFrom(source(course));
    List<InetAddress> callable = callable(course);
    Connector connector =
        new Connector(
            callable,
            port,
            course.source(),
            deadline,
            course.stop,
            course.tools.scheduler(),
            course.receiveBufferBytes());
    return switch (connector.connect()) {
      case Connector.Outcome.Connected connected -> {
        course.connected(connected.socket(), connected.took());
        progress.end(
            StageState.OK, connected.spent(), detail(connected) + untried(callable, connected));
        SlowPeer.connecting(connected.took(), () -> course.resentSegments())
            .ifPresent(course.result::warn);
        warnOfDeadAddresses(course, callable.size(), connected.failed());
        course.awaitRoom();
        yield Next.GO_ON;
      }
      case Connector.Outcome.Failed failed -> {
        Connector.Attempt worst = failed.worst();
        course.result.tried(new InetSocketAddress(worst.address(), port));
        Finding finding =
            new FailedConnection(course, worst).finding(joined(failed.attempts()), deadline);
        throw new StageFailedException(
            ConnectDiagnosis.ofSeveral(
                finding,
                failed.attempts().size(),
                failed.attempts().stream()
                    .allMatch(attempt -> attempt.fault() == ConnectFault.REFUSED)),
            failed.spent());
      }
      case Connector.Outcome.Broken(InetAddress address, String what, Duration spent) -> {
        InetSocketAddress peer = new InetSocketAddress(address, port);
        course.result.tried(peer);
        course.result.origin(FailedConnection.origin(course, peer));
        progress.end(StageState.OK, spent, AddressText.of(address) + " accepted");
        if (course.request.isTls()) {
          progress.begin(CheckStage.TLS, "");
          throw new StageFailedException(TlsDiagnosis.broken(what), Duration.ZERO);
        }
        progress.skip(CheckStage.TLS, "off");
        progress.begin(CheckStage.ASSOCIATE, "");
        throw AssociateStep.brokenBeforeRequest(what);
      }
      case Connector.Outcome.Stopped _ -> throw new StoppedException();
      case Connector.Outcome.NoSocket(IOException fault) -> throw fault;
      case Connector.Outcome.NoSource(IOException fault) ->
          throw withoutSource(Variant.FOREIGN_SOURCE, String.valueOf(fault.getMessage()));
    };
  }

  /** The address of choice to call from; null where there is no choice. */
  private static @Nullable InetAddress source(CheckCourse course) throws StageFailedException {
    String source = course.request.source();
    try {
      return source == null ? null : InetAddress.ofLiteral(source);
    } catch (IllegalArgumentException e) {
      // Its zone is no network interface of this computer.
      throw withoutSource(Variant.FOREIGN_SOURCE, String.valueOf(e.getMessage()));
    }
  }

  /** The addresses of the peer that can be called from there. */
  private static List<InetAddress> callable(CheckCourse course) throws StageFailedException {
    InetAddress source = course.source();
    if (source == null) {
      return course.addresses();
    }
    List<InetAddress> callable =
        course.addresses().stream()
            .filter(peer -> (peer instanceof Inet6Address) == (source instanceof Inet6Address))
            .toList();
    if (callable.isEmpty()) {
      InetAddress first = course.addresses().getFirst();
      course.result.tried(new InetSocketAddress(first, course.request.port()));
      throw withoutSource(
          Variant.SOURCE_OF_OTHER_FAMILY,
          AddressText.of(source) + " cannot call " + AddressText.of(first));
    }
    return callable;
  }

  private static StageFailedException withoutSource(Variant variant, String detail) {
    return new StageFailedException(
        ConnectDiagnosis.ofSource(variant, Origin.ours(), detail), Duration.ZERO);
  }

  private static void warnOfDeadAddresses(
      CheckCourse course, int count, List<Connector.Attempt> failed) {
    if (failed.isEmpty()) {
      return;
    }
    String of = " of " + count + " addresses of \"" + course.request.host() + "\"";
    Connector.Attempt first = failed.getFirst();
    String text =
        (failed.size() == 1
                ? AddressText.of(first.address()) + ", the first" + of + ", " + first.words()
                : "The first " + failed.size() + of + " do not work (" + joined(failed) + ")")
            + ". Programs that try only the first address fail.";
    course.result.warn(
        new Warning(
            Warning.Code.DEAD_ADDRESS,
            text,
            ResolveStep.hostsFile(course, course.addresses()) == null ? Move.NETWORK : Move.OURS));
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

  /** Other programs may try first what was not tried here. */
  private static String untried(List<InetAddress> callable, Connector.Outcome.Connected connected) {
    return callable.stream()
        .skip(connected.failed().size() + 1L)
        .filter(address -> !address.isLoopbackAddress())
        .map(AddressText::of)
        .reduce((a, b) -> a + ", " + b)
        .map(addresses -> "; not tried: " + addresses)
        .orElse("");
  }

  private static String joined(List<Connector.Attempt> attempts) {
    return attempts.stream().map(Connector.Attempt::toString).collect(Collectors.joining("; "));
  }
}
