package org.echolot.report;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.echolot.check.CheckResult;
import org.echolot.check.UserIdentity;
import org.echolot.network.Origin;
import org.echolot.report.Comparison.Row;
import org.echolot.text.AddressText;
import org.echolot.text.Escapes;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/**
 * Two results held side by side, of one peer or of two: what was asked, and what came of it. Pure.
 *
 * @param left one of them
 * @param right the other one
 */
public record SideBySide(CheckResult left, CheckResult right) {

  private static final int MOST_WIDE = 60;

  /** All that at least one of the two tells, what was asked first. */
  public List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    rows.add(row("Peer", result -> Escapes.oneLine(result.request().name())));
    rows.add(row("Called AE title", result -> result.request().calledAe().value()));
    rows.add(row("Calling AE title", result -> result.request().callingAe().value()));
    rows.add(row("Host and port", result -> result.request().address()));
    rows.add(row("TLS", result -> result.request().isTls() ? "on" : "off"));
    rows.add(row("User identity", result -> user(result.request().userIdentity())));
    rows.add(row("Called address", result -> ip(result.remoteAddress())));
    rows.add(row("Calling address", SideBySide::ours));
    rows.addAll(new Comparison(List.of(left, right)).rows());
    rows.add(row("TLS version", result -> tls(result.tls(), TlsReport::protocol)));
    rows.add(row("Cipher suite", result -> tls(result.tls(), TlsReport::cipherSuite)));
    rows.add(row("Certificate", result -> tls(result.tls(), SideBySide::certificate)));
    rows.removeIf(row -> row.values().stream().allMatch(String::isEmpty));
    return rows;
  }

  /**
   * The rows as lines: the name, both values, and ≠ before those that differ.
   *
   * @param leftTitle what stands above the left values
   */
  public List<String> lines(String leftTitle, String rightTitle) {
    List<Row> all = new ArrayList<>(List.of(new Row("", List.of(leftTitle, rightTitle), false)));
    all.addAll(rows());
    int name = width(all.stream().map(Row::what).toList());
    int first = width(all.stream().map(row -> row.values().getFirst()).toList());
    return all.stream()
        .map(
            row ->
                ((row.differs() ? "≠ " : "  ")
                        + padded(row.what(), name)
                        + padded(shown(row.values().getFirst()), first)
                        + shown(row.values().getLast()))
                    .stripTrailing())
        .toList();
  }

  private static int width(List<String> texts) {
    return 2 + Math.min(MOST_WIDE, texts.stream().mapToInt(String::length).max().orElse(0));
  }

  private static String shown(String text) {
    return text.isEmpty() ? "–" : Escapes.oneLine(text);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(2, width - text.length()));
  }

  private Row row(String what, Function<CheckResult, String> value) {
    String one = value.apply(left);
    String other = value.apply(right);
    return new Row(what, List.of(one, other), !one.equals(other));
  }

  private static String user(@Nullable UserIdentity identity) {
    return identity == null ? "" : Escapes.oneLine(identity.label());
  }

  private static String ip(@Nullable InetSocketAddress address) {
    return address == null || address.getAddress() == null
        ? ""
        : AddressText.of(address.getAddress());
  }

  private static String ours(CheckResult result) {
    Origin origin = result.observed().origin();
    return result.localAddress() == null && origin != null
        ? AddressText.of(origin.address())
        : ip(result.localAddress());
  }

  private static String tls(
      @Nullable TlsReport report, Function<TlsReport, @Nullable String> value) {
    String text = report == null ? null : value.apply(report);
    return text == null ? "" : Escapes.oneLine(text);
  }

  private static @Nullable String certificate(TlsReport report) {
    if (report.chain().isEmpty()) {
      return null;
    }
    CertificateFacts facts = CertificateFacts.of(report.chain().getFirst());
    return facts.subject() + " until " + facts.notAfter() + ", SHA-256 " + facts.fingerprint();
  }
}
