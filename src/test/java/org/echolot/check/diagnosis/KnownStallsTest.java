package org.echolot.check.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class KnownStallsTest {

  private static final InetSocketAddress PEER =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 4242);
  private static final InetSocketAddress OTHER =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 4243);

  private final AtomicLong clock = new AtomicLong(-5);
  private final KnownStalls stalls = new KnownStalls(clock::get);

  @Test
  void peerThatWasSeenToStallIsKnownAndNoOther() {
    stalls.remember(PEER);

    assertThat(stalls.isKnown(PEER)).isTrue();
    assertThat(stalls.isKnown(OTHER)).isFalse();
  }

  @Test
  void peerIsLookedAtAgainAfterAMinute() {
    stalls.remember(PEER);
    clock.addAndGet(KnownStalls.MEMORY.toNanos());
    assertThat(stalls.isKnown(PEER)).isTrue();

    clock.incrementAndGet();
    assertThat(stalls.isKnown(PEER)).isFalse();

    stalls.remember(PEER);
    assertThat(stalls.isKnown(PEER)).isTrue();
  }

  @Test
  void memoryIsBounded() {
    stalls.remember(OTHER);
    for (int i = 0; i < 10_000; i++) {
      stalls.remember(InetSocketAddress.createUnresolved("peer" + i, 104));
    }

    assertThat(stalls.isKnown(OTHER)).isFalse();
    assertThat(stalls.isKnown(InetSocketAddress.createUnresolved("peer9999", 104))).isTrue();
  }
}
