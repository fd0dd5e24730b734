package org.echolot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.echolot.report.SiteReport.Entry;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;

class SiteReportTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-27T08:02:00+01:00");

  private static SiteReport report(Entry... entries) {
    return new SiteReport(AT, "pat", List.of(entries));
  }

  private static Entry ok(String name, String group) {
    return new Entry(
        name,
        group,
        "CT1@10.1.2.3:104",
        Results.success(Results.request(name), Duration.ofMillis(3)));
  }

  private static Entry rejected(String name, String group) {
    return new Entry(name, group, "CT1@10.1.2.3:104", Results.rejected(Results.request(name)));
  }

  @Test
  void whatFailsComesFirstInItsGroupWithWhoseMoveItIsAndWhatToDo() {
    String html = SiteHtml.of(report(ok("A", "CT"), rejected("B", "CT"), ok("C", "MR")));
    assertThat(html).containsSubsequence("<h2>CT", ">B<", ">A<", "<h2>MR", ">C<");
    assertThat(html)
        .contains(
            "1 of 2 failing",
            "Whose move: the administrator of ECHOLOT.",
            "Check the spelling.",
            "Accepted by")
        .contains("3 peers: 1 failing, 2 ok, 0 not checked.", "2026-11-27 08:02 +01:00");
  }

  @Test
  void aPageIsNoWiderThanItsPaperWhateverIsInIt() {
    String html = SiteHtml.of(report(ok("A".repeat(60), "CT"), ok("B", "")));
    assertThat(html)
        .contains("table-layout: fixed", "overflow-wrap: anywhere", "@page { size: A4;")
        .containsSubsequence("<h2>CT", "<thead>", "<h2>Others", "<thead>");
    assertThat(SiteHtml.of(report(ok("B", "")))).contains("<h2>Peers");
  }

  @Test
  void whatAPeerIsCalledIsTextAndNothingElse() {
    String evil = "<script>alert(1)</script>\"&";
    String html = SiteHtml.of(report(ok(evil, evil)));
    assertThat(html).doesNotContain("<script>").contains("&lt;script&gt;alert(1)");
    String csv = SiteCsv.of(report(ok("=cmd|' /C calc'!A0", ""), ok("say \"hi\", x", "")));
    assertThat(csv).contains("\"'=cmd|").contains("\"say \"\"hi\"\", x\"");
  }

  @Test
  void theTableHasALineForEachPeerWithItsCause() {
    String csv =
        SiteCsv.of(report(ok("A", "CT"), rejected("B", "CT"), new Entry("C", "", "X@h:1", null)));
    assertThat(csv.lines()).hasSize(4);
    assertThat(csv).startsWith("\uFEFF\"group\",\"peer\"");
    assertThat(csv).contains("\"REJECTED_CALLED_AE\",\"Ours\"").contains("\"not checked\"");
    assertThat(csv).contains("\"3.0\"");
  }
}
