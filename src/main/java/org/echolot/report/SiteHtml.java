package org.echolot.report;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.check.StageState;
import org.echolot.text.About;
import org.echolot.text.ElapsedText;
import org.echolot.text.Escapes;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;

/** A report of a site as one HTML file, with nothing beside it, that prints on A4. Pure. */
public final class SiteHtml {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);

  /** Certificates with fewer days left are listed. */
  private static final long SOON_DAYS = 30;

  private static final String STYLE =
      """
      @page { size: A4; margin: 16mm 14mm; }
      body { font: 10pt/1.4 system-ui, "Segoe UI", Helvetica, Arial, sans-serif; color: #1b1f24;
        max-width: 182mm; margin: 8mm auto; }
      @media print { body { max-width: none; margin: 0; } }
      h1 { font-size: 16pt; margin: 0; } h2 { font-size: 12pt; margin: 6mm 0 1mm;
        page-break-after: avoid; }
      table { width: 100%; border-collapse: collapse; page-break-inside: auto; table-layout: fixed; }
      thead { display: table-header-group; }
      tbody { page-break-inside: avoid; }
      tr.open td { border-bottom: none; padding-bottom: 0; }
      th { text-align: left; font-size: 8.5pt; color: #57606a; font-weight: normal; }
      td.stages { white-space: nowrap; }
      td, th { padding: 1mm 2mm 1mm 0; border-bottom: 1px solid #d0d7de; vertical-align: top;
        overflow-wrap: anywhere; }
      .w-peer { width: 24%; } .w-address { width: 34%; } .w-stages { width: 19mm; }
      .w-time { width: 17mm; } .w-certificate { width: 30%; }
      .ok { color: #116329; } .bad { color: #a40e26; font-weight: bold; }
      .warning { color: #7d4e00; } .none, .meta { color: #57606a; }
      .meta { font-size: 9pt; } .advice { font-size: 9pt; }
      .s { display: inline-block; width: 9px; height: 6px; margin-right: 1px; background: #d5dae0;
        print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      .s-ok { background: #1a7f37; } .s-warning { background: #9a6700; }
      .s-bad { background: #cf222e; }
      .time { text-align: right; white-space: nowrap; }
      .sign { display: inline-block; width: 45%; margin: 16mm 4% 0 0; padding-top: 1mm;
        border-top: 1px solid #57606a; font-size: 9pt; }
      """;

  private final StringBuilder html = new StringBuilder();

  private SiteHtml() {}

  /** The whole file. */
  public static String of(SiteReport report) {
    SiteHtml page = new SiteHtml();
    page.head(report);
    Map<String, List<SiteReport.Entry>> groups = report.groups();
    String rest = groups.size() > 1 ? "Others" : "Peers";
    groups.forEach((name, entries) -> page.group(name.isEmpty() ? rest : name, entries));
    page.certificates(report);
    page.html.append(
        """
        <p><span class="sign">Tested by, date</span><span class="sign">Accepted by, date</span></p>
        </body></html>
        """);
    return page.html.toString();
  }

  private void head(SiteReport report) {
    long failing = report.entries().stream().filter(SiteReport.Entry::isFailing).count();
    long ok = report.entries().stream().filter(SiteReport.Entry::isOk).count();
    html.append("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n<title>")
        .append("DICOM connections, ")
        .append(escaped(TIME.format(report.at())))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style></head><body>\n<h1>DICOM connections</h1>\n<p class=\"meta\">")
        .append(escaped(TIME.format(report.at())))
        .append(" · made by ")
        .append(escaped(report.madeBy()))
        .append(" with ")
        .append(escaped(About.program()))
        .append("</p>\n<p>")
        .append(report.entries().size())
        .append(report.entries().size() == 1 ? " peer: " : " peers: ")
        .append(failing)
        .append(" failing, ")
        .append(ok)
        .append(" ok, ")
        .append(report.entries().size() - failing - ok)
        .append(" not checked.</p>\n<p class=\"meta\">Site: ____________________________</p>\n");
  }

  private void group(String name, List<SiteReport.Entry> entries) {
    long failing = entries.stream().filter(SiteReport.Entry::isFailing).count();
    html.append("<h2>")
        .append(escaped(name))
        .append(" <span class=\"meta\">")
        .append(failing)
        .append(" of ")
        .append(entries.size())
        .append(" failing</span></h2>\n<table>\n<thead><tr><th class=\"w-peer\">Peer</th>")
        .append("<th class=\"w-address\">Address</th><th class=\"w-stages\">Stages</th>")
        .append("<th>Result</th><th class=\"time w-time\">C-ECHO</th></tr></thead>\n");
    entries.forEach(this::row);
    html.append("</table>\n");
  }

  private void row(SiteReport.Entry entry) {
    CheckResult result = entry.result();
    boolean more = result != null && entry.isFailing();
    html.append("<tbody><tr")
        .append(more ? " class=\"open\"" : "")
        .append("><td>")
        .append(escaped(entry.name()))
        .append("</td><td>")
        .append(escaped(entry.address()))
        .append("</td><td class=\"stages\">")
        .append(segments(entry))
        .append("</td><td><span class=\"")
        .append(styleClass(entry))
        .append("\">")
        .append(escaped(entry.verdict()))
        .append("</span></td><td class=\"time\">")
        .append(
            result == null || !result.isSuccess()
                ? ""
                : result.echoTime().map(ElapsedText::of).orElse(""))
        .append("</td></tr>\n");
    if (result != null && more) {
      advice(entry, result);
    }
    html.append("</tbody>\n");
  }

  /** What failed in words, whose move it is, and the first step: over the whole width. */
  private void advice(SiteReport.Entry entry, CheckResult result) {
    html.append("<tr><td colspan=\"5\" class=\"advice\">")
        .append(escaped(sentence(entry, result)))
        .append(" Whose move: ")
        .append(escaped(move(entry, result)))
        .append(".");
    result.advice().stream()
        .findFirst()
        .ifPresent(step -> html.append("<br>").append(escaped(step)));
    html.append("</td></tr>\n");
  }

  /** By name: who reads the page may be at either end. */
  private static String move(SiteReport.Entry entry, CheckResult result) {
    String us = "the administrator of " + result.request().callingAe();
    return switch (result.move()) {
      case NOBODY -> "nobody";
      case OURS -> us;
      case PEER_ADMINISTRATOR -> "the administrator of " + entry.name();
      case NETWORK -> "the network team";
      case OURS_OR_PEER -> us + ", or of " + entry.name();
    };
  }

  /** Without the name of the cause, which is told already. */
  private static String sentence(SiteReport.Entry entry, CheckResult result) {
    String label = entry.verdict() + ": ";
    String summary = result.summary();
    String rest = summary.startsWith(label) ? summary.substring(label.length()) : summary;
    return rest.isEmpty()
        ? ""
        : rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1) + ".";
  }

  private static String segments(SiteReport.Entry entry) {
    StringBuilder segments = new StringBuilder();
    for (CheckStage stage : CheckStage.values()) {
      CheckResult result = entry.result();
      StageState state = result == null ? StageState.SKIPPED : result.stage(stage).state();
      segments
          .append("<span class=\"s")
          .append(
              switch (state) {
                case OK -> " s-ok";
                case WARNING -> " s-warning";
                case FAILED -> " s-bad";
                case SKIPPED -> "";
              })
          .append("\" title=\"")
          .append(stage.label())
          .append("\"></span>");
    }
    return segments.toString();
  }

  private static String styleClass(SiteReport.Entry entry) {
    if (entry.isFailing()) {
      return "bad";
    }
    CheckResult result = entry.result();
    return !entry.isOk() ? "none" : result != null && result.isMarked() ? "warning" : "ok";
  }

  /** A certificate that ends soon. */
  private record Ending(String peer, CertificateFacts certificate, Instant seen) {}

  private void certificates(SiteReport report) {
    List<Ending> endings =
        report.entries().stream()
            .flatMap(entry -> endings(entry).stream())
            .sorted(Comparator.comparing(ending -> ending.certificate().notAfter()))
            .toList();
    if (endings.isEmpty()) {
      return;
    }
    html.append("<h2>Certificates that end within ")
        .append(SOON_DAYS)
        .append(" days</h2>\n<table>\n<thead><tr><th class=\"w-peer\">Peer</th>")
        .append(
            "<th class=\"w-certificate\">Certificate</th><th>Ends</th></tr></thead>\n<tbody>\n");
    for (Ending ending : endings) {
      html.append("<tr><td>")
          .append(escaped(ending.peer()))
          .append("</td><td>")
          .append(escaped(ending.certificate().shortSubject()))
          .append("</td><td>")
          .append(escaped(ending.certificate().periodText(ending.seen())))
          .append("</td></tr>\n");
    }
    html.append("</tbody></table>\n");
  }

  private static List<Ending> endings(SiteReport.Entry entry) {
    CheckResult result = entry.result();
    TlsReport tls = result == null ? null : result.tls();
    if (result == null || tls == null) {
      return List.of();
    }
    Instant seen = result.startedAt().toInstant();
    return tls.chain().stream()
        .map(CertificateFacts::of)
        .filter(certificate -> certificate.daysLeft(seen) < SOON_DAYS)
        .map(certificate -> new Ending(entry.name(), certificate, seen))
        .toList();
  }

  /** Whatever a peer calls itself, it is text here and nothing else. */
  private static String escaped(String text) {
    return Escapes.oneLine(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
