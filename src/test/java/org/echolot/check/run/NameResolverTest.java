package org.echolot.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.echolot.check.run.NameResolver.Lookup;
import org.echolot.check.run.NameResolver.Outcome;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lookups that hang are left behind, and are few. */
@Timeout(60)
class NameResolverTest {

  private static final InetAddress PACS = InetAddress.ofLiteral("10.77.2.20");

  private final CountDownLatch over = new CountDownLatch(1);
  private final Set<String> asked = ConcurrentHashMap.newKeySet();

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    asked.add(host);
    if (host.startsWith("hangs")) {
      try {
        over.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
    return new InetAddress[] {PACS};
  }

  private static Deadline after(int seconds) {
    return Deadline.after(Duration.ofSeconds(seconds));
  }

  @Test
  void howManyOthersWereUnderWayIsKnown() throws Exception {
    NameResolver resolver = new NameResolver(this::lookUp, 2);
    try (Lookup first = resolver.begin("hangs.1");
        Lookup second = resolver.begin("hangs.2");
        Lookup third = resolver.begin("pacs")) {
      over.countDown();

      assertThat(first.await(after(20), new StopSignal())).isPresent();
      assertThat(second.await(after(20), new StopSignal())).isPresent();
      assertThat(third.await(after(20), new StopSignal())).isPresent();
      assertThat(Math.max(first.others(), second.others())).isPositive();
    }
  }

  @Test
  void whoComesWhenTooManyHangWaitsAndIsServedWhenOneEnds() throws Exception {
    NameResolver resolver = new NameResolver(this::lookUp, 2);
    try (Lookup first = resolver.begin("hangs.1");
        Lookup second = resolver.begin("hangs.2");
        Lookup third = resolver.begin("pacs")) {
      Deadline soon = Deadline.after(Duration.ofMillis(100));
      assertThat(third.await(soon, new StopSignal())).isEmpty();
      assertThat(asked).doesNotContain("pacs");

      over.countDown();

      assertThat(third.await(after(20), new StopSignal()).orElseThrow())
          .isInstanceOfSatisfying(
              Outcome.Found.class, found -> assertThat(found.addresses()).containsExactly(PACS));
      assertThat(first.await(after(20), new StopSignal())).isPresent();
      assertThat(second.await(after(20), new StopSignal())).isPresent();
    }
  }

  @Test
  void whatIsGivenUpBeforeItsTurnIsNeverAskedFor() throws Exception {
    NameResolver resolver = new NameResolver(this::lookUp, 1);
    Lookup hanging = resolver.begin("hangs");
    resolver.begin("given.up").close();
    try (Lookup last = resolver.begin("pacs")) {
      over.countDown();

      assertThat(last.await(after(20), new StopSignal())).isPresent();
      assertThat(asked).containsExactlyInAnyOrder("hangs", "pacs");
    }
    hanging.close();
  }

  @Test
  void anAddressNeedsNobody() throws Exception {
    NameResolver resolver = new NameResolver(this::lookUp, 1);
    for (String address : List.of("10.77.2.20", "fd77:2::20", "0.0.0.0")) {
      try (Lookup lookup = resolver.begin(address)) {
        assertThat(lookup.await(after(20), new StopSignal())).isPresent();
      }
    }
    assertThat(asked).isEmpty();
  }
}
