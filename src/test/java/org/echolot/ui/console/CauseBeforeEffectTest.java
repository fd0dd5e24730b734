package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.OwnEngine;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.FleetRun;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.junit.jupiter.api.Test;

/** Checks of our own server: the console tells of both sides in the order of the wire. */
class CauseBeforeEffectTest {

  private static final int CHECKS = 20;
  private static final int FRAME_MILLIS = 5;
  private static final int MOST_FRAMES = 4_000;

  private final Frames frames = new Frames();
  private final ConsoleModel console = new ConsoleModel(frames);
  private final Journal journal = new Journal();

  @Test
  void aSendingStandsBeforeWhatItCauses() throws Exception {
    journal.addReader(console);
    try (VerificationScp listener =
        VerificationScp.start(ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0), journal)) {
      Fleet fleet = new Fleet(new OwnEngine(), journal, 1);
      for (int i = 0; i < CHECKS; i++) {
        check(fleet, listener.address().getPort());
      }
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .until(
              () -> {
                frames.next();
                return places("Release confirmed").size() == CHECKS
                    && places("Association released").size() == CHECKS;
              });
    }
    List<JournalLine> shown = console.rows();
    for (int i = 1; i < shown.size(); i++) {
      assertThat(shown.get(i).at()).isAfterOrEqualTo(shown.get(i - 1).at());
    }
    assertFirst("Requesting association", "Association requested");
    assertFirst("Association requested", "Association accepted by");
    assertFirst("Sent C-ECHO-RQ", "Received C-ECHO-RQ");
    assertFirst("Received C-ECHO-RQ", "Sent C-ECHO-RSP");
    assertFirst("Sent C-ECHO-RSP", "Received C-ECHO-RSP");
    assertFirst("Releasing association", "Release requested");
    assertFirst("Release confirmed", "Association released");
    assertNobodyHasTheNumberOfAnother(shown);
  }

  /** The n-th of the ones stands before the n-th of the others. */
  private void assertFirst(String cause, String effect) {
    List<Integer> causes = places(cause);
    List<Integer> effects = places(effect);
    assertThat(causes).as(cause).hasSize(CHECKS);
    assertThat(effects).as(effect).hasSize(CHECKS);
    for (int i = 0; i < CHECKS; i++) {
      assertThat(causes.get(i)).as(cause + " before " + effect).isLessThan(effects.get(i));
    }
  }

  private List<Integer> places(String text) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < console.rows().size(); i++) {
      if (console.rows().get(i).text().startsWith(text)) {
        places.add(i);
      }
    }
    return places;
  }

  /** A check and the caller that it is at our server are two conversations, with two numbers. */
  private static void assertNobodyHasTheNumberOfAnother(List<JournalLine> lines) {
    Map<Long, LineSource> sources = new TreeMap<>();
    for (JournalLine line : lines) {
      if (line.conversationId() != 0) {
        LineSource before = sources.putIfAbsent(line.conversationId(), line.source());
        assertThat(line.source()).isEqualTo(before == null ? line.source() : before);
      }
      assertThat(line.text()).as("no number in the text").doesNotContain("#");
    }
    assertThat(sources).hasSize(2 * CHECKS);
  }

  private void check(Fleet fleet, int port) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    CheckRequest request =
        CheckRequest.of(
            "Built-in", new AeTitle("ECHOLOT"), new AeTitle("ECHOLOT"), "127.0.0.1", port);
    FleetRun _ =
        fleet.start(
            List.of(request),
            new FleetListener() {
              @Override
              public void checkEnded(CheckEnded check) {
                ended.countDown();
              }
            });
    // Frames come while it goes on, as in the window.
    for (int frame = 0; !ended.await(FRAME_MILLIS, TimeUnit.MILLISECONDS); frame++) {
      assertThat(frame).as("frames until it ended").isLessThan(MOST_FRAMES);
      frames.next();
    }
    frames.next();
  }
}
