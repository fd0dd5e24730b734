package org.echolot.check.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.Finding;
import org.echolot.concurrent.Deadline;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/**
 * Looks a proxy up, connects to it, and has it connect us to the peer. What goes wrong until then
 * is the proxy's matter, and is called so.
 */
final class ProxyStep {

  private final CheckCourse course;
  private final Approach.Proxy proxy;
  private final String address;

  ProxyStep(CheckCourse course, Approach.Proxy proxy) {
    this.course = course;
    this.proxy = proxy;
    this.address = AddressText.of(proxy.host(), proxy.port());
  }

  /** The stage RESOLVE: the proxy's name; the peer's is for the proxy to look up. */
  Step.Next resolve() throws StageFailedException, StoppedException {
    course.progress.begin(CheckStage.RESOLVE, proxy.host());
    Deadline deadline = Deadline.after(course.request.timeouts().lookup());
    try (NameResolver.Lookup lookup = course.tools.names().resolver().begin(proxy.host())) {
      Optional<NameResolver.Outcome> outcome = lookup.await(deadline, course.stop);
      if (outcome.orElse(null) instanceof NameResolver.Outcome.Found found) {
        course.resolved(found.addresses());
        course.progress.end(
            StageState.OK,
            found.took(),
            "proxy " + proxy.host() + " → " + AddressText.of(found.addresses().getFirst()));
        return Step.Next.GO_ON;
      }
      throw unreachable(
          "this computer finds no address for it",
          outcome.map(NameResolver.Outcome::took).orElseGet(course.progress::elapsed));
    }
  }

  /** The stage CONNECT. */
  Step.Next connect(@Nullable InetAddress source)
      throws StageFailedException, StoppedException, IOException {
    course.progress.begin(CheckStage.CONNECT, "proxy " + address);
    Deadline deadline = Deadline.after(course.request.timeouts().connect());
    Connector connector =
        new Connector(
            course.addresses(),
            proxy.port(),
            source,
            deadline,
            course.stop,
            course.tools.scheduler(),
            course.receiveBufferBytes());
    return switch (connector.connect()) {
      case Connector.Outcome.Connected connected -> tunnel(connected, deadline);
      case Connector.Outcome.Failed failed -> {
        course.result.tried(new InetSocketAddress(failed.worst().address(), proxy.port()));
        throw unreachable(failed.worst().toString(), failed.spent());
      }
      case Connector.Outcome.Broken(InetAddress at, String what, Duration spent) -> {
        course.result.tried(new InetSocketAddress(at, proxy.port()));
        throw unreachable("the connection was reset (" + what + ")", spent);
      }
      case Connector.Outcome.Stopped _ -> throw new StoppedException();
      case Connector.Outcome.NoSocket(IOException fault) -> throw fault;
      case Connector.Outcome.NoSource(IOException fault) -> throw fault;
    };
  }

  private Step.Next tunnel(Connector.Outcome.Connected connected, Deadline deadline)
      throws StageFailedException, StoppedException {
    Socket socket = connected.socket();
    course.connected(socket, connected.took());
    try (var _ = course.stop.onStop(() -> Connector.close(socket))) {
      new ProxyTunnel(socket, deadline)
          .open(proxy.kind(), course.request.host(), course.request.port());
    } catch (ProxyTunnel.RefusedException e) {
      String said = String.valueOf(e.getMessage());
      throw failed(
          e.isUnderstood() ? Cause.PROXY_REFUSED : Cause.PROXY_NO_ANSWER,
          EndedBy.OUR_ABORT,
          said,
          course.progress.elapsed());
    } catch (IOException e) {
      course.requireGoing();
      throw failed(
          Cause.PROXY_NO_ANSWER,
          deadline.hasPassed() ? EndedBy.OUR_DEADLINE : EndedBy.PEER_CLOSE,
          deadline.hasPassed()
              ? "it did not answer in time"
              : "it ended the connection (" + e.getMessage() + ")",
          course.progress.elapsed());
    }
    Duration took = course.progress.elapsed();
    course.reached(took);
    course.progress.end(
        StageState.OK,
        took,
        "by proxy "
            + address
            + ", from "
            + AddressText.of((InetSocketAddress) socket.getLocalSocketAddress()));
    return Step.Next.GO_ON;
  }

  private StageFailedException unreachable(String words, Duration took) {
    return failed(Cause.PROXY_UNREACHABLE, EndedBy.NEVER_BEGAN, words, took);
  }

  private StageFailedException failed(Cause cause, EndedBy endedBy, String words, Duration took) {
    return new StageFailedException(Finding.of(cause, endedBy, words).fact("proxy", address), took);
  }
}
