package org.echolot.ui.console;

import atlantafx.base.theme.PrimerLight;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.stage.Stage;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.LineSource;
import org.echolot.journal.NamedPeer;
import org.echolot.ui.FxThread;

/**
 * Measures how soon a console that is full shows what it is asked for: from the key to the end of
 * the layout that shows it. Started by {@code bin/bench console [LINES]}. Needs {@code
 * -Dglass.platform=Headless -Dprism.order=sw}, or a display.
 */
public final class ConsoleBench {

  private static final int LINES_OF_CHECK = 200;
  private static final int RUNS = 9;
  private static final int BURST = 100_000;
  private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(16);
  private static final long TIMEOUT_SECONDS = 60;

  private final ConsoleModel model = new ConsoleModel(new FxThread().frames());
  private final int lines;
  private Scene scene = new Scene(new javafx.scene.layout.Pane());

  private ConsoleBench(int lines) {
    this.lines = lines;
  }

  /**
   * @param args nothing, or how many lines
   */
  public static void main(String[] args) throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    Platform.startup(started::countDown);
    started.await();
    new ConsoleBench(args.length > 0 ? Integer.parseInt(args[0]) : ConsoleModel.CAPACITY).run();
    System.exit(0);
  }

  private void run() throws Exception {
    onFx(
        () -> {
          Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
          Stage stage = new Stage();
          scene = new Scene(new ConsolePane(model, () -> {}), 1366, 600);
          stage.setScene(scene);
          stage.show();
          model.levelProperty().set(Level.TRACE);
          return true;
        });
    burst(0, 1_000); // cold, which no burst of a day is
    burst(1_000, BURST);
    for (int i = model.rows().size(); i < lines; i++) {
      model.accept(line(i));
    }
    until(() -> model.rows().size() >= lines);
    System.out.printf(
        Locale.ROOT,
        "%,d lines, all shown; milliseconds until it is shown, and of the processor%n",
        model.rows().size());
    System.out.printf("%-44s %8s %8s %8s%n", "", "median", "worst", "CPU");
    ListView<?> list = (ListView<?>) scene.lookup("#console-list");
    Random random = new Random(1);
    onFx(
        () -> {
          model.followProperty().set(false);
          return true;
        });
    // The first time, the texts of all lines are made.
    measure("find, the first time: first hit", 1, () -> find("echo-rsp 199,"), this::hasHit);
    measure("find, the first time: all are counted", 1, () -> {}, this::isCounted);
    measure(
        "find: first hit",
        RUNS,
        () -> find("line 77 of check " + random.nextInt(lines / LINES_OF_CHECK)),
        this::hasHit);
    measure("find: all are counted", RUNS, () -> find("pdu " + random.nextInt(9)), this::isCounted);
    measure(
        "find what is nowhere", RUNS, () -> find("nowhere " + random.nextInt(9)), this::isCounted);
    measure("next hit", RUNS, () -> model.finder().next(0), () -> true);
    measure("scroll to any line", RUNS * 3, () -> list.scrollTo(random.nextInt(lines)), () -> true);
    onFx(
        () -> {
          find("");
          return true;
        });
    measure(
        "level: trace to info",
        RUNS,
        () -> level(Level.INFO),
        () -> true,
        () -> level(Level.TRACE));
    measure(
        "level: info to trace",
        RUNS,
        () -> level(Level.TRACE),
        () -> true,
        () -> level(Level.INFO));
    LineSource peer = NamedPeer.of("Peer 7");
    measure(
        "one peer alone",
        RUNS,
        () -> source(new SourceChoice(peer)),
        () -> true,
        () -> source(SourceChoice.ALL));
    measure(
        "all peers again",
        RUNS,
        () -> source(SourceChoice.ALL),
        () -> true,
        () -> source(new SourceChoice(peer)));
    measure("fold all checks", RUNS, () -> fold(true), () -> true, () -> fold(false));
  }

  /**
   * Lines that come as quickly as a thread can tell them; how late a beat of 16 ms is meanwhile.
   */
  private void burst(int first, int count) throws Exception {
    Queue<Long> late = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    Thread teller =
        Thread.ofPlatform()
            .start(() -> IntStream.range(first, first + count).forEach(i -> model.accept(line(i))));
    AtomicBoolean over = new AtomicBoolean();
    Thread beats =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    long asked = System.nanoTime();
                    Platform.runLater(() -> late.add(System.nanoTime() - asked));
                    LockSupport.parkNanos(BEAT_NANOS);
                  }
                });
    until(() -> model.rows().size() >= first + count);
    double millis = (System.nanoTime() - start) / 1e6;
    over.set(true);
    beats.join();
    teller.join();
    List<Double> lateness = late.stream().map(nanos -> nanos / 1e6).toList();
    System.out.printf(
        Locale.ROOT,
        "a burst of %,d lines at trace: all shown after %.0f ms; a beat of 16 ms is late by %.1f ms"
            + " in the median, %.1f at worst%n",
        count,
        millis,
        at(lateness, 0.5),
        at(lateness, 1));
  }

  private void level(Level level) {
    model.levelProperty().set(level);
  }

  private void source(SourceChoice choice) {
    model.sourceProperty().set(choice);
  }

  private void fold(boolean folded) {
    model.checks().foldsAllProperty().set(folded);
  }

  private void find(String text) {
    model.finder().find(text, 0);
  }

  private boolean hasHit() {
    return model.finder().number() > 0 || isCounted();
  }

  private boolean isCounted() {
    return !model.finder().searchingProperty().get();
  }

  private JournalLine line(int number) {
    int check = number / LINES_OF_CHECK;
    int inCheck = number % LINES_OF_CHECK;
    Level level = inCheck < 10 ? Level.INFO : inCheck < 60 ? Level.DEBUG : Level.TRACE;
    Supplier<String> text =
        () ->
            String.format(
                Locale.ROOT,
                "line %d of check %d, pdu %d: 0000  07 00 00 00 00 04 00 00 C-ECHO-RSP %d, status",
                inCheck,
                check,
                number % 9,
                number % 251);
    return JournalLine.of(
        Instant.EPOCH.plusMillis(number),
        NamedPeer.of("Peer " + check % 50),
        check + 1L,
        null,
        level,
        inCheck == 9 ? Tone.GOOD : Tone.PLAIN,
        text);
  }

  // Measuring

  private void measure(
      String what, int runs, Runnable action, BooleanSupplier done, Runnable... before)
      throws Exception {
    List<Double> millis = new ArrayList<>();
    List<Double> busy = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      for (Runnable each : before) {
        millisUntilShown(each, () -> true);
      }
      long cpu = onFx(ConsoleBench::cpuNanos);
      millis.add(millisUntilShown(action, done));
      busy.add((onFx(ConsoleBench::cpuNanos) - cpu) / 1e6);
    }
    System.out.printf(
        Locale.ROOT,
        "%-44s %8.1f %8.1f %8.1f%n",
        what,
        at(millis, 0.5),
        at(millis, 1),
        at(busy, 0.5));
  }

  private static double at(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round((sorted.size() - 1) * part));
  }

  /** What the calling thread has used of the processor. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** From the action to the end of the first layout after which it is done. */
  private double millisUntilShown(Runnable action, BooleanSupplier done) throws Exception {
    CompletableFuture<Long> shown = new CompletableFuture<>();
    CompletableFuture<Long> began = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          began.complete(System.nanoTime());
          action.run();
          Runnable[] listener = new Runnable[1];
          listener[0] =
              () -> {
                if (done.getAsBoolean()) {
                  scene.removePostLayoutPulseListener(listener[0]);
                  shown.complete(System.nanoTime());
                } else {
                  Platform.requestNextPulse();
                }
              };
          scene.addPostLayoutPulseListener(listener[0]);
          Platform.requestNextPulse();
        });
    return (shown.get(TIMEOUT_SECONDS, TimeUnit.SECONDS) - began.get()) / 1e6;
  }

  private static <T> T onFx(Supplier<T> action) throws Exception {
    CompletableFuture<T> result = new CompletableFuture<>();
    Platform.runLater(() -> result.complete(action.get()));
    return result.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }

  private static void until(BooleanSupplier condition) throws Exception {
    while (!onFx(condition::getAsBoolean)) {
      LockSupport.parkNanos(BEAT_NANOS);
    }
  }
}
