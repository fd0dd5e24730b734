package org.echolot.history;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/** Asks what changed since a peer worked with the same settings, of whoever may know. Pure. */
final class WhatChanged {

  /** Within this, a limit of calls or one of several servers is as likely as a change. */
  private static final Duration RECENT = Duration.ofMinutes(10);

  /** Within this, nobody has changed a setting: what differs from call to call is as likely. */
  private static final Duration JUST_NOW = Duration.ofMinutes(1);

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private static final String ASK_PEER = "Ask the peer's administrator ";
  private static final String STOPPED =
      "whether the DICOM service was stopped or restarted, or its port was changed";
  private static final String ASK_NETWORK = "Ask the network team ";

  /** First steps, and whose move that makes it. */
  record First(Move move, List<String> steps) {

    static First of(Move move, String... steps) {
      return new First(move, List.of(steps));
    }
  }

  private final CheckResult then;
  private final CheckResult now;

  WhatChanged(CheckResult then, CheckResult now) {
    this.then = then;
    this.now = now;
  }

  /** The first steps of a failure by the cause; null where its own are as good. */
  @Nullable First first(Cause cause) {
    String at = now.request().address();
    String variant = String.valueOf(now.observed().variant());
    return switch (cause) {
      case UNKNOWN_HOST ->
          isTyped(variant)
              ? null
              : isJustNow() && !variant.equals("own-dns")
                  ? TryAgain.lookUp(now.request().host(), when())
                  : First.of(
                      variant.equals("own-dns") ? now.move() : Move.NETWORK,
                      (variant.equals("own-dns")
                              ? "Check what changed in the DNS settings of this computer: \""
                              : ASK_NETWORK + "what changed in DNS: \"")
                          + now.request().host()
                          + "\" was found"
                          + when()
                          + ".");
      case RESOLVE_TIMEOUT -> First.of(now.move());
      case CONNECTION_REFUSED -> refused(at, variant);
      case CONNECT_TIMEOUT ->
          isRecent() && !variant.equals("nothing-answers")
              ? First.of(
                  Move.NETWORK,
                  ASK_NETWORK
                      + "whether a limit or a ban of frequent connections blocks calls from here to"
                      + " "
                      + at
                      + ": the last success was"
                      + when()
                      + ".",
                  "Wait some minutes, then check again: limits often end by themselves.")
              : silent(at, variant);
      case HOST_UNREACHABLE -> unreachable(at, variant);
      case PROXY_UNREACHABLE, PROXY_REFUSED, PROXY_NO_ANSWER ->
          First.of(
              Move.NETWORK,
              ASK_NETWORK + "what changed at the proxy: it connected us to " + at + when() + ".");
      case NOT_DICOM ->
          variant.equals("portal")
              ? null
              : First.of(
                  Move.PEER_ADMINISTRATOR,
                  ASK_PEER
                      + "what changed on the server: DICOM answered on "
                      + at
                      + when()
                      + ", and now something else does.");
      case REJECTED_CALLED_AE, REJECTED_CALLING_AE -> rejected(at);
      case PEER_EXPECTS_TLS ->
          First.of(
              Move.OURS_OR_PEER,
              ASK_PEER
                  + "whether TLS was turned on for "
                  + at
                  + ": without it, the check succeeded"
                  + when()
                  + ".");
      case PEER_NOT_TLS ->
          First.of(
              Move.OURS_OR_PEER,
              ASK_PEER
                  + "whether TLS was turned off for "
                  + at
                  + ": with it, the check succeeded"
                  + when()
                  + ".");
      case CERTIFICATE_UNTRUSTED, CERTIFICATE_HOSTNAME_MISMATCH, CERTIFICATE_NOT_YET_VALID ->
          Changes.between(then, now).stream()
                  .anyMatch(change -> change.kind() == Change.Kind.CERTIFICATE)
              ? First.of(
                  now.move() == Move.OURS ? Move.OURS_OR_PEER : now.move(),
                  ASK_PEER
                      + "whether the peer's certificate was replaced on purpose: it sent"
                      + " another one"
                      + when()
                      + ".")
              : null;
      case TLS_NO_COMMON_PROTOCOL, TLS_FAILED, TLS_TIMEOUT ->
          First.of(
              now.move() == Move.OURS ? Move.OURS_OR_PEER : now.move(),
              changedBy("in the TLS of " + at + ": the handshake succeeded"));
      case CLIENT_CERTIFICATE_REQUIRED ->
          variant.equals("faulty") || variant.equals("revoked")
              ? null
              : First.of(
                  now.move() == Move.OURS ? Move.OURS_OR_PEER : now.move(),
                  ASK_PEER
                      + "what changed in how the peer checks client certificates: the"
                      + " handshake succeeded"
                      + when()
                      + ".");
      case CERTIFICATE_EXPIRED, USER_IDENTITY_UNUSABLE, REJECTED_BUSY, INTERNAL_ERROR -> null;
      case CLOSED_BEFORE_REPLY,
          ASSOCIATE_TIMEOUT,
          REJECTED_APPLICATION_CONTEXT,
          REJECTED_PROTOCOL_VERSION,
          REJECTED_NO_REASON,
          REJECTED_OTHER,
          VERIFICATION_NOT_ACCEPTED,
          ABORTED,
          MALFORMED_PDU,
          UNEXPECTED_PDU,
          ECHO_TIMEOUT,
          ECHO_STATUS,
          CLOSED_DURING_ECHO,
          RELEASED_DURING_ECHO,
          WRONG_RESPONSE ->
          isJustNow() && now.move() != Move.NETWORK && now.endedBy() != EndedBy.OUR_DEADLINE
              ? TryAgain.check(at, when())
              : First.of(
                  now.move() == Move.NETWORK ? Move.NETWORK : Move.PEER_ADMINISTRATOR,
                  changedBy(
                      isRecent()
                          ? "at "
                              + at
                              + ", or whether one of several servers there is at fault: the last"
                              + " success was"
                          : "at " + at + ": the last success was"));
    };
  }

  /** Who is asked depends on whose side the failure shows. */
  private String changedBy(String where) {
    return (now.move() == Move.NETWORK
            ? ASK_NETWORK + "what changed in the network, or "
            : ASK_PEER + "what changed ")
        + where
        + when()
        + ".";
  }

  /** Whether what was not found is no name that anybody could have changed. */
  private static boolean isTyped(String variant) {
    return variant.startsWith("unspecified") || variant.equals("no-interface");
  }

  private First refused(String at, String variant) {
    String opened = ": " + at + " accepted connections" + when() + ".";
    return switch (variant) {
      case "here" ->
          First.of(Move.OURS, "Check whether the service was stopped or restarted" + opened);
      case "in-its-place" ->
          First.of(Move.NETWORK, ASK_NETWORK + "which firewall rule was changed" + opened);
      case "own-firewall" ->
          First.of(Move.OURS, "Check what changed in this computer's firewall" + opened);
      case "peers-firewall" ->
          First.of(
              Move.PEER_ADMINISTRATOR,
              ASK_PEER + "what changed in the firewall of the peer" + opened);
      default ->
          First.of(
              Move.PEER_ADMINISTRATOR,
              isRecent()
                  ? new String[] {
                    ASK_PEER + STOPPED + opened,
                    "If it runs, check again several times: a limit of new connections, or one of"
                        + " several servers, may refuse some calls."
                  }
                  : new String[] {ASK_PEER + STOPPED + opened});
    };
  }

  /** A computer that answers nothing at all is more likely off than blocked for us. */
  private First silent(String at, String variant) {
    String opened = ": connections to " + at + " opened" + when() + ".";
    String off = "whether the peer's computer was switched off or disconnected" + opened;
    return variant.equals("nothing-answers")
        ? First.of(
            Move.PEER_ADMINISTRATOR,
            ASK_PEER + off,
            "If it is on, ask the network team which rule was changed, or whether a ban of frequent"
                + " connections blocks calls from here.")
        : First.of(
            Move.NETWORK,
            ASK_NETWORK
                + "which rule was changed, and ask whether the peer was switched off"
                + opened);
  }

  private First unreachable(String at, String variant) {
    String opened = ": " + at + " accepted connections" + when() + ".";
    if (variant.equals("peers-firewall")) {
      return First.of(
          Move.PEER_ADMINISTRATOR, ASK_PEER + "what changed in the firewall of the peer" + opened);
    }
    if (variant.startsWith("nobody")) {
      return First.of(
          Move.PEER_ADMINISTRATOR,
          ASK_PEER + "whether the peer was switched off, or has another address now" + opened);
    }
    return now.move() == Move.OURS
        ? First.of(Move.OURS, "Check what changed in the network of this computer" + opened)
        : First.of(now.move(), ASK_NETWORK + "which route or rule was changed" + opened);
  }

  private First rejected(String at) {
    String accepted =
        ASK_PEER
            + "what changed at the peer: it accepted \""
            + now.request().calledAe()
            + "\" from \""
            + now.request().callingAe()
            + "\""
            + when()
            + ".";
    if (isJustNow()) {
      return TryAgain.associate(at, when());
    }
    return isRecent()
        ? First.of(
            Move.PEER_ADMINISTRATOR,
            accepted,
            "If there is a load balancer at "
                + at
                + ", ask whether all servers behind it have the same settings: one may be at"
                + " fault.")
        : First.of(Move.PEER_ADMINISTRATOR, accepted);
  }

  /** Whether nobody can have changed a setting since. */
  boolean isJustNow() {
    return between().compareTo(JUST_NOW) < 0;
  }

  private boolean isRecent() {
    return between().compareTo(RECENT) < 0;
  }

  private Duration between() {
    return Duration.between(then.startedAt(), now.startedAt());
  }

  /** To follow what was so when it last worked. */
  String when() {
    return " at "
        + TIME.format(then.startedAt().withOffsetSameInstant(now.startedAt().getOffset()))
        + (isRecent() ? " (" + ElapsedText.of(between()) + " before)" : "");
  }
}
