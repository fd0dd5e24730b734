package org.echolot.history;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.check.diagnosis.HostsFileAdvice;
import org.echolot.text.AddressText;
import org.echolot.text.IpText;
import org.jspecify.annotations.Nullable;

/**
 * Gives the first step of a failure where the peer is known to have worked with the same settings:
 * then no setting is wrong, and what changed since is the first question. What it says is true
 * whatever changed: that the check succeeded, and when. Pure.
 */
public final class SinceItWorked {

  private final CheckResult then;
  private final CheckResult now;
  private final WhatChanged changed;

  private SinceItWorked(CheckResult then, CheckResult now) {
    this.then = then;
    this.now = now;
    this.changed = new WhatChanged(then, now);
  }

  /**
   * The result, its advice beginning with what its peer's last success tells.
   *
   * @param before null: none is known
   */
  public static CheckResult applied(@Nullable LastSuccess before, CheckResult now) {
    Cause cause = now.cause();
    if (before == null || now.outcome() != Outcome.FAILURE || cause == null) {
      return now;
    }
    CheckResult then = before.result().orElse(null);
    return then == null ? now : new SinceItWorked(then, now).told(cause);
  }

  private CheckResult told(Cause cause) {
    if (!isSame(then.request(), now.request())
        && !(mayBeAboutUs(cause)
            && isSame(then.request(), now.request().withSource(then.request().source())))) {
      return settings();
    }
    boolean moved = !Objects.equals(ip(then.peerAddress()), ip(now.peerAddress()));
    if (moved && now.peerAddress() != null && then.peerAddress() != null) {
      return otherAddress();
    }
    WhatChanged.First first = changed.first(cause);
    if (first == null) {
      return now;
    }
    return ourAddressChanged()
        .filter(_ -> mayBeAboutUs(cause))
        .map(
            change ->
                now.withAdvice(
                    Move.OURS_OR_PEER,
                    put(
                        List.of(
                            "Call from "
                                + change.was()
                                + " again, or ask to allow "
                                + change.now()
                                + " at the peer and its firewalls: the check succeeded from "
                                + change.was()
                                + changed.when()
                                + "."),
                        changed.isJustNow() ? kept(first) : put(first.steps(), kept(first)))))
        .orElseGet(() -> now.withAdvice(first.move(), put(first.steps(), kept(first))));
  }

  /** Whether both went to the same end in the same way; how long each may wait does not count. */
  private static boolean isSame(CheckRequest then, CheckRequest now) {
    return then.calledAe().equals(now.calledAe())
        && then.callingAe().equals(now.callingAe())
        && then.host().equals(now.host())
        && then.port() == now.port()
        && Objects.equals(then.tls(), now.tls())
        && Objects.equals(then.userIdentity(), now.userIdentity())
        && Objects.equals(then.source(), now.source())
        && Objects.equals(then.approach().proxy(), now.approach().proxy())
        && Objects.equals(then.approach().proxyHeader(), now.approach().proxyHeader())
        && then.approach().contexts() == now.approach().contexts()
        && then.approach().syntaxes() == now.approach().syntaxes()
        && then.approach().maxPduLength() == now.approach().maxPduLength();
  }

  /** What was set differently is the first thing to look at. */
  private CheckResult settings() {
    String changes =
        Changes.between(then, now).stream()
            .filter(
                change -> change.kind().isSetting() || change.kind() == Change.Kind.CALLING_ADDRESS)
            .map(Change::sentence)
            .collect(Collectors.joining("; "));
    return changes.isEmpty()
        ? now
        : now.withAdvice(
            now.move(),
            put(
                List.of(
                    "Check what was changed in our settings after the last success"
                        + changed.when()
                        + ". "
                        + changes
                        + "."),
                now.advice()));
  }

  /** The name means another address now: who says so is asked first. */
  private CheckResult otherAddress() {
    String was =
        ": it was "
            + ip(then.peerAddress())
            + changed.when()
            + ", and is "
            + ip(now.peerAddress())
            + " now.";
    Optional<String> hostsFile = now.advice().stream().filter(HostsFileAdvice::isOne).findFirst();
    List<String> rest =
        isNoConnection()
            ? List.of(
                "If "
                    + ip(now.peerAddress())
                    + " is right, ask the peer's administrator whether the peer is on, and its"
                    + " service running there.")
            : now.advice().stream().filter(step -> !HostsFileAdvice.isOne(step)).toList();
    return hostsFile
        .map(step -> now.withAdvice(Move.OURS, put(List.of(withoutOrigin(step) + was), rest)))
        .orElseGet(
            () ->
                now.withAdvice(
                    Move.NETWORK,
                    put(
                        List.of(
                            "Ask the network team which address of \""
                                + now.request().host()
                                + "\" is right"
                                + was
                                + " The hosts file of this computer may name it, too."),
                        rest)));
  }

  /** Whether it did not get so far that anybody at the new address is known to be the peer. */
  private boolean isNoConnection() {
    return switch (now.cause()) {
      case CONNECTION_REFUSED, CONNECT_TIMEOUT, HOST_UNREACHABLE -> true;
      case null, default -> false;
    };
  }

  private static String withoutOrigin(String step) {
    return step.substring(0, step.lastIndexOf(':'));
  }

  private List<String> kept(WhatChanged.First first) {
    InetSocketAddress was = then.peerAddress();
    boolean named = !IpText.isIp(now.request().host());
    return BlamedSettings.notAsked(
        first.steps(),
        BlamedSettings.cutFrom(now.advice(), named ? ip(was) : null, now.request().isTls()));
  }

  private Optional<Change> ourAddressChanged() {
    return Changes.between(then, now).stream()
        .filter(change -> change.kind() == Change.Kind.CALLING_ADDRESS)
        .filter(_ -> !now.request().isByProxy())
        .findFirst();
  }

  /** Whether a peer or a firewall that looks at addresses may end a check so. */
  private static boolean mayBeAboutUs(Cause cause) {
    return switch (cause) {
      case CONNECTION_REFUSED,
          CONNECT_TIMEOUT,
          HOST_UNREACHABLE,
          CLOSED_BEFORE_REPLY,
          ASSOCIATE_TIMEOUT,
          REJECTED_CALLED_AE,
          REJECTED_CALLING_AE,
          REJECTED_NO_REASON,
          REJECTED_OTHER,
          ABORTED,
          TLS_FAILED,
          ECHO_STATUS ->
          true;
      default -> false;
    };
  }

  private static List<String> put(List<String> first, List<String> rest) {
    List<String> all = new ArrayList<>(first);
    all.addAll(rest);
    return all;
  }

  private static @Nullable String ip(@Nullable InetSocketAddress address) {
    return address == null || address.getAddress() == null
        ? null
        : AddressText.of(address.getAddress());
  }
}
