package org.echolot.report.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Outcome;
import org.echolot.dicom.pdu.AeTitle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an acceptance sheet proves, and how it is written and read. */
class SheetTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-27T10:00:00+01:00");

  private static CheckResult result(String peer, String calling, @Nullable Cause cause) {
    return new CheckResult(
        CheckRequest.of(peer, new AeTitle("CT1"), new AeTitle(calling), "10.1.2.3", 104),
        "scripted",
        AT,
        cause == null ? Outcome.SUCCESS : Outcome.FAILURE,
        cause == null ? null : cause.stage(),
        cause,
        cause == null ? "It answered" : cause.label() + ": <script>\", x",
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
        null);
  }

  private static Entry entry(String peer, Expectation expectation, @Nullable Cause cause) {
    return Entry.of(
        result(peer, expectation == Expectation.ACCEPT ? "OURS" : "STRANGER", cause), expectation);
  }

  private static Sheet sheet(Entry... entries) {
    return new Sheet(AT, "pacs-admin-1", List.of(entries));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "ACCEPT, -, PASSED",
        "ACCEPT, REJECTED_CALLING_AE, FAILED",
        "ACCEPT, CONNECT_TIMEOUT, FAILED",
        "REFUSE, -, FAILED",
        "REFUSE, REJECTED_CALLING_AE, PASSED",
        "REFUSE, ABORTED, PASSED",
        "REFUSE, REJECTED_CALLED_AE, OPEN",
        "REFUSE, CONNECT_TIMEOUT, OPEN",
        "REFUSE, REJECTED_BUSY, OPEN",
      })
  void aPeerThatWasNotReachedHasNotRefusedAStranger(
      Expectation expectation, @Nullable Cause cause, Mark mark) {
    assertThat(entry("CT 1", expectation, cause).mark()).isEqualTo(mark);
  }

  @Test
  void isAcceptedOnlyIfAllPassed() {
    Entry good = entry("CT 1", Expectation.ACCEPT, null);
    Entry open = entry("CT 1", Expectation.REFUSE, Cause.CONNECT_TIMEOUT);

    assertThat(sheet(good).isAccepted()).isTrue();
    assertThat(sheet(good, open).isAccepted()).isFalse();
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Sheet sheet =
        sheet(
            entry("CT 1, \"left\"", Expectation.ACCEPT, null),
            entry("=cmd|' /C calc'!A0", Expectation.REFUSE, Cause.REJECTED_CALLING_AE),
            entry("'quoted", Expectation.ACCEPT, Cause.ABORTED));
    String csv = SheetCsv.write(sheet);

    assertThat(csv).as("no spreadsheet runs a name").contains("'=cmd|").doesNotContain("\n=cmd");
    assertThat(SheetCsv.read(csv)).isEqualTo(sheet.entries());
  }

  @Test
  void whatIsNoSheetIsRefused() {
    assertThatThrownBy(() -> SheetCsv.read("a,b\n1,2\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it is no acceptance sheet");
    assertThatThrownBy(() -> SheetCsv.read("peer,target\n\"open"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsWhatCameOutOtherwiseThanLastTime() {
    Sheet now =
        sheet(
            entry("CT 1", Expectation.ACCEPT, Cause.REJECTED_CALLING_AE),
            entry("CT 1", Expectation.REFUSE, Cause.REJECTED_CALLING_AE));
    List<Entry> before =
        List.of(
            entry("CT 1", Expectation.ACCEPT, null),
            entry("CT 1", Expectation.REFUSE, Cause.REJECTED_CALLING_AE));

    assertThat(now.differencesFrom(before))
        .containsExactly(
            "CT 1 (CT1@10.1.2.3:104) called as OURS: ✓ SUCCESS on 2026-11-27T10:00+01:00, now ✗"
                + " REJECTED_CALLING_AE");
    assertThat(now.differencesFrom(now.entries())).isEmpty();
    assertThat(now.differencesFrom(List.of()))
        .hasSize(2)
        .allMatch(line -> line.contains(": new, "));
    assertThat(sheet().differencesFrom(before)).allMatch(line -> line.contains("no longer asked"));
  }

  @Test
  void thePageHasAPlaceToSignAndRunsNothing() {
    Sheet sheet =
        sheet(
            entry("<b>CT 1", Expectation.ACCEPT, null),
            entry("<b>CT 1", Expectation.REFUSE, Cause.REJECTED_CALLING_AE));
    String page = SheetHtml.write(sheet, List.of());

    assertThat(page)
        .contains("2026-11-27 10:00 +01:00 · made on pacs-admin-1")
        .contains("All 2 checks passed.")
        .contains("<th>OURS<small>must be accepted</small></th>")
        .contains("<th>STRANGER<small>must be refused</small></th>")
        .contains("&lt;b&gt;CT 1")
        .contains("✓ passed")
        .contains("PACS administrator, date")
        .contains("&lt;script&gt;")
        .doesNotContain("<script")
        .contains("<p>None.</p>");
    assertThat(SheetHtml.write(sheet, null)).contains("There is no last run to compare with.");
  }
}
