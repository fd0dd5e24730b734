package org.echolot.dcm4che;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.echolot.dicom.association.AssociationEvent;
import org.echolot.dicom.association.AssociationEvent.StackLogged;
import org.junit.jupiter.api.Test;

class EventsTest {

  private final List<String> told = new ArrayList<>();
  private final Events events = new Events(event -> told.add(((StackLogged) event).text()));

  @Test
  void whatHappensIsToldAtOnce() {
    events.tell(event("one"));

    assertThat(told).containsExactly("one");
  }

  @Test
  void whatIsReadWhileARequestIsBeingSentIsToldBehindIt() {
    events.sending();
    events.tell(event("answer"));
    assertThat(told).isEmpty();

    events.sent(List.of(event("request")));
    assertThat(told).containsExactly("request", "answer");
  }

  @Test
  void whatCouldNotBeSentHoldsNothingBack() {
    events.sending();
    events.tell(event("broken"));
    events.sent(List.of());
    events.tell(event("next"));

    assertThat(told).containsExactly("broken", "next");
  }

  @Test
  void whatIsHeldUpInSendingHoldsNothingBackInTheEnd() {
    events.sending();
    events.tell(event("last words"));
    events.tellRest();

    assertThat(told).containsExactly("last words");
  }

  @Test
  void aFloodIsCutOffAndTheNextStepIsHeard() {
    for (int i = 0; i < 5000; i++) {
      events.tell(event("flood"));
    }
    assertThat(told).hasSize(1024);

    events.beginStep();
    events.tell(event("next step"));
    assertThat(told).hasSize(1025).endsWith("next step");
  }

  private static AssociationEvent event(String text) {
    return new StackLogged(System.Logger.Level.INFO, text, Instant.EPOCH);
  }
}
