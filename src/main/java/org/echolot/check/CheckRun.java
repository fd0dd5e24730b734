package org.echolot.check;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.echolot.dicom.association.AssociationException;
import org.echolot.dicom.association.AssociationFailure;
import org.echolot.dicom.association.Connection;
import org.echolot.dicom.association.Deadline;
import org.echolot.dicom.association.RequestorAssociation;
import org.echolot.dicom.association.StopSignal;
import org.echolot.dicom.dimse.CEchoRsp;
import org.echolot.dicom.dimse.DimseStatus;
import org.echolot.tls.TlsProbe;

/** One check from its first stage to its last. Used once, by one thread. */
final class CheckRun {

  /** The most time that the question whether a peer speaks TLS may take. */
  private static final Duration TLS_PROBE = Duration.ofSeconds(1);

  /** A stage that takes longer is worth a warning. */
  private static final Duration SLOW = Duration.ofSeconds(1);

  private static final int MESSAGE_ID = 1;

  private static final String STALL =
      "The peer sends its reply in pieces and leaves Nagle's algorithm on. Clients that don't"
          + " acknowledge at once lose about 40 ms with each message; TCP_NODELAY at the peer"
          + " mends it.";

  /** A stop came. */
  private static final class StoppedException extends Exception {
    private static final long serialVersionUID = 1L;
  }

  private final OwnEngine.Tools tools;
  private final CheckRequest request;
  private final CheckListener listener;
  private final StopSignal stop;
  private final Progress progress;
  private final ResultBuilder result;

  CheckRun(OwnEngine.Tools tools, CheckRequest request, CheckListener listener, StopSignal stop) {
    this.tools = tools;
    this.request = request;
    this.listener = listener;
    this.stop = stop;
    this.progress = new Progress(listener);
    this.result = new ResultBuilder(request, tools.texts());
  }

  CheckResult run() {
    try {
      List<InetAddress> addresses = resolve();
      Socket socket = connect(addresses);
      try (Connection connection = new Connection(socket, listener, tools.scheduler());
          RequestorAssociation association = new RequestorAssociation(connection, listener);
          var _ = stop.onStop(association::stop)) {
        converse(association);
      }
    } catch (StageFailedException e) {
      progress.end(StageState.FAILED, e.took(), e.finding().detail());
      result.failed(progress.current(), e.finding());
    } catch (StoppedException | NameResolver.StoppedException _) {
      progress.end(StageState.FAILED, "stopped");
      result.stopped(progress.current());
    } catch (IOException e) {
      Finding broken = Finding.of(Cause.INTERNAL_ERROR, EndedBy.NEVER_BEGAN, e.toString());
      progress.end(StageState.FAILED, broken.detail());
      result.failed(progress.current(), broken);
    }
    return result.build(progress.ladder());
  }

  private List<InetAddress> resolve() throws StageFailedException, NameResolver.StoppedException {
    progress.begin(Stage.RESOLVE, request.host());
    try {
      List<InetAddress> addresses =
          tools
              .resolver()
              .resolve(request.host(), Deadline.after(request.timeouts().connect()), stop);
      String found =
          addresses.stream().map(InetAddress::getHostAddress).collect(Collectors.joining(", "));
      progress.end(
          StageState.OK, found.equals(request.host()) ? found : request.host() + " → " + found);
      return addresses;
    } catch (UnknownHostException e) {
      throw new StageFailedException(
          Finding.of(Cause.UNKNOWN_HOST, EndedBy.NEVER_BEGAN, "no address for " + request.host()),
          progress.elapsed());
    } catch (TimeoutException e) {
      throw new StageFailedException(
          Finding.of(
              Cause.RESOLVE_TIMEOUT,
              EndedBy.OUR_DEADLINE,
              "no answer from a name server in " + Spans.text(progress.elapsed())),
          progress.elapsed());
    }
  }

  private Socket connect(List<InetAddress> addresses)
      throws StageFailedException, StoppedException {
    progress.begin(Stage.CONNECT, request.address());
    Deadline deadline = Deadline.after(request.timeouts().connect());
    return switch (Connector.connect(addresses, request.port(), deadline, stop)) {
      case Connector.Outcome.Connected(Socket socket, List<Connector.Attempt> failed) -> {
        InetSocketAddress local = (InetSocketAddress) socket.getLocalSocketAddress();
        InetSocketAddress remote = (InetSocketAddress) socket.getRemoteSocketAddress();
        result.connected(local, remote);
        progress.end(StageState.OK, connectedDetail(local, remote, failed));
        warnIfSlow("connect");
        yield socket;
      }
      case Connector.Outcome.Failed(Connector.Attempt worst, List<Connector.Attempt> attempts) -> {
        result.tried(new InetSocketAddress(worst.address(), request.port()));
        throw new StageFailedException(
            Finding.of(
                worst.cause(),
                worst.cause() == Cause.CONNECT_TIMEOUT ? EndedBy.OUR_DEADLINE : EndedBy.NEVER_BEGAN,
                joined(attempts)),
            progress.elapsed());
      }
      case Connector.Outcome.Stopped _ -> throw new StoppedException();
    };
  }

  private static String connectedDetail(
      InetSocketAddress local, InetSocketAddress remote, List<Connector.Attempt> failed) {
    String from = "from " + ResultBuilder.text(local);
    return failed.isEmpty()
        ? from
        : remote.getAddress().getHostAddress() + " answered, " + from + "; " + joined(failed);
  }

  private static String joined(List<Connector.Attempt> attempts) {
    return attempts.stream().map(Connector.Attempt::toString).collect(Collectors.joining("; "));
  }

  private void converse(RequestorAssociation association)
      throws StageFailedException, StoppedException {
    if (request.tls()) {
      progress.begin(Stage.TLS, "");
      throw new StageFailedException(
          Finding.of(Cause.TLS_FAILED, EndedBy.NEVER_BEGAN, "not available in this version")
              .variant("not-available"),
          Duration.ZERO);
    }
    progress.skip(Stage.TLS, "not asked for");
    if (associate(association)) {
      echo(association);
    }
    release(association);
  }

  /** Whether the Verification context was accepted; if not, that is recorded. */
  private boolean associate(RequestorAssociation association)
      throws StageFailedException, StoppedException {
    progress.begin(Stage.ASSOCIATE, request.callingAe() + " → " + request.calledAe());
    RequestorAssociation.Accepted accepted;
    try {
      accepted =
          association.associate(
              VerificationProposal.of(request), Deadline.after(request.timeouts().associate()));
    } catch (AssociationException e) {
      throw associateFailed(e.failure());
    }
    Negotiated negotiated = VerificationProposal.read(accepted.ac());
    result.negotiated(negotiated);
    result.tolerated("A-ASSOCIATE-AC", accepted.deviations());
    VerificationProposal.strayTransferSyntax(negotiated)
        .ifPresent(text -> result.warn(Warning.Code.NONSTANDARD_REPLY, text));
    Finding refused = VerificationProposal.refusal(negotiated);
    if (refused != null) {
      progress.end(StageState.FAILED, refused.detail());
      result.failed(Stage.ASSOCIATE, refused);
      return false;
    }
    progress.end(
        accepted.deviations().isEmpty() ? StageState.OK : StageState.WARNING,
        VerificationProposal.acceptedBy(negotiated));
    warnIfSlow("answer to our association request");
    return true;
  }

  private StageFailedException associateFailed(AssociationFailure failure) throws StoppedException {
    if (failure instanceof AssociationFailure.Stopped) {
      throw new StoppedException();
    }
    Duration took = progress.elapsed();
    Finding finding = Diagnosis.of(failure, Stage.ASSOCIATE, took);
    if (saidNothing(failure) && request.probesTls() && speaksTls()) {
      finding =
          Diagnosis.expectsTls(
              finding.detail() + ", and a TLS probe made after that was answered with TLS");
    }
    if (stop.isStopped()) {
      throw new StoppedException();
    }
    return new StageFailedException(finding, took);
  }

  private static boolean saidNothing(AssociationFailure failure) {
    return switch (failure) {
      case AssociationFailure.Closed(var partial) -> partial.isEmpty();
      case AssociationFailure.Reset(var partial, _) -> partial.isEmpty();
      case AssociationFailure.DeadlinePassed(var partial) -> partial.isEmpty();
      default -> false;
    };
  }

  private boolean speaksTls() {
    listener.remarked(
        Stage.ASSOCIATE,
        Instant.now(),
        "Asking the peer, on a connection of its own, whether it speaks TLS");
    Duration tls = request.timeouts().tls();
    try (TlsProbe probe = new TlsProbe();
        var _ = stop.onStop(probe::close)) {
      boolean speaksTls =
          probe.speaksTls(result.remoteAddress(), tls.compareTo(TLS_PROBE) < 0 ? tls : TLS_PROBE);
      listener.remarked(
          Stage.ASSOCIATE,
          Instant.now(),
          speaksTls ? "The peer speaks TLS" : "Nothing shows that the peer speaks TLS");
      return speaksTls;
    }
  }

  private void echo(RequestorAssociation association)
      throws StageFailedException, StoppedException {
    progress.begin(Stage.ECHO, "message ID " + MESSAGE_ID);
    RequestorAssociation.EchoReply reply;
    boolean stalls = tools.stalls().isKnown(result.remoteAddress());
    try {
      reply =
          association.echo(
              VerificationProposal.CONTEXT_ID,
              MESSAGE_ID,
              Deadline.after(request.timeouts().echo()),
              !stalls);
    } catch (AssociationException e) {
      if (e.failure() instanceof AssociationFailure.Stopped) {
        throw new StoppedException();
      }
      throw new StageFailedException(
          Diagnosis.of(e.failure(), Stage.ECHO, progress.elapsed()), progress.elapsed());
    }
    Duration took = progress.elapsed();
    result.tolerated("C-ECHO-RSP", reply.deviations());
    if (reply.heldBack()) {
      tools.stalls().remember(result.remoteAddress());
    }
    if (stalls || reply.heldBack()) {
      result.warn(Warning.Code.DELAYED_ACK_STALL, STALL);
    }
    CEchoRsp rsp = reply.rsp();
    result.echoStatus(rsp.status());
    String status = DimseStatus.hex(rsp.status()) + " " + DimseStatus.meaningOf(rsp.status());
    if (rsp.status() == DimseStatus.SUCCESS) {
      boolean clean = reply.deviations().isEmpty();
      progress.end(clean ? StageState.OK : StageState.WARNING, took, "status " + status);
      warnIfSlow("response to our C-ECHO");
    } else {
      String comment = rsp.errorComment() == null ? "" : ": \"" + rsp.errorComment() + '"';
      Finding finding =
          Finding.of(Cause.ECHO_STATUS, EndedBy.OUR_RELEASE, "status " + status + comment)
              .fact("status", DimseStatus.hex(rsp.status()))
              .fact("meaning", DimseStatus.meaningOf(rsp.status()) + comment);
      progress.end(StageState.FAILED, took, finding.detail());
      result.failed(Stage.ECHO, finding);
    }
  }

  /** Ends the association; what goes wrong now is worth a warning and changes no outcome. */
  private void release(RequestorAssociation association) throws StoppedException {
    progress.begin(Stage.RELEASE, "");
    try {
      association.release(Deadline.after(request.timeouts().release()));
      progress.end(StageState.OK, "confirmed");
      result.endedBy(EndedBy.OUR_RELEASE);
    } catch (AssociationException e) {
      if (e.failure() instanceof AssociationFailure.Stopped) {
        throw new StoppedException();
      }
      ReleaseFault fault = ReleaseFault.of(e.failure(), progress.elapsed());
      progress.end(StageState.WARNING, fault.text());
      result.warn(fault.code(), "After the echo, " + fault.text() + ".");
      result.endedBy(fault.endedBy());
    }
  }

  private void warnIfSlow(String what) {
    Duration took = progress.lastDuration();
    if (took.compareTo(SLOW) >= 0) {
      result.warn(
          Warning.Code.SLOW_PEER,
          "The "
              + what
              + " took "
              + Spans.text(took)
              + ". Where this is so each time, the peer may look up the names of its callers at a"
              + " name server that does not answer.");
    }
  }
}
