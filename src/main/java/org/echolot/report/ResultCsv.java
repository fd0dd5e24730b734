package org.echolot.report;

import java.net.InetSocketAddress;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.Negotiated;
import org.echolot.check.StageResult;
import org.echolot.check.StageState;
import org.echolot.check.Warning;
import org.echolot.dicom.pdu.AssociateRj;
import org.echolot.text.AddressText;
import org.echolot.text.Escapes;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/**
 * Results as rows of a table (RFC 4180), a line each without its end. A field that a spreadsheet
 * would take for a formula has an apostrophe before it.
 */
public final class ResultCsv {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private ResultCsv() {}

  /** The names of the columns. */
  public static String header() {
    List<String> names =
        new ArrayList<>(
            List.of(
                "startedAt",
                "name",
                "calledAe",
                "callingAe",
                "host",
                "port",
                "tls",
                "outcome",
                "stage",
                "cause",
                "summary",
                "endedBy",
                "totalMillis"));
    for (CheckStage stage : CheckStage.values()) {
      names.add(stage.name().toLowerCase(Locale.ROOT) + "Millis");
    }
    names.addAll(
        List.of(
            "localAddress",
            "remoteAddress",
            "reject",
            "implementationVersionName",
            "implementationClassUid",
            "maxPduLength",
            "tlsProtocol",
            "cipherSuite",
            "certificateFingerprint",
            "certificateNotAfter",
            "warnings",
            "engine"));
    return String.join(",", names);
  }

  /** A result. */
  public static String row(CheckResult result) {
    CheckRequest request = result.request();
    List<String> row = new ArrayList<>();
    row.add(TIME.format(result.startedAt()));
    row.add(request.name());
    row.add(request.calledAe().value());
    row.add(request.callingAe().value());
    row.add(request.host());
    row.add(String.valueOf(request.port()));
    row.add(String.valueOf(request.isTls()));
    row.add(result.outcome().name());
    row.add(name(result.stage()));
    row.add(name(result.cause()));
    row.add(result.summary());
    row.add(result.endedBy().name());
    row.add(Milliseconds.text(result.total()));
    for (CheckStage stage : CheckStage.values()) {
      StageResult how = result.stage(stage);
      row.add(how.state() == StageState.SKIPPED ? "" : Milliseconds.text(how.duration()));
    }
    row.add(address(result.localAddress()));
    row.add(address(result.remoteAddress()));
    AssociateRj reject = result.reject();
    row.add(reject == null ? "" : reject.numbers());
    said(row, result.negotiated());
    shown(row, result.tls());
    row.add(
        result.warnings().stream()
            .map(Warning::code)
            .map(Enum::name)
            .distinct()
            .collect(Collectors.joining(" ")));
    row.add(result.engine());
    return row.stream().map(ResultCsv::field).collect(Collectors.joining(","));
  }

  private static void said(List<String> row, @Nullable Negotiated negotiated) {
    row.add(negotiated == null ? "" : text(negotiated.implementationVersionName()));
    row.add(negotiated == null ? "" : text(negotiated.implementationClassUid()));
    Long max = negotiated == null ? null : negotiated.maxPduLength();
    row.add(max == null ? "" : max.toString());
  }

  private static void shown(List<String> row, @Nullable TlsReport tls) {
    row.add(tls == null ? "" : text(tls.protocol()));
    row.add(tls == null ? "" : text(tls.cipherSuite()));
    if (tls == null || tls.chain().isEmpty()) {
      row.add("");
      row.add("");
    } else {
      CertificateFacts facts = CertificateFacts.of(tls.chain().getFirst());
      row.add(facts.fingerprint());
      row.add(facts.notAfter().toString());
    }
  }

  private static String name(@Nullable Enum<?> constant) {
    return constant == null ? "" : constant.name();
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String address(@Nullable InetSocketAddress address) {
    return address == null ? "" : AddressText.of(address);
  }

  /** A text as a field of such a table. */
  public static String field(String text) {
    String shown = Escapes.oneLine(text);
    if (!shown.isEmpty() && "=+-@".indexOf(shown.charAt(0)) >= 0) {
      shown = "'" + shown;
    }
    return shown.chars().anyMatch(c -> c == '"' || c == ',' || c == '\'' || c == ';')
            || !shown.equals(shown.strip())
        ? '"' + shown.replace("\"", "\"\"") + '"'
        : shown;
  }
}
