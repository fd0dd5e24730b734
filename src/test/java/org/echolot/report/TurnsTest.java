package org.echolot.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EndedBy;
import org.echolot.check.Move;
import org.echolot.check.Observed;
import org.echolot.check.Outcome;
import org.echolot.dicom.pdu.AeTitle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is said of checks of one peer that contradict each other. */
class TurnsTest {

  private static final CheckRequest REQUEST =
      CheckRequest.of("PACS", new AeTitle("PACS"), new AeTitle("ECHOLOT"), "10.77.2.20", 104);

  private final Turns turns = new Turns();
  private OffsetDateTime now = OffsetDateTime.parse("2026-11-27T10:00:00Z");

  /** Each check takes 10 ms; the next begins 200 ms after it. */
  private void check(Outcome outcome, @Nullable Cause cause) {
    Duration took = Duration.ofMillis(10);
    turns.add(
        new CheckResult(
            REQUEST,
            "echolot",
            now,
            outcome,
            null,
            cause,
            "",
            Move.NOBODY,
            EndedBy.OUR_RELEASE,
            List.of(),
            List.of(),
            took,
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            Observed.NOTHING));
    now = now.plus(took).plusNanos(200_000_000);
  }

  private void answers() {
    check(Outcome.SUCCESS, null);
  }

  private void failsBy(Cause cause) {
    check(Outcome.FAILURE, cause);
  }

  @Test
  void resultsThatAgreeNeedNoWords() {
    assertThat(turns.words()).isEmpty();

    failsBy(Cause.CONNECTION_REFUSED);
    failsBy(Cause.CONNECTION_REFUSED);
    check(Outcome.CANCELLED, null);

    assertThat(turns.words()).isEmpty();
  }

  @Test
  void aPeerThatAnsweredAMomentBeforeMayBeLimited() {
    answers();
    failsBy(Cause.CONNECTION_REFUSED);
    failsBy(Cause.CONNECTION_REFUSED);

    assertThat(turns.words())
        .contains(
            "it answered, and 200 ms later it failed (Connection refused). Possible reasons: a"
                + " limit of connections in a time, two machines behind one address, or a peer that"
                + " stopped in between.");
  }

  @Test
  void aPeerThatCameBackNeedsNoReason() {
    failsBy(Cause.CONNECTION_REFUSED);
    answers();

    assertThat(turns.words())
        .contains("it failed (Connection refused), and 200 ms later it answered.");
  }

  @Test
  void resultsThatChangeBackAndForthAlternate() {
    answers();
    failsBy(Cause.CONNECTION_REFUSED);
    answers();
    failsBy(Cause.CONNECT_TIMEOUT);

    assertThat(turns.words().orElseThrow())
        .startsWith("the results changed 3 times in 4 checks; first it answered, and 200 ms later")
        .endsWith("or lost packets.");
  }
}
