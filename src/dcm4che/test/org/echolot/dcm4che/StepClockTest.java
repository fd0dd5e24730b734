package org.echolot.dcm4che;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.echolot.concurrent.Stamp;
import org.echolot.dicom.association.AssociationState;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.dicom.pdu.ReleaseRp;
import org.echolot.dicom.pdu.ReleaseRq;
import org.junit.jupiter.api.Test;

class StepClockTest {

  private static final PDataTf DATA = new PDataTf(List.of(Pdv.command(1, true, Octets.EMPTY)));

  private final StepClock clock = new StepClock();
  private Stamp start = Stamp.now();

  @Test
  void itCountsFromWhenTheLastByteWasHandedOverUntilTheAnswer() {
    begin(AssociationState.STA5);
    clock.asking(at(10));
    clock.asked(at(12));
    clock.came(new Abort(0, 0), at(20));
    clock.noneComes(at(50));

    assertThat(clock.end()).isEqualTo(at(20));
    assertThat(clock.took()).isEqualTo(Duration.ofMillis(8));
  }

  @Test
  void aMessageIsThereWithItsLastFragment() {
    begin(AssociationState.STA6);
    clock.asked(at(10));
    clock.came(DATA, at(15));
    clock.came(DATA, at(25));
    clock.commandCame(at(25));
    clock.came(DATA, at(90));

    assertThat(clock.end()).isEqualTo(at(25));
    assertThat(clock.took()).isEqualTo(Duration.ofMillis(15));
  }

  @Test
  void neitherLateDataNorACrossingRequestAnswersARelease() {
    begin(AssociationState.STA7);
    clock.asked(at(10));
    clock.came(DATA, at(11));
    clock.commandCame(at(11));
    clock.came(new ReleaseRq(), at(12));
    clock.came(new ReleaseRp(), at(14));

    assertThat(clock.end()).isEqualTo(at(14));
    assertThat(clock.took()).isEqualTo(Duration.ofMillis(4));
  }

  @Test
  void aRequestForReleaseInPlaceOfAResponseIsWhatCame() {
    begin(AssociationState.STA6);
    clock.asked(at(10));
    clock.came(new ReleaseRq(), at(13));
    clock.noneComes(at(700));

    assertThat(clock.end()).isEqualTo(at(13));
  }

  @Test
  void anAnswerReadBeforeTheStampOfTheRequestWasTakenIsCountedFromBeforeIt() {
    begin(AssociationState.STA5);
    clock.asking(at(10));
    clock.came(new Abort(0, 0), at(11));
    clock.asked(at(14));
    Stamp _ = clock.end();

    assertThat(clock.took()).isEqualTo(Duration.ofMillis(1));
  }

  @Test
  void whatCameBeforeItWasAskedForTookNoTime() {
    begin(AssociationState.STA6);
    clock.came(new Abort(0, 0), at(5));
    clock.asking(at(10));
    clock.asked(at(11));
    Stamp _ = clock.end();

    assertThat(clock.took()).isZero();
  }

  @Test
  void whoDoesNotWaitAnyLongerCountsUntilThen() {
    begin(AssociationState.STA6);
    clock.asked(at(-1000));
    clock.came(DATA, at(-900));

    assertThat(clock.endNow().since(at(0))).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(clock.took()).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whatHappensAfterTheEndChangesNothing() {
    begin(AssociationState.STA6);
    clock.asked(at(10));
    clock.came(DATA, at(20));
    Stamp _ = clock.end();
    clock.asking(at(30));
    clock.asked(at(31));
    clock.came(new Abort(0, 0), at(40));

    assertThat(clock.took()).isEqualTo(Duration.ofMillis(10));
  }

  private void begin(AssociationState state) {
    clock.begin(state);
    start = Stamp.now();
  }

  private Stamp at(int millis) {
    Duration later = Duration.ofMillis(millis);
    return new Stamp(start.at().plus(later), start.nanos() + later.toNanos());
  }
}
