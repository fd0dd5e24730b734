package org.echolot.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TellerTest {

  private static final long PATIENCE_SECONDS = 20;

  /** What is told. */
  private record Event(String text, int weight, boolean indispensable) {
    static Event of(String text) {
      return new Event(text, 1, false);
    }

    static Event ofWeight(String text, int weight) {
      return new Event(text, weight, false);
    }

    static Event indispensable(String text) {
      return new Event(text, Teller.MAX_WEIGHT, true);
    }
  }

  private enum TestScale implements Teller.Scale<Event> {
    INSTANCE;

    @Override
    public int weightOf(Event event) {
      return event.weight();
    }

    @Override
    public boolean isIndispensable(Event event) {
      return event.indispensable();
    }

    @Override
    public Event leftOut(int count) {
      return Event.of(count + " left out");
    }
  }

  private final Tellers threads = new Tellers("test teller");
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final CountDownLatch gate = new CountDownLatch(1);
  private final CountDownLatch reached = new CountDownLatch(1);

  @AfterEach
  void endThreads() {
    gate.countDown();
    threads.close();
  }

  private Teller<Event> teller(List<Consumer<? super Event>> listeners) {
    return new Teller<>(listeners, TestScale.INSTANCE, threads);
  }

  private Teller<Event> teller() {
    return teller(List.of(this::keep));
  }

  private void keep(Event event) {
    told.add(event.text());
  }

  /** A listener who waits at each event until the gate is opened. */
  private void keepAtTheGate(Event event) {
    reached.countDown();
    awaitOn(gate);
    keep(event);
  }

  private static void awaitOn(CountDownLatch latch) {
    try {
      assertThat(latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void eventsAreToldInTheirOrderAndAllBeforeCloseReturns() {
    try (Teller<Event> teller = teller()) {
      IntStream.range(0, 10_000).forEach(i -> teller.tell(Event.of("" + i)));
    }

    assertThat(told).isEqualTo(IntStream.range(0, 10_000).mapToObj(i -> "" + i).toList());
  }

  @Test
  void whoHasSomethingToTellTellsNothingItselfUntilItIsOver() {
    List<Thread> tellers = new CopyOnWriteArrayList<>();
    try (Teller<Event> teller =
        teller(List.of(_ -> tellers.add(Thread.currentThread()), this::keep))) {
      teller.tell(Event.of("a"));
      await().untilAsserted(() -> assertThat(told).containsExactly("a"));
      assertThat(tellers).doesNotContain(Thread.currentThread());
    }
  }

  @Test
  void whatHappensIsToldWithoutWaitingForTheEnd() {
    try (Teller<Event> teller = teller()) {
      teller.tell(Event.of("a"));
      await().untilAsserted(() -> assertThat(told).containsExactly("a"));
      teller.tell(Event.of("b"));
      await().untilAsserted(() -> assertThat(told).containsExactly("a", "b"));
    }
  }

  @Test
  void aListenerThatThrowsKeepsNeitherTheNextEventNorTheNextListenerFromBeingTold() {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> uncaught.add(e));
    Consumer<Event> broken =
        event -> {
          if (event.text().equals("a")) {
            throw new IllegalStateException("broken listener");
          }
          throw new AssertionError("broken listener");
        };
    try {
      try (Teller<Event> teller = teller(List.of(broken, this::keep))) {
        teller.tell(Event.of("a"));
        teller.tell(Event.of("b"));
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }

    assertThat(told).containsExactly("a", "b");
    assertThat(uncaught).hasSize(2).allMatch(e -> "broken listener".equals(e.getMessage()));
  }

  @Test
  void closeWaitsForAListenerThatIsBusy() {
    Teller<Event> teller = teller(List.of(this::keepAtTheGate));
    teller.tell(Event.of("a"));
    teller.tell(Event.of("b"));
    awaitOn(reached);

    assertThat(teller.finish(Duration.ofMillis(50))).as("all told").isFalse();
    assertThat(told).isEmpty();
    gate.countDown();
    teller.close();
    assertThat(told).containsExactly("a", "b");
  }

  @Test
  void finishSaysWhetherAllWasTold() {
    Teller<Event> teller = teller();
    teller.tell(Event.of("a"));

    assertThat(teller.finish(Duration.ofSeconds(PATIENCE_SECONDS))).isTrue();
    assertThat(told).containsExactly("a");
  }

  @Test
  void whatIsTooMuchIsLeftOutAndCountedInItsPlace() {
    Teller<Event> teller = teller(List.of(this::keepAtTheGate));
    teller.tell(Event.of("busy with this"));
    awaitOn(reached);
    teller.tell(Event.ofWeight("as much as may wait", Teller.MAX_WEIGHT));
    teller.tell(Event.of("too much"));
    teller.tell(Event.of("too much as well"));
    teller.tell(Event.indispensable("indispensable"));
    teller.tell(Event.of("again too much"));
    gate.countDown();
    teller.close();

    assertThat(told)
        .containsExactly(
            "busy with this", "as much as may wait", "2 left out", "indispensable", "1 left out");
  }

  @Test
  void whereThereIsRoomAgainNothingIsLeftOut() {
    try (Teller<Event> teller = teller()) {
      for (int i = 0; i < 3; i++) {
        String text = "round " + i;
        teller.tell(Event.ofWeight(text, Teller.MAX_WEIGHT));
        await().untilAsserted(() -> assertThat(told).endsWith(text));
      }
    }

    assertThat(told).containsExactly("round 0", "round 1", "round 2");
  }

  @Test
  void nothingIsToldAfterTheEnd() {
    Teller<Event> teller = teller();
    teller.tell(Event.of("a"));
    teller.close();
    teller.tell(Event.of("too late"));
    teller.close();

    assertThat(told).containsExactly("a");
  }

  @Test
  void anInterruptKeepsCloseFromNothingAndIsKept() {
    Teller<Event> teller = teller(List.of(this::keepAtTheGate));
    teller.tell(Event.of("a"));
    awaitOn(reached);
    Thread.currentThread().interrupt();
    Threads.startVirtual("gate", gate::countDown);
    teller.close();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(told).containsExactly("a");
  }

  @Test
  void whereOneListenerWaitsTheOthersAreTold() {
    Teller<Event> blocked = teller(List.of(this::keepAtTheGate));
    blocked.tell(Event.of("blocked"));
    awaitOn(reached);
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      expected.add("" + i);
      try (Teller<Event> other = teller()) {
        other.tell(Event.of("" + i));
      }
    }

    assertThat(told).isEqualTo(expected);
    gate.countDown();
    blocked.close();
    assertThat(told).endsWith("blocked");
  }
}
