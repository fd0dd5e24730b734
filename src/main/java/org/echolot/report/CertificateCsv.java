package org.echolot.report;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.echolot.history.CertificateCalendar;

/** Certificates as rows of a table, a line each without its end; fields as {@link ResultCsv}'s. */
public final class CertificateCsv {

  private CertificateCsv() {}

  /** The names of the columns. */
  public static String header() {
    return "notAfter,daysLeft,kind,subject,issuer,fingerprint,peers";
  }

  /**
   * A certificate.
   *
   * @param now for the days that are left
   */
  public static String row(CertificateCalendar.Entry entry, Instant now) {
    return List.of(
            entry.facts().notAfter().toString(),
            String.valueOf(entry.daysLeft(now)),
            entry.kind().name(),
            entry.facts().subject(),
            entry.facts().issuer(),
            entry.facts().fingerprint(),
            String.join("; ", entry.peers()))
        .stream()
        .map(ResultCsv::field)
        .collect(Collectors.joining(","));
  }
}
