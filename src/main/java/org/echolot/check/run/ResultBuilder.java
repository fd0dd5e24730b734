package org.echolot.check.run;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Negotiated;
import org.echolot.check.Observed;
import org.echolot.check.Outcome;
import org.echolot.check.SideQuestion;
import org.echolot.check.StageResult;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.check.diagnosis.BothEnds;
import org.echolot.check.diagnosis.CauseTexts;
import org.echolot.check.diagnosis.CheckConditions;
import org.echolot.check.diagnosis.Finding;
import org.echolot.check.diagnosis.HostsFileAdvice;
import org.echolot.check.diagnosis.OddAcceptance;
import org.echolot.check.diagnosis.OwnManner;
import org.echolot.check.diagnosis.TunnelAdvice;
import org.echolot.check.diagnosis.WarningStep;
import org.echolot.concurrent.LocalClock;
import org.echolot.dicom.association.Delivery;
import org.echolot.dicom.pdu.Deviation;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.network.TcpPath;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/** Collects what a check finds out and puts it into words at the end. The first failure decides. */
final class ResultBuilder {

  private final CheckRequest request;
  private final String engine;
  private final CauseTexts texts;
  private OffsetDateTime startedAt = LocalClock.now();
  private final WarningList warnings = new WarningList();
  private final List<SideQuestion> sideQuestions = new ArrayList<>();

  private @Nullable CheckStage stage;
  private @Nullable Finding finding;
  private boolean stopped;
  private EndedBy endedBy = EndedBy.NEVER_BEGAN;
  private @Nullable Integer echoStatus;
  private @Nullable Negotiated negotiated;
  private @Nullable TlsReport tls;
  private @Nullable UserIdentityAnswer userIdentity;
  private @Nullable Integer unacknowledgedBytes;
  private @Nullable InetSocketAddress local;
  private @Nullable InetSocketAddress remote;
  private @Nullable Origin origin;
  private @Nullable String hostsFile;
  private @Nullable IcmpAnswer icmp;
  private volatile @Nullable TcpPath network;

  ResultBuilder(CheckRequest request, String engine, CauseTexts texts) {
    this.request = request;
    this.engine = engine;
    this.texts = texts;
  }

  /** When the check began. */
  void began(OffsetDateTime value) {
    startedAt = value;
  }

  void connected(InetSocketAddress localAddress, InetSocketAddress remoteAddress) {
    local = localAddress;
    remote = remoteAddress;
  }

  /** Where a check that came to no connection would have left this computer. */
  void origin(@Nullable Origin value) {
    origin = value;
  }

  /** Who refused the connection. */
  void refusedBy(IcmpAnswer value) {
    icmp = value;
  }

  void network(TcpPath value) {
    network = value; // by any thread
  }

  /** The address that tells most among those that did not answer. */
  void tried(InetSocketAddress address) {
    remote = address;
  }

  /**
   * The address that answered.
   *
   * @throws NullPointerException before {@link #connected}
   */
  InetSocketAddress remoteAddress() {
    return Objects.requireNonNull(remote, "not connected");
  }

  /**
   * Our end of the connection.
   *
   * @throws NullPointerException before {@link #connected}
   */
  InetAddress localAddress() {
    return Objects.requireNonNull(local, "not connected").getAddress();
  }

  void negotiated(Negotiated value) {
    negotiated = value;
  }

  void tls(TlsReport value) {
    tls = value;
  }

  void userIdentity(UserIdentityAnswer value) {
    userIdentity = value;
  }

  void echoStatus(int status) {
    echoStatus = status;
  }

  /** How much of what we sent was acknowledged when the stage under way failed. */
  void delivered(Delivery delivery) {
    unacknowledgedBytes =
        switch (delivery) {
          case Delivery.Unknown _ -> null;
          case Delivery.Whole _ -> 0;
          case Delivery.Stuck(int bytes, _) -> bytes;
        };
  }

  void asked(SideQuestion question) {
    sideQuestions.add(question);
  }

  /**
   * How the association was left. A check that had failed before did not fail by the time that the
   * peer took to confirm that.
   */
  void left(EndedBy value) {
    if (finding == null || value != EndedBy.OUR_DEADLINE) {
      endedBy = value;
    }
  }

  void warn(Warning.Code code, String text) {
    warnings.add(new Warning(code, text));
  }

  void warn(Warning warning) {
    warnings.add(warning);
  }

  /** A warning about which something else is to be done than about others of its kind. */
  void warn(Warning warning, WarningStep step) {
    warnings.add(warning, step);
  }

  void tolerated(String what, List<Deviation> deviations) {
    warnings.tolerated(what, deviations);
  }

  void failed(CheckStage where, Finding what) {
    if (finding == null) {
      stage = where;
      finding = what;
      endedBy = what.endedBy();
    }
  }

  /** A person stopped it; where it had failed before, that stands. */
  void stopped(CheckStage where) {
    if (finding == null) {
      stage = where;
      stopped = true;
      endedBy = EndedBy.OUR_STOP;
    }
  }

  /** The file of this computer that the peer's addresses come from; null: none. */
  void hostsFile(@Nullable String path) {
    hostsFile = path;
  }

  /** A warning that says all that another one did. */
  void warnInstead(Warning of, Warning by) {
    warnings.replace(of, by);
  }

  CheckResult build(List<StageResult> ladder) {
    if (network != null && finding == null) {
      warnings.addOf(network, request.isByProxy());
    }
    Duration total =
        ladder.stream().map(StageResult::duration).reduce(Duration.ZERO, Duration::plus);
    Finding found = finding;
    Origin from = origin();
    if (found != null) {
      Map<String, String> facts = facts(found, from);
      return result(
          Outcome.FAILURE,
          found.cause(),
          texts.summary(found.cause(), found.variant(), facts),
          manner(found, from).moveOf(texts.move(found.cause(), found.variant(), facts)),
          advice(found, facts, from),
          total,
          ladder,
          from);
    }
    if (stopped) {
      String where = Objects.requireNonNull(stage).label();
      return result(
          Outcome.CANCELLED,
          null,
          "Stopped by the user at the stage " + where,
          Move.OURS,
          List.of(),
          total,
          ladder,
          from);
    }
    return result(
        Outcome.SUCCESS,
        null,
        "The peer answered the C-ECHO with Success",
        warnings.move(),
        warnings.advice(),
        total,
        ladder,
        from);
  }

  private List<String> advice(Finding found, Map<String, String> facts, @Nullable Origin from) {
    List<String> advice =
        texts.advice(
            found.cause(),
            found.variant(),
            facts,
            from != null && !from.others().isEmpty() && !request.isByProxy());
    List<String> all =
        TunnelAdvice.addedTo(
            OddAcceptance.addedTo(
                advice,
                Objects.requireNonNull(stage),
                echoStatus != null,
                negotiated,
                VerificationProposal.syntaxesOf(request)),
            found.cause(),
            found.variant(),
            request.isByProxy() ? null : remote,
            local);
    return ends(from)
        .addedTo(
            manner(found, from)
                .addedTo(
                    HostsFileAdvice.addedTo(
                        all, found.cause(), found.variant(), request.host(), hostsFile)));
  }

  private OwnManner manner(Finding found, @Nullable Origin from) {
    return new OwnManner(
        found.cause(), found.variant(), Objects.requireNonNull(stage), request.approach(), from);
  }

  /** Where a check that came to no connection would have left, or the one that did has left. */
  private @Nullable Origin origin() {
    if (origin != null || local == null) {
      return origin;
    }
    // Only a failure is worth the look at all network interfaces.
    return finding == null ? Origin.of(local.getAddress()) : Origin.lookedUp(local.getAddress());
  }

  private CheckResult result(
      Outcome outcome,
      @Nullable Cause cause,
      String summary,
      Move move,
      List<String> advice,
      Duration total,
      List<StageResult> ladder,
      @Nullable Origin from) {
    return new CheckResult(
        request,
        engine,
        startedAt,
        outcome,
        stage,
        cause,
        summary,
        move,
        endedBy,
        advice,
        warnings.holdingAfter(finding),
        total,
        ladder,
        finding == null ? null : finding.reject(),
        finding == null ? null : finding.abort(),
        echoStatus,
        negotiated,
        tls,
        userIdentity,
        local,
        remote,
        new Observed(
            from,
            icmp,
            unacknowledgedBytes,
            sideQuestions,
            finding == null || finding.variant() == null ? null : finding.variant().key(),
            network));
  }

  private Map<String, String> facts(Finding found, @Nullable Origin from) {
    return CheckFacts.of(
        request,
        found,
        ends(from),
        CheckConditions.of(
            request, local, request.isByProxy() ? null : remote, negotiated, userIdentity));
  }

  private BothEnds ends(@Nullable Origin from) {
    return new BothEnds(request, local, remote, from);
  }
}
