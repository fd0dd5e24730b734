package org.echolot.ui.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.fleet.watch.WatchEvent.Kind;
import org.junit.jupiter.api.Test;

/** What rings, and in how few words. */
class BellTest {

  private final Bell bell = new Bell();
  private long count;

  private void happens(Kind kind, int peer) {
    count++;
    String name = "CT " + peer;
    bell.add(
        new WatchEvent(
            count,
            Instant.EPOCH.plusSeconds(count),
            kind,
            new UUID(1, peer),
            name,
            null,
            name + " " + kind.label()));
  }

  @Test
  void oneChangeIsToldInItsOwnWordsOnce() {
    happens(Kind.FAILS, 1);

    assertThat(bell.look(false)).as("others may come with it").isEmpty();
    assertThat(bell.look(false)).contains("CT 1 fails");
    assertThat(bell.look(false)).isEmpty();
  }

  @Test
  void whatIsNoChangeRingsNobody() {
    happens(Kind.FAILED_ONCE, 1);
    happens(Kind.ANSWERS, 2);

    assertThat(bell.look(false)).isEmpty();
    assertThat(bell.look(false)).isEmpty();
  }

  @Test
  void aSwitchThatTakesFiftyPeersWithItRingsOnce() {
    for (int peer = 1; peer <= 50; peer++) {
      happens(Kind.FAILS, peer);
    }
    happens(Kind.RECOVERED, 60);
    assertThat(bell.look(false)).isEmpty();

    assertThat(bell.look(false))
        .contains("50 peers fail (CT 1, CT 2, CT 3 and 47 more). CT 60 answers again");
  }

  @Test
  void quietHoursAreToldOfWhenTheyAreOverByHowEachPeerIsLeft() {
    happens(Kind.FAILS, 1);
    assertThat(bell.look(true)).isEmpty();
    happens(Kind.RECOVERED, 1);
    happens(Kind.FAILS, 2);
    assertThat(bell.look(true)).isEmpty();
    assertThat(bell.look(true)).isEmpty();

    assertThat(bell.look(false)).contains("In the quiet hours: CT 2 fails. CT 1 answers again");
    assertThat(bell.look(false)).isEmpty();
  }
}
