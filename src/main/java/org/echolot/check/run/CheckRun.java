package org.echolot.check.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.echolot.check.Cause;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.StageState;
import org.echolot.check.UserIdentity;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.TlsDiagnosis;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.Requestor;
import org.echolot.dicom.association.Transport;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.material.TlsFileException;
import org.jspecify.annotations.Nullable;

/** One check from its first stage to its last. Used once, by one thread. */
final class CheckRun {

  private final StagedEngine.Tools tools;
  private final CheckRequest request;
  private final CheckListener listener;
  private final StopSignal stop;
  private final Progress progress;
  private final ResultBuilder result;
  private final @Nullable UserIdentityItem userIdentity;

  CheckRun(
      StagedEngine.Tools tools, CheckRequest request, CheckListener listener, StopSignal stop) {
    this.tools = tools;
    this.request = request;
    this.listener = listener;
    this.stop = stop;
    this.progress = new Progress(listener);
    this.result = new ResultBuilder(request, tools.engine(), tools.texts());
    UserIdentity identity = request.userIdentity();
    this.userIdentity =
        identity == null ? null : new UserIdentityItem(request.peerId(), identity, tools.secrets());
  }

  CheckResult run() {
    try {
      requireSendableIdentity();
      TlsClient tls = readTlsFiles();
      converse(connect(resolve()), tls);
    } catch (StageFailedException e) {
      if (e.isRevising()) {
        progress.revise(CheckStage.TLS, e.finding().detail());
      } else {
        progress.end(StageState.FAILED, e.took(), e.finding().detail());
      }
      result.failed(progress.current(), e.finding());
    } catch (StoppedException _) {
      progress.stopped();
      result.stopped(progress.current());
    } catch (IOException | RuntimeException e) {
      Finding broken = broken(e);
      progress.end(StageState.FAILED, broken.detail());
      result.failed(progress.current(), broken);
    }
    return result.build(progress.ladder());
  }

  private Finding broken(Exception e) {
    boolean connected = progress.current().compareTo(CheckStage.CONNECT) > 0;
    String where =
        Arrays.stream(e.getStackTrace()).limit(1).map(f -> " at " + f).findAny().orElse("");
    return Finding.of(
        Cause.INTERNAL_ERROR, connected ? EndedBy.OUR_ABORT : EndedBy.NEVER_BEGAN, e + where);
  }

  /** A peer is not to be troubled with what can't be finished. */
  private void requireSendableIdentity() throws StageFailedException {
    if (userIdentity != null) {
      try {
        userIdentity.requireSendable();
      } catch (StageFailedException e) {
        progress.begin(CheckStage.ASSOCIATE, "");
        throw e;
      }
    }
  }

  /**
   * Reads certificates and keys before anything is asked of the peer.
   *
   * @return null: the peer is to be spoken to without TLS
   */
  private @Nullable TlsClient readTlsFiles() throws StageFailedException {
    TlsSettings settings = request.tls();
    if (settings == null) {
      return null;
    }
    try {
      return tools.materials().client(settings, request.host());
    } catch (TlsFileException e) {
      progress.begin(CheckStage.TLS, "");
      throw new StageFailedException(TlsDiagnosis.file(e), Duration.ZERO);
    }
  }

  private List<InetAddress> resolve() throws StageFailedException, StoppedException {
    progress.begin(CheckStage.RESOLVE, request.host());
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
          Finding.of(
              Cause.UNKNOWN_HOST,
              EndedBy.NEVER_BEGAN,
              "no address for " + request.host() + " (" + e.getMessage() + ")"),
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

  private Connector.Outcome.Connected connect(List<InetAddress> addresses)
      throws StageFailedException, StoppedException, IOException {
    progress.begin(CheckStage.CONNECT, request.address());
    Deadline deadline = Deadline.after(request.timeouts().connect());
    return switch (Connector.connect(addresses, request.port(), deadline, stop)) {
      case Connector.Outcome.Connected connected -> {
        InetSocketAddress local = (InetSocketAddress) connected.socket().getLocalSocketAddress();
        InetSocketAddress remote = (InetSocketAddress) connected.socket().getRemoteSocketAddress();
        result.connected(local, remote);
        progress.end(StageState.OK, connectedDetail(local, remote, connected.failed()));
        result.warnIfConnectedSlowly(connected.took());
        yield connected;
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
      case Connector.Outcome.Broken(InetAddress address, String what) -> {
        result.tried(new InetSocketAddress(address, request.port()));
        progress.end(StageState.OK, address.getHostAddress() + " accepted");
        if (request.isTls()) {
          progress.begin(CheckStage.TLS, "");
          throw new StageFailedException(TlsDiagnosis.broken(what), progress.elapsed());
        }
        progress.skip(CheckStage.TLS, "not asked for");
        progress.begin(CheckStage.ASSOCIATE, "");
        throw brokenBeforeRequest(what);
      }
      case Connector.Outcome.Stopped _ -> throw new StoppedException();
      case Connector.Outcome.NoSocket(IOException fault) -> throw fault;
    };
  }

  private static String connectedDetail(
      InetSocketAddress local, InetSocketAddress remote, List<Connector.Attempt> failed) {
    String from = "from " + AddressText.of(local);
    return failed.isEmpty()
        ? from
        : remote.getAddress().getHostAddress() + " answered, " + from + "; " + joined(failed);
  }

  private static String joined(List<Connector.Attempt> attempts) {
    return attempts.stream().map(Connector.Attempt::toString).collect(Collectors.joining("; "));
  }

  private void converse(Connector.Outcome.Connected connected, @Nullable TlsClient client)
      throws StageFailedException, StoppedException {
    TlsStage tls = new TlsStage(tools, request, listener, stop, progress, result);
    try (Socket socket = connected.socket()) {
      if (client == null) {
        progress.skip(CheckStage.TLS, "not asked for");
      }
      Transport transport = client == null ? plain(socket) : tls.open(socket, client);
      try (Requestor association = open(transport, connected.took());
          var _ = stop.onStop(association::stop)) {
        new Conversation(
                request, listener, stop, progress, result, tools.stalls(), tls, userIdentity)
            .hold(association);
      }
    } catch (IOException _) {
      // The close failed; there is nothing left that it could have kept from us.
    }
  }

  private Transport plain(Socket socket) throws StageFailedException, StoppedException {
    try {
      return Transport.plain(socket);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  private Requestor open(Transport transport, Duration openedIn)
      throws StageFailedException, StoppedException {
    try {
      return tools.upperLayer().open(transport, openedIn, tools.scheduler(), listener);
    } catch (IOException e) {
      throw unusable(e);
    }
  }

  /** A socket that can't be used any more was closed by a stop, or by the peer. */
  private StageFailedException unusable(IOException e) throws StoppedException {
    progress.begin(CheckStage.ASSOCIATE, "");
    if (stop.isStopped()) {
      throw new StoppedException();
    }
    return brokenBeforeRequest(String.valueOf(e.getMessage()));
  }

  private StageFailedException brokenBeforeRequest(String what) {
    return new StageFailedException(
        Finding.of(
            Cause.CLOSED_BEFORE_REPLY,
            EndedBy.PEER_RESET,
            "the connection was reset (" + what + ") before our association request"),
        progress.elapsed());
  }
}
