package org.echolot.check.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckStage;
import org.echolot.check.UserIdentity;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.Circumstances;
import org.echolot.check.diagnosis.SlowPeer;
import org.echolot.concurrent.Stamp;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.association.Transport;
import org.echolot.network.TcpPath;
import org.echolot.secrets.SecretTraces;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsReport;
import org.echolot.tls.handshake.ClientHandshake;
import org.jspecify.annotations.Nullable;

/**
 * One check under way: what it is about, what it found, and what each of its steps left for the
 * next. Used by the thread of the check; closing it ends what is still open.
 */
final class CheckCourse implements AutoCloseable {

  /** A conversation that takes so long may be the network's fault. */
  private static final Duration LONG = Duration.ofMillis(500);

  /** An answer to the association request that was slow, and the warning of it. */
  private record SlowAnswer(Duration took, Warning warning) {}

  /** What all checks of an engine share. */
  final StagedEngine.Tools tools;

  final CheckRequest request;
  final StopSignal stop;
  final Progress progress;
  final ResultBuilder result;

  /** Who we come as; null: nobody. */
  final @Nullable UserIdentityItem userIdentity;

  private final CheckListener listener;
  private AnswerGuard guard = new AnswerGuard(SecretTraces.NONE);
  private @Nullable TlsClient tlsClient;
  private List<InetAddress> addresses = List.of();
  private @Nullable InetAddress source;
  private int receiveBufferBytes;
  private @Nullable Socket socket;
  private Duration connectedIn = Duration.ZERO;
  private Duration reachedIn = Duration.ZERO;
  private @Nullable CountedTransport transport;
  private @Nullable ClientHandshake handshake;
  private @Nullable Requestor association;
  private @Nullable SlowAnswer slowAnswer;
  private StopSignal.@Nullable Registration stopsAssociation;

  /**
   * @param listener is told what happens
   * @param userIdentity who we come as; null: nobody
   */
  CheckCourse(
      StagedEngine.Tools tools,
      CheckRequest request,
      CheckListener listener,
      StopSignal stop,
      @Nullable UserIdentityItem userIdentity) {
    this.tools = tools;
    this.request = request;
    this.listener = listener;
    this.stop = stop;
    this.userIdentity = userIdentity;
    this.progress = new Progress(listener);
    this.result = new ResultBuilder(request, tools.engine(), tools.texts());
  }

  void tell(CheckEvent event) {
    listener.told(event);
  }

  /** Waits until there is room for an association. */
  void awaitRoom() {
    listener.connected();
  }

  void remark(CheckStage stage, String text) {
    tell(new CheckEvent.Remarked(stage, text, Instant.now()));
  }

  /**
   * @throws StoppedException if the user stopped the check
   */
  void requireGoing() throws StoppedException {
    if (stop.isStopped()) {
      throw new StoppedException();
    }
  }

  /** What the peer may throw back at us is cut out by it, before anybody is told. */
  AnswerGuard guard() {
    return guard;
  }

  void guardedBy(AnswerGuard value) {
    guard = value;
  }

  /**
   * What is known until now, for a failure of the stage under way.
   *
   * @param took how long after our request it showed
   */
  Circumstances circumstances(Duration took) {
    Delivery delivery = delivery();
    result.delivered(delivery);
    return new Circumstances(
        request.isTls(),
        shown(),
        connectedIn,
        took,
        transport == null ? Circumstances.Arrival.NOTHING : transport.arrival(),
        deliveredToPeer(delivery),
        Circumstances.Afterwards.NOTHING);
  }

  /** A proxy acknowledges for itself; what it did not take did not come to the peer either. */
  private Delivery deliveredToPeer(Delivery delivery) {
    return request.approach().proxy() != null && delivery instanceof Delivery.Whole
        ? new Delivery.Unknown()
        : delivery;
  }

  private Delivery delivery() {
    if (association != null) {
      return association.delivery();
    }
    return handshake == null ? new Delivery.Unknown() : handshake.delivery();
  }

  private Circumstances.Shown shown() {
    TlsReport report = handshake == null ? null : handshake.report();
    UserIdentity identity = request.userIdentity();
    return new Circumstances.Shown(
        report == null ? null : report.offered().serverName(),
        handshake == null ? null : handshake.clientKey(),
        report != null && !report.sentChain().isEmpty(),
        identity == null ? null : identity.label());
  }

  // What the steps leave

  /** How the peer is to be spoken to over TLS, all files read; null: without TLS. */
  @Nullable TlsClient tlsClient() {
    return tlsClient;
  }

  void tlsClient(@Nullable TlsClient value) {
    tlsClient = value;
  }

  List<InetAddress> addresses() {
    return addresses;
  }

  void resolved(List<InetAddress> found) {
    addresses = found;
  }

  /** The address of choice to call from; null where there is no choice. */
  @Nullable InetAddress source() {
    return source;
  }

  void callsFrom(@Nullable InetAddress value) {
    source = value;
  }

  /** How small the peer's segments are to be kept; 0: as the system likes. */
  int receiveBufferBytes() {
    return receiveBufferBytes;
  }

  void receivesBy(int bytes) {
    receiveBufferBytes = bytes;
  }

  Socket socket() {
    return Objects.requireNonNull(socket, "not connected");
  }

  /** How long it took to open the connection: one round trip and some. */
  Duration connectedIn() {
    return connectedIn;
  }

  /** How long it took until nothing was between us and the peer any more but a network. */
  Duration reachedIn() {
    return reachedIn;
  }

  void reached(Duration in) {
    reachedIn = in;
  }

  void connected(Socket opened, Duration in) {
    socket = opened;
    connectedIn = in;
    reachedIn = in;
    result.connected(
        (InetSocketAddress) opened.getLocalSocketAddress(),
        (InetSocketAddress) opened.getRemoteSocketAddress());
  }

  /** What an association can live on. */
  CountedTransport transport() {
    return Objects.requireNonNull(transport, "no transport yet");
  }

  void carriedBy(Transport value) {
    Stamp since = Stamp.now();
    transport = new CountedTransport(value, socket -> lookAtNetwork(socket, since));
  }

  /** How long the network alone takes, by the system if it says, else by the connection. */
  Duration roundTrip() {
    return tools.gauge().of(socket()).map(TcpPath::roundTrip).orElse(connectedIn);
  }

  /**
   * Warns of an answer that was slow.
   *
   * @param what came, as in "TLS handshake"
   */
  void warnIfSlow(CheckStage stage, String what, Duration took) {
    Optional<Warning> warning =
        request.approach().proxy() == null
            ? SlowPeer.answering(stage, what, took, connectedIn, this::roundTrip)
            : SlowPeer.answeringByProxy(what, took);
    SlowAnswer before = slowAnswer;
    if (before != null && stage == CheckStage.ECHO && warning.isPresent()) {
      SlowPeer.answeringBoth(before.took(), took, connectedIn, this::roundTrip)
          .ifPresentOrElse(
              both -> result.warnInstead(before.warning(), both), () -> result.warn(warning.get()));
      return;
    }
    warning.ifPresent(
        one -> {
          result.warn(one);
          slowAnswer =
              stage == CheckStage.ASSOCIATE && request.approach().proxy() == null
                  ? new SlowAnswer(took, one)
                  : slowAnswer;
        });
  }

  /** How many segments were sent again until now; 0 where the system does not say. */
  int resentSegments() {
    return tools.gauge().of(socket()).map(TcpPath::retransmissions).orElse(0);
  }

  /** Whoever stops a check does not wait for it; a short one that goes well need not know. */
  private void lookAtNetwork(Socket socket, Stamp since) {
    boolean wanted =
        request.approach().looksAtNetwork() || Stamp.now().since(since).compareTo(LONG) > 0;
    if (wanted && !stop.isStopped()) {
      tools.gauge().of(socket).ifPresent(result::network);
    }
  }

  /** What the handshake showed; null without TLS. */
  @Nullable ClientHandshake handshake() {
    return handshake;
  }

  void shaking(ClientHandshake value) {
    handshake = value;
  }

  Requestor association() {
    return Objects.requireNonNull(association, "no association yet");
  }

  /** From now on, a stop ends what the association waits for. */
  void associating(Requestor value) {
    association = value;
    stopsAssociation = stop.onStop(value::stop);
  }

  @Override
  public void close() {
    if (stopsAssociation != null) {
      stopsAssociation.close();
    }
    if (association != null) {
      association.close();
    } else if (transport != null) {
      transport.close();
    }
    if (socket != null) {
      Connector.close(socket);
    }
  }
}
