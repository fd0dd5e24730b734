package org.echolot.ticket;

import java.net.InetSocketAddress;
import org.echolot.capture.Recording;
import org.echolot.check.Approach;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.check.Observed;
import org.echolot.check.StageResult;
import org.echolot.check.UserIdentity;
import org.echolot.check.UserIdentityAnswer;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.network.IcmpAnswer;
import org.echolot.network.Origin;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/**
 * Hides names and addresses: of hosts, AE titles, peers and users, and in certificates, in texts
 * and in the bytes of PDUs. The same one is replaced by the same as long as one disguise is used.
 * Ports, times, codes, UIDs and what products call themselves stay. Used by one thread.
 */
public final class Disguise {

  /** For the reader of what was hidden. */
  static final String EXPLANATION =
      "names and addresses, the same one by the same: AE-n, HOST-n, PEER-n, USER-n, NAME-n,"
          + " 192.0.2.n, 2001:db8::n";

  private final HiddenNames names = new HiddenNames();

  /** The same evidence with all of it hidden. */
  public Evidence hide(Evidence evidence) {
    learn(evidence.result());
    if (evidence.lastGood() != null) {
      learn(evidence.lastGood());
    }
    evidence.recording().replay(new NameLearner(names));
    Recording recording = evidence.recording().changed(new HiddenEvents(this, names)::hide);
    return new Evidence(
        hide(evidence.result()),
        recording,
        evidence.lastGood() == null ? null : hide(evidence.lastGood()),
        evidence.unusual(),
        evidence.tried().stream().map(this::text).toList(),
        evidence.failedBefore());
  }

  private void learn(CheckResult result) {
    CheckRequest request = result.request();
    String _ = names.ofHost(request.host());
    String _ = names.of(HiddenNames.Kind.AE, request.calledAe().value());
    String _ = names.of(HiddenNames.Kind.AE, request.callingAe().value());
    if (!isMadeOfItsParts(request)) {
      String _ = names.of(HiddenNames.Kind.PEER, request.name());
    }
    UserIdentity user = request.userIdentity();
    if (user != null && !user.username().isEmpty()) {
      String _ = names.of(HiddenNames.Kind.USER, user.username());
    }
    learn(result.localAddress());
    learn(result.remoteAddress());
    Origin origin = result.observed().origin();
    if (origin != null) {
      var _ = names.of(origin.address());
      origin.others().forEach(names::of);
    }
    // The full name of a short one may be there.
    names.learnDomains(result.stage(CheckStage.RESOLVE).detail());
    if (result.tls() != null) {
      HiddenTls.learn(result.tls(), names);
    }
  }

  private void learn(@Nullable InetSocketAddress address) {
    if (address != null && address.getAddress() != null) {
      var _ = names.of(address.getAddress());
    }
  }

  /** A peer that nobody named goes by its AE title and address. */
  private static boolean isMadeOfItsParts(CheckRequest request) {
    return request.name().contains(request.calledAe().value())
        && request.name().contains(request.host())
        && request.name().contains("@");
  }

  CheckRequest hide(CheckRequest request) {
    String name =
        isMadeOfItsParts(request)
            ? text(request.name())
            : names.of(HiddenNames.Kind.PEER, request.name());
    return new CheckRequest(
        CheckRequest.idOfUnsaved(name), // the peer's own may be made of its name
        name,
        ae(request.calledAe()),
        ae(request.callingAe()),
        names.ofHost(request.host()),
        request.port(),
        request.timeouts(),
        request.tls() == null ? null : TlsSettings.DEFAULT, // its files' names may tell
        hide(request.userIdentity()),
        request.source() == null ? null : names.ofHost(request.source()),
        request.probesTls(),
        hide(request.approach()));
  }

  private Approach hide(Approach approach) {
    Approach.Proxy proxy = approach.proxy();
    return proxy == null
        ? approach
        : approach.withProxy(
            new Approach.Proxy(proxy.kind(), names.ofHost(proxy.host()), proxy.port()));
  }

  private @Nullable UserIdentity hide(@Nullable UserIdentity user) {
    return user == null
        ? null
        : new UserIdentity(
            user.type(),
            user.username().isEmpty() ? "" : names.of(HiddenNames.Kind.USER, user.username()),
            user.asksForResponse());
  }

  private @Nullable UserIdentityAnswer hide(@Nullable UserIdentityAnswer answer) {
    return answer == null ? null : new UserIdentityAnswer(answer.kind(), text(answer.text()));
  }

  CheckResult hide(CheckResult result) {
    return new CheckResult(
        hide(result.request()),
        result.engine(),
        result.startedAt(),
        result.outcome(),
        result.stage(),
        result.cause(),
        text(result.summary()),
        result.move(),
        result.endedBy(),
        result.advice().stream().map(this::text).toList(),
        result.warnings().stream()
            .map(w -> new Warning(w.code(), text(w.text()), w.move()))
            .toList(),
        result.total(),
        result.stages().stream().map(this::hide).toList(),
        result.reject(),
        result.abort(),
        result.echoStatus(),
        hide(result.negotiated()),
        result.tls() == null ? null : HiddenTls.of(result.tls(), names),
        hide(result.userIdentity()),
        hide(result.localAddress()),
        hide(result.remoteAddress()),
        hide(result.observed()));
  }

  StageResult hide(StageResult stage) {
    return new StageResult(stage.stage(), stage.state(), stage.duration(), text(stage.detail()));
  }

  private @Nullable Negotiated hide(@Nullable Negotiated said) {
    if (said == null) {
      return null;
    }
    String version = said.implementationVersionName();
    return new Negotiated(
        said.implementationClassUid(),
        version == null ? null : text(version),
        said.maxPduLength(),
        said.transferSyntax(),
        said.contextResult());
  }

  private @Nullable InetSocketAddress hide(@Nullable InetSocketAddress address) {
    if (address == null) {
      return null;
    }
    return address.getAddress() == null
        ? InetSocketAddress.createUnresolved(
            names.ofHost(address.getHostString()), address.getPort())
        : new InetSocketAddress(names.of(address.getAddress()), address.getPort());
  }

  /** The network interface's name stays: it is one of a few that all computers have. */
  private Observed hide(Observed observed) {
    Origin origin = observed.origin();
    IcmpAnswer icmp = observed.icmp();
    return new Observed(
        origin == null
            ? null
            : new Origin(
                names.of(origin.address()),
                origin.card(),
                origin.others().stream().map(names::of).toList()),
        icmp == null ? null : new IcmpAnswer(icmp.type(), icmp.code(), names.of(icmp.from())),
        observed.unacknowledgedBytes(),
        observed.sideQuestions(),
        observed.variant(),
        observed.network());
  }

  private AeTitle ae(AeTitle title) {
    return new AeTitle(names.of(HiddenNames.Kind.AE, title.value()));
  }

  /** A text with all of it hidden. */
  String text(String text) {
    return names.hide(text);
  }
}
