package org.echolot.ui.peers;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Outcome;
import org.echolot.check.Warning;
import org.echolot.history.ResultBrief;
import org.echolot.report.ShortCause;
import org.echolot.text.ElapsedText;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/** How a peer stands, in the few words that a list has room for. */
public final class ResultWords {

  private ResultWords() {}

  /** The words for a row: {@code 0.42 ms}, {@code connecting…}, {@code Connection refused}. */
  public static String of(PeerRow row) {
    return switch (row.status()) {
      case NEVER_CHECKED ->
          before(row.beforeProperty().get(), at -> AgeClock.ago(at, Instant.now()));
      case WAITING -> "waiting…";
      case RUNNING -> doing(row.runningStageProperty().get());
      case OK, WARNING, FAILED, CANCELLED -> of(Objects.requireNonNull(row.lastResult()));
    };
  }

  /** What the last check before this session found, where the age is told beside it. */
  public static String before(PeerRow row) {
    ResultBrief known = row.beforeProperty().get();
    if (known == null) {
      return "unknown";
    }
    return switch (known.outcome()) {
      case SUCCESS -> "ok";
      case FAILURE -> PastCheck.of(known).words();
      case CANCELLED -> "stopped";
    };
  }

  /** What is known of a peer that was not checked in this session. */
  private static String before(@Nullable ResultBrief known, Function<Instant, String> clock) {
    if (known == null) {
      return "never checked";
    }
    String ago = clock.apply(known.at());
    return switch (known.outcome()) {
      case SUCCESS -> "ok " + ago + ", not since";
      case FAILURE -> PastCheck.of(known).words() + ", " + ago;
      case CANCELLED -> "stopped " + ago;
    };
  }

  /** The same beside the age of the result, which is not told twice. */
  static String inList(PeerRow row, AgeClock clock) {
    ResultBrief known = row.beforeProperty().get();
    if (row.status() != PeerRow.Status.NEVER_CHECKED) {
      return of(row);
    }
    return known != null && known.outcome() == Outcome.FAILURE
        ? PastCheck.of(known).words()
        : before(known, clock::ago);
  }

  /** The same with the whole name of a cause, for where there is room. */
  static String inFull(PeerRow row) {
    CheckResult result = row.lastResult();
    return result == null || row.isBusy() || result.cause() == null
        ? of(row)
        : result.cause().label();
  }

  /**
   * The last result without times and dates, so that peers of which the same is to be said are
   * alike.
   */
  public static String kind(PeerRow row) {
    CheckResult result = row.lastResult();
    if (result != null) {
      return kind(result);
    }
    if (row.isBusy()) {
      return "checking…";
    }
    return row.beforeProperty().get() == null
        ? "never checked"
        : before(row) + ", not checked since";
  }

  private static String kind(CheckResult result) {
    if (result.outcome() != Outcome.SUCCESS) {
      return of(result);
    }
    if (!result.isMarked()) {
      return "ok";
    }
    String marks =
        result.warnings().stream()
            .map(Warning::code)
            .filter(Warning.Code::marksThePeer)
            .map(Warning.Code::label)
            .distinct()
            .collect(Collectors.joining(", "));
    return marks.isEmpty() ? Warning.Code.CERTIFICATE_EXPIRES_SOON.label() : marks;
  }

  /** Whether the last check allowed what nobody else may. */
  static boolean isLegacy(PeerRow row) {
    CheckResult result = row.lastResult();
    TlsSettings tls = result == null ? null : result.request().tls();
    return tls != null && tls.profile() == TlsProfile.LEGACY;
  }

  /** The words for a result, whatever its peer does now. */
  static String of(CheckResult result) {
    return switch (result.outcome()) {
      case SUCCESS -> result.echoTime().map(ElapsedText::of).orElse("answered") + marks(result);
      case FAILURE -> {
        Cause cause = result.cause();
        yield cause == null ? "failed" : ShortCause.of(cause);
      }
      case CANCELLED -> "stopped";
    };
  }

  private static String marks(CheckResult result) {
    return Stream.concat(
            result.warnings().stream()
                .map(Warning::code)
                .filter(Warning.Code::marksThePeer)
                // The list says that in red, and where a check failed too.
                .filter(code -> code != Warning.Code.LEGACY_TLS)
                .map(code -> words(code, result)),
            CertificateEnd.of(result)
                .filter(CertificateEnd::isSoon)
                .map(CertificateEnd::shortly)
                .stream())
        .distinct()
        .map(words -> " · " + words)
        .collect(Collectors.joining());
  }

  private static String words(Warning.Code code, CheckResult result) {
    return code == Warning.Code.CERTIFICATE_EXPIRES_SOON
        ? CertificateEnd.of(result).map(CertificateEnd::shortly).orElse("cert. expires soon")
        : code.label();
  }

  private static String doing(@Nullable CheckStage stage) {
    return switch (stage) {
      case RESOLVE -> "looking up the name…";
      case CONNECT -> "connecting…";
      case TLS -> "TLS handshake…";
      case ASSOCIATE -> "associating…";
      case ECHO -> "echoing…";
      case RELEASE -> "releasing…";
      case null -> "starting…";
    };
  }
}
