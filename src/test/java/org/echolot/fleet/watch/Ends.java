package org.echolot.fleet.watch;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.dicom.pdu.AeTitle;
import org.jspecify.annotations.Nullable;

/** Results as a watch gets them. */
final class Ends {

  private Ends() {}

  static CheckRequest request(String name, String host) {
    return CheckRequest.of(name, new AeTitle("CT1"), new AeTitle("ECHOLOT"), host, 104);
  }

  /** A success from an address of the network. */
  static CheckResult success(CheckRequest request, Instant at) {
    return result(request, at, Outcome.SUCCESS, null, new InetSocketAddress(address(), 104));
  }

  static CheckResult failure(CheckRequest request, Cause cause, Instant at) {
    return result(request, at, Outcome.FAILURE, cause, null);
  }

  static CheckResult cancelled(CheckRequest request, Instant at) {
    return result(request, at, Outcome.CANCELLED, null, null);
  }

  private static InetAddress address() {
    return InetAddress.ofLiteral("10.1.2.3");
  }

  private static CheckResult result(
      CheckRequest request,
      Instant at,
      Outcome outcome,
      @Nullable Cause cause,
      @Nullable InetSocketAddress remote) {
    return new CheckResult(
        request,
        "scripted",
        at.atOffset(ZoneOffset.UTC),
        outcome,
        cause == null ? null : cause.stage(),
        cause,
        cause == null ? "It answered" : cause.label(),
        Move.NOBODY,
        EndedBy.OUR_RELEASE,
        List.of(),
        List.of(),
        Duration.ofMillis(1),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        remote);
  }
}
