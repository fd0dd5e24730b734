package org.echolot.ui.result;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.echolot.check.CheckResult;
import org.echolot.check.Warning;
import org.echolot.text.Escapes;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateFacts.Line;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/** What the inspector shows, in words that are safe to show. Pure. */
final class TlsReportText {

  /** A value that is longer than this is shown up to here at first. */
  static final int AT_FIRST = 400;

  /** The most that is ever laid out of one value; copying has all of it. */
  static final int AT_MOST = 20_000;

  private static final Pattern HEX = Pattern.compile("(?:\\p{XDigit}{2}:)+\\p{XDigit}{2}");
  private static final Pattern EIGHT_BYTES = Pattern.compile("((?:\\p{XDigit}{2}:){8})");

  private TlsReportText() {}

  /** What stands where there is no report; null where there is one. */
  static @Nullable String whyNothing(CheckResult result) {
    if (result.tls() != null) {
      return null;
    }
    return result.request().isTls()
        ? "There was no TLS handshake: the result shows how far the check got."
        : "This check did not use TLS.";
  }

  /** Whether a check allowed what is too weak for anybody else. */
  static boolean isLegacy(CheckResult result) {
    var settings = result.request().tls();
    return settings != null && settings.profile() == TlsProfile.LEGACY;
  }

  /** What is told in red where the legacy profile was allowed; empty where it was not. */
  static String legacyWarning(CheckResult result) {
    if (!isLegacy(result)) {
      return "";
    }
    return "⚠ "
        + result
            .warning(Warning.Code.LEGACY_TLS)
            .map(Warning::text)
            .map(Escapes::oneLine)
            .orElse(TlsFacts.LEGACY_WARNING);
  }

  /** The warnings but that one, which stands above them all. */
  static List<Warning> withoutLegacy(List<Warning> warnings) {
    return warnings.stream().filter(warning -> warning.code() != Warning.Code.LEGACY_TLS).toList();
  }

  /** When validity is judged: at the time of the check. */
  static Instant at(CheckResult result) {
    return result.startedAt().toInstant();
  }

  static Line safe(Line line) {
    return new Line(Escapes.oneLine(line.name()), Escapes.oneLine(line.value()));
  }

  /** Whether a value is bytes in hex, as fingerprints and serial numbers are. */
  static boolean isHex(String value) {
    return HEX.matcher(value).matches();
  }

  /**
   * What is to be laid out of a value: at first not all of a long one, cut between two items. Bytes
   * stand below each other, a few in a line, so that they can be read out.
   */
  static String shown(String value, boolean all) {
    if (isHex(value)) {
      return EIGHT_BYTES.matcher(value).replaceAll("$1\n");
    }
    return shown(value, all ? AT_MOST : AT_FIRST);
  }

  private static String shown(String value, int most) {
    if (value.length() <= most) {
      return value;
    }
    int comma = value.lastIndexOf(", ", most);
    int end = comma > most / 2 ? comma : most;
    if (Character.isHighSurrogate(value.charAt(end - 1))) {
      end--;
    }
    return value.substring(0, end) + " …";
  }

  /** Short enough for a menu. */
  static String brief(String text) {
    return shown(text, 60);
  }

  /** The one line of a certificate: whose it is and how long it is valid. */
  static String title(CertificateFacts facts, Instant at) {
    return Escapes.oneLine(facts.shortSubject()) + " · " + facts.validityText(at);
  }

  /** All of it, to be pasted somewhere; ends in a line feed. */
  static String copy(CheckResult result, TlsReport report) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "TLS with \"%s\" at %s, %s",
            Escapes.oneLine(result.request().name()),
            result.request().address(),
            ResultText.when(result)));
    if (isLegacy(result)) {
      lines.add("WARNING: " + TlsFacts.LEGACY_WARNING);
    }
    for (TlsFacts.Section section : TlsFacts.of(report, at(result))) {
      lines.add("");
      lines.add(Escapes.oneLine(section.title()));
      for (Line line : section.lines()) {
        Line safe = safe(line);
        lines.add("  " + safe.name() + ": " + safe.value());
      }
    }
    return String.join("\n", lines) + "\n";
  }
}
