package org.echolot.history;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.dicom.pdu.Uids;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is different between a check that succeeded and another one. What one of the two could
 * not see did not change. Pure.
 */
public final class Changes {

  /** So many digits of a fingerprint tell two certificates apart for a reader. */
  private static final int FINGERPRINT_DIGITS = 16;

  private final List<Change> found = new ArrayList<>();

  private Changes() {}

  /** What is different in what was asked, and in what was seen; times are not compared. */
  public static List<Change> between(CheckResult then, CheckResult now) {
    Changes changes = new Changes();
    changes.asked(then.request(), now.request());
    changes.compare(Change.Kind.CALLED_ADDRESS, ip(then.remoteAddress()), ip(now.remoteAddress()));
    changes.compare(Change.Kind.CALLING_ADDRESS, ours(then), ours(now));
    if (then.negotiated() != null && now.negotiated() != null) {
      changes.said(then.negotiated(), now.negotiated());
    }
    if (then.tls() != null && now.tls() != null) {
      changes.shown(then.tls(), now.tls());
    }
    changes.answered(then, now.reject());
    return changes.found;
  }

  /** The stages that took longer than is usual for the peer. */
  static List<Change> unusualTimes(RecentTimes usual, CheckResult now) {
    List<Change> found = new ArrayList<>();
    for (CheckStage stage : CheckStage.values()) {
      StageResult result = now.stage(stage);
      boolean isComplete = result.state() == StageState.OK || result.state() == StageState.WARNING;
      Optional<RecentTimes.Usual> known = isComplete ? usual.usual(stage) : Optional.empty();
      known
          .filter(times -> times.isExceededBy(Micros.of(result.duration())))
          .ifPresent(
              times ->
                  found.add(
                      new Change(
                          Change.Kind.STAGE_TIME,
                          ElapsedText.of(Micros.span(times.median()))
                              + " (up to "
                              + ElapsedText.of(Micros.span(times.high()))
                              + ")",
                          stage.label() + " took " + ElapsedText.of(result.duration()))));
    }
    return found;
  }

  /** What of the network is beyond what is usual on the way to the peer. */
  static List<Change> unusualWay(RecentTimes usual, CheckResult now) {
    List<Change> found = new ArrayList<>();
    Way way = Way.of(now.observed());
    if (way == null) {
      return found;
    }
    usual
        .usualRoundTrip()
        .filter(known -> known.isExceededByRoundTrip(way.roundTripMicros()))
        .ifPresent(
            known ->
                found.add(
                    new Change(
                        Change.Kind.ROUND_TRIP,
                        ElapsedText.of(Micros.span(known.median()))
                            + " (up to "
                            + ElapsedText.of(Micros.span(known.high()))
                            + ")",
                        "The round trip of the network took "
                            + ElapsedText.of(Micros.span(way.roundTripMicros())))));
    usual
        .usualRetransmissions()
        .filter(known -> way.retransmissions() > known.high() + 1)
        .ifPresent(
            known ->
                found.add(
                    new Change(
                        Change.Kind.RETRANSMISSIONS,
                        "at most " + known.high(),
                        way.retransmissions() + " TCP segments were sent again")));
    return found;
  }

  private void asked(CheckRequest then, CheckRequest now) {
    compare(Change.Kind.CALLED_AE, quoted(then.calledAe()), quoted(now.calledAe()));
    compare(Change.Kind.CALLING_AE, quoted(then.callingAe()), quoted(now.callingAe()));
    compare(Change.Kind.HOST, then.host(), now.host());
    compare(Change.Kind.PORT, String.valueOf(then.port()), String.valueOf(now.port()));
    compare(Change.Kind.TLS, then.isTls() ? "on" : "off", now.isTls() ? "on" : "off");
    compare(Change.Kind.USER, user(then.userIdentity()), user(now.userIdentity()));
  }

  private void said(Negotiated then, Negotiated now) {
    compare(
        Change.Kind.IMPLEMENTATION,
        said(then.implementationVersionName()),
        said(now.implementationVersionName()));
    compare(
        Change.Kind.IMPLEMENTATION_CLASS_UID,
        said(then.implementationClassUid()),
        said(now.implementationClassUid()));
    compare(Change.Kind.MAX_PDU_LENGTH, bytes(then.maxPduLength()), bytes(now.maxPduLength()));
    compare(
        Change.Kind.TRANSFER_SYNTAX, syntax(then.transferSyntax()), syntax(now.transferSyntax()));
  }

  private void shown(TlsReport then, TlsReport now) {
    compare(Change.Kind.TLS_VERSION, then.protocol(), now.protocol());
    compare(Change.Kind.CIPHER_SUITE, then.cipherSuite(), now.cipherSuite());
    if (!then.chain().isEmpty()
        && !now.chain().isEmpty()
        && !then.chain().getFirst().equals(now.chain().getFirst())) {
      found.add(new Change(Change.Kind.CERTIFICATE, certificate(then), certificate(now)));
    }
  }

  private static String certificate(TlsReport report) {
    CertificateFacts facts = CertificateFacts.of(report.chain().getFirst());
    return Escapes.oneLine(facts.subject())
        + " until "
        + facts.notAfter().toString().substring(0, "2026-11-27".length())
        + ", SHA-256 "
        + facts.fingerprint().substring(0, FINGERPRINT_DIGITS)
        + "…";
  }

  private void answered(CheckResult then, @Nullable AssociateRj now) {
    if (now != null) {
      compare(
          Change.Kind.ANSWER,
          then.reject() == null ? "an acceptance" : "a rejection " + numbers(then.reject()),
          "a rejection " + numbers(now));
    }
  }

  private static String numbers(AssociateRj reject) {
    return "(" + reject.numbers() + ")";
  }

  private void compare(Change.Kind kind, @Nullable String then, @Nullable String now) {
    if (then != null && now != null && !Objects.equals(then, now)) {
      found.add(new Change(kind, then, now));
    }
  }

  private static String user(@Nullable UserIdentity identity) {
    return identity == null ? "none" : Escapes.oneLine(identity.label());
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null ? null : Escapes.oneLine(text);
  }

  private static @Nullable String bytes(@Nullable Long length) {
    if (length == null) {
      return null;
    }
    return length == 0 ? "0 (no maximum)" : length + " bytes";
  }

  private static @Nullable String syntax(@Nullable String uid) {
    return uid == null ? null : Uids.named(uid);
  }

  private static @Nullable String ip(@Nullable InetSocketAddress address) {
    return address == null || address.getAddress() == null
        ? null
        : AddressText.of(address.getAddress());
  }

  /** Where it left this computer, or would have. */
  private static @Nullable String ours(CheckResult result) {
    Origin origin = result.observed().origin();
    return result.localAddress() == null && origin != null
        ? AddressText.of(origin.address())
        : ip(result.localAddress());
  }

  /** In quotes; with its bytes where a reader might take it for another title. */
  public static String quoted(AeTitle ae) {
    boolean odd = !ae.value().matches("[A-Za-z0-9_.-]+");
    return '"' + ae.value() + '"' + (odd ? "  [" + ae.toField().bytes().toHex() + "]" : "");
  }
}
