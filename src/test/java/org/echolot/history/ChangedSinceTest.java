package org.echolot.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.history.KeptResults.NOON;
import static org.echolot.history.KeptResults.id;
import static org.echolot.history.KeptResults.onWay;
import static org.echolot.history.KeptResults.refused;
import static org.echolot.history.KeptResults.rejected;
import static org.echolot.history.KeptResults.request;
import static org.echolot.history.KeptResults.result;
import static org.echolot.history.KeptResults.success;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.junit.jupiter.api.Test;

class ChangedSinceTest {

  private static final Instant LATER = NOON.plusSeconds(3_600);

  private static List<String> changes(CheckResult then, CheckResult now) {
    return ChangedSince.of(LastSuccess.of(then), now).orElseThrow().sentences();
  }

  @Test
  void nothingIsSaidOfAPeerThatNeverAnsweredAndOfACheckThatWasStopped() {
    assertThat(ChangedSince.of(null, refused(1, NOON))).isEmpty();
    assertThat(
            ChangedSince.of(
                LastSuccess.of(success(1, NOON, 100)),
                CheckResult.cancelledBeforeItBegan(request(1), "echolot")))
        .isEmpty();
  }

  @Test
  void tellsWhenWhereAndAsWhatItLastWorked() {
    CheckResult good = result(request(1), NOON, 100, "10.0.0.5", "OFFIS_DCMTK_366", null);
    CheckResult bad = result(request(1), LATER, 0, "10.0.0.9", null, Cause.CONNECTION_REFUSED);

    ChangedSince changed = ChangedSince.of(LastSuccess.of(good), bad).orElseThrow();

    assertThat(changed.workedUntil(LATER, ZoneOffset.UTC))
        .isEqualTo("Worked until 12:00 today at 10.0.0.5:104 as OFFIS_DCMTK_366");
    assertThat(changed.sentences())
        .containsExactly("The called address was 10.0.0.5, but is now 10.0.0.9");
  }

  @Test
  void aSuccessThatIsLikeTheLastHasNoChanges() {
    assertThat(changes(success(1, NOON, 100), success(1, LATER, 110))).isEmpty();
  }

  @Test
  void aPeerThatAnswersAsAnotherImplementationHasChanged() {
    assertThat(
            changes(
                success(1, NOON, 100), result(request(1), LATER, 100, "10.1.2.3", "PACS_2", null)))
        .containsExactly("The peer's implementation was PACS_1, but is now PACS_2");
  }

  @Test
  void thePeersOwnSettingsAndTheRejectionAreTold() {
    CheckRequest other =
        CheckRequest.of(
            id(1), "CT 1", new AeTitle("ORTHANK"), new AeTitle("ECHOLOT"), "10.1.2.3", 105);
    CheckResult bad = result(other, LATER, 100, "10.1.2.3", null, Cause.REJECTED_CALLED_AE);

    assertThat(changes(success(1, NOON, 100), bad))
        .containsExactly(
            "The called AE title was \"CT1\", but is now \"ORTHANK\"",
            "The port was 104, but is now 105",
            "The answer to the association request was an acceptance, but is now a rejection"
                + " (1/1/7)");
  }

  @Test
  void aTimeBeyondItsSpreadIsToldOnceEnoughIsKnown() {
    LastSuccess known = LastSuccess.of(success(1, NOON, 2_000));
    CheckResult slow = success(1, LATER, 350_000);
    assertThat(ChangedSince.of(known, slow).orElseThrow().changes()).isEmpty();

    for (int i = 1; i < RecentTimes.LEAST; i++) {
      known = LastSuccess.next(known, success(1, NOON.plusSeconds(i), 2_000 + 100 * i));
    }

    assertThat(ChangedSince.of(known, slow).orElseThrow().sentences())
        .contains("Echo took 350 ms, but usually 2.40 ms (up to 2.60 ms)");
    assertThat(ChangedSince.of(known, success(1, LATER, 20_000)).orElseThrow().changes()).isEmpty();
  }

  @Test
  void aLongerWayAndLostSegmentsAreToldOnceEnoughIsKnown() {
    LastSuccess known =
        LastSuccess.of(onWay(success(1, NOON, 2_000), Duration.ofNanos(400_000), 0));
    for (int i = 1; i < RecentTimes.LEAST; i++) {
      known =
          LastSuccess.next(
              known,
              onWay(
                  success(1, NOON.plusSeconds(i), 2_000),
                  Duration.ofNanos(400_000 + i * 10_000),
                  0));
    }
    LastSuccess read = LastSuccess.read(known.text());
    assertThat(read).isNotNull();

    assertThat(
            ChangedSince.of(read, onWay(success(1, LATER, 2_000), Duration.ofMillis(38), 3))
                .orElseThrow()
                .sentences())
        .containsExactly(
            "The round trip of the network took 38 ms, but usually 0.44 ms (up to 0.46 ms)",
            "3 TCP segments were sent again, but usually at most 0");
    assertThat(
            ChangedSince.of(read, onWay(success(1, LATER, 2_000), Duration.ofMillis(4), 1))
                .orElseThrow()
                .changes())
        .as("one lost segment, and some milliseconds more, are nothing")
        .isEmpty();
    assertThat(ChangedSince.of(read, success(1, LATER, 2_000)).orElseThrow().changes())
        .as("another system says nothing")
        .isEmpty();
  }

  @Test
  void timesOfTheVersionBeforeAreReadToo() {
    LastSuccess known = LastSuccess.of(success(1, NOON, 2_000));
    String before = known.text().replaceFirst("(?m)^((\\d+ ){5}\\d+) -1 -1$", "$1");
    assertThat(before).isNotEqualTo(known.text());

    LastSuccess read = LastSuccess.read(before);
    assertThat(read).isNotNull();
    assertThat(read.times()).isEqualTo(known.times());
  }

  @Test
  void theLastSuccessComesBackFromItsFile() {
    LastSuccess known = LastSuccess.of(success(1, NOON, 2_000));
    for (int i = 1; i < 40; i++) {
      known = LastSuccess.next(known, success(1, NOON.plusSeconds(i), 2_000 + i));
    }

    LastSuccess read = LastSuccess.read(known.text());

    assertThat(read).isNotNull();
    assertThat(read.at()).isEqualTo(NOON.plusSeconds(39));
    assertThat(read.result()).isEqualTo(known.result());
    assertThat(read.times()).isEqualTo(known.times());
    assertThat(read.times().size()).isEqualTo(RecentTimes.MOST);
    assertThat(LastSuccess.read("")).isNull();
    assertThat(LastSuccess.read(known.text().replace("success 1", "success 2"))).isNull();
    assertThat(LastSuccess.read(known.text().replace(" SUCCESS ", " TRIUMPH "))).isNull();
  }

  @Test
  void everyPrefixOfAFileIsReadOrNot() {
    String text = LastSuccess.of(rejected(1, NOON)).text();
    for (int length = 0; length < text.length() - 1; length++) {
      LastSuccess read = LastSuccess.read(text.substring(0, length));
      if (read != null) {
        assertThat(read.result()).isEmpty();
      }
    }
  }
}
