package org.echolot.check.run;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.echolot.check.Approach;
import org.echolot.check.Cause;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.ResolveDiagnosis;
import org.echolot.check.diagnosis.Variant;
import org.echolot.concurrent.Deadline;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/**
 * Looks a proxy up, connects to it, and has it connect us to the peer. What goes wrong until then
 * is the proxy's matter, and is called so.
 */
final class ProxyStep {

  private static final Duration WORTH_A_WORD = Duration.ofMillis(500);

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
            StageState.OK, found.took(), "proxy " + named(found.addresses().getFirst()));
        return Step.Next.GO_ON;
      }
      Duration took = outcome.map(NameResolver.Outcome::took).orElseGet(course.progress::elapsed);
      throw new StageFailedException(
          named(
              Finding.of(
                  Variant.PROXY_WITHOUT_ADDRESS,
                  EndedBy.NEVER_BEGAN,
                  ResolveDiagnosis.told(
                      outcome.isPresent()
                          ? "the lookup found none"
                          : "no answer in " + ElapsedText.of(took),
                      ResolveStep.replies(course, proxy.host())))),
          took);
    }
  }

  /** The name that was looked up, with its address if that is something else. */
  private String named(InetAddress address) {
    String found = AddressText.of(address);
    return found.equals(proxy.host()) ? found : proxy.host() + " → " + found;
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
        tried(failed.worst().address());
        throw unreachable(failed.worst().toString(), failed.spent());
      }
      case Connector.Outcome.Broken(InetAddress at, String what, Duration spent) -> {
        tried(at);
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
      throw refused(e, course.progress.elapsed());
    } catch (IOException e) {
      course.requireGoing();
      Duration took = course.progress.elapsed();
      throw deadline.hasPassed()
          ? failed(
              Finding.of(
                  variant(Variant.PROXY_LATE),
                  EndedBy.OUR_DEADLINE,
                  "no answer in " + ElapsedText.of(took)),
              took)
          : failed(
              Finding.of(
                      Cause.PROXY_NO_ANSWER,
                      e instanceof EOFException ? EndedBy.PEER_CLOSE : EndedBy.PEER_RESET,
                      ended(e, took))
                  .variant(isPeer()),
              took);
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

  private StageFailedException refused(ProxyTunnel.RefusedException e, Duration took) {
    String said = e.getMessage() + after(took);
    return failed(
        switch (e.why()) {
          case NO_PROXY ->
              Finding.of(Cause.PROXY_NO_ANSWER, EndedBy.OUR_ABORT, said).variant(isPeer());
          case FORBIDDEN -> Finding.of(Cause.PROXY_REFUSED, EndedBy.OUR_ABORT, said);
          case AUTHENTICATION -> Finding.of(Variant.PROXY_AUTHENTICATION, EndedBy.OUR_ABORT, said);
          case CANNOT_REACH -> Finding.of(Variant.PROXY_CANNOT_REACH, EndedBy.OUR_ABORT, said);
        },
        took);
  }

  /** How long it took, where that tells something: who looks for a peer takes long. */
  private static String after(Duration took) {
    return took.compareTo(WORTH_A_WORD) < 0 ? "" : ", after " + ElapsedText.of(took);
  }

  private static String ended(IOException e, Duration took) {
    String how =
        e instanceof EOFException
            ? "the proxy closed the connection"
            : "the connection ended: " + e.getMessage();
    return how + after(took);
  }

  /** What a silence or a foreign answer means if the proxy is set to the peer's own address. */
  private @Nullable Variant isPeer() {
    return address.equals(course.request.address())
            || AddressText.of(course.result.remoteAddress()).equals(course.request.address())
        ? Variant.PROXY_IS_PEER
        : null;
  }

  private Variant variant(Variant otherwise) {
    return Objects.requireNonNullElse(isPeer(), otherwise);
  }

  private void tried(InetAddress at) {
    InetSocketAddress end = new InetSocketAddress(at, proxy.port());
    course.result.tried(end);
    course.result.origin(FailedConnection.origin(course, end));
  }

  private StageFailedException unreachable(String words, Duration took) {
    return failed(Finding.of(Cause.PROXY_UNREACHABLE, EndedBy.NEVER_BEGAN, words), took);
  }

  private StageFailedException failed(Finding finding, Duration took) {
    return new StageFailedException(named(finding), took);
  }

  private Finding named(Finding finding) {
    return finding
        .fact("proxy", address)
        .fact(
            "proxyKind",
            proxy.kind() == Approach.Proxy.Kind.HTTP ? "an HTTP proxy" : "a SOCKS 5 proxy")
        .fact(
            "proxyLog",
            proxy.kind() == Approach.Proxy.Kind.HTTP
                ? " (in Squid: TCP_DENIED in access.log)"
                : "");
  }
}
