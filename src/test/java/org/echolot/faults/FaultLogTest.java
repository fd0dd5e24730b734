package org.echolot.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.echolot.concurrent.Threads;
import org.echolot.secrets.SecretBook;
import org.echolot.secrets.SecretKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class FaultLogTest {

  private static final InstantSource CLOCK = () -> Instant.parse("2026-11-27T10:15:30.123456Z");

  @TempDir Path folder;
  private Path file;
  private FaultLog log;
  private final List<Fault> told = new ArrayList<>();

  @BeforeEach
  void open() {
    file = folder.resolve("state").resolve("faults.log");
    log = new FaultLog(file, UnaryOperator.identity(), CLOCK);
    log.addReader(told::add);
  }

  private void have(Throwable fault) {
    log.uncaughtException(Thread.currentThread(), fault);
  }

  @Test
  void aFaultIsKeptWithItsStackAndTold() {
    have(new IllegalStateException("no row\u001B[2J"));

    assertThat(told).singleElement().extracting(Fault::isKept).isEqualTo(true);
    assertThat(told.getFirst().words())
        .isEqualTo("java.lang.IllegalStateException: no row\\x1B[2J");
    assertThat(file)
        .content()
        .isEqualTo(told.getFirst().details())
        .startsWith("2026-11-27T10:15:30.123Z in the thread")
        .contains("Echolot ", "FaultLogTest.aFaultIsKeptWithItsStackAndTold")
        .doesNotContain("\u001B");
  }

  @Test
  void aFaultInTellingOfOneIsKeptToo() {
    log.addReader(
        _ -> {
          throw new IllegalStateException("in telling");
        });
    have(new IllegalStateException("the first"));

    assertThat(told).hasSize(1);
    assertThat(file).content().contains("the first", "in telling");
  }

  @Test
  void theSameOverAndOverIsKeptAFewTimes() throws IOException {
    for (int i = 0; i < 100_000; i++) {
      have(again());
    }

    assertThat(told).hasSizeBetween(10, 25);
    assertThat(told.getLast().details()).contains("65536 times by now");
    assertThat(Files.size(file)).isLessThan(FaultLog.MAX_BYTES);
  }

  private static RuntimeException again() {
    return new IllegalStateException("again");
  }

  @Test
  void theFileIsBoundedAndTheOneBeforeIsKept() throws IOException {
    for (int i = 0; i < 100; i++) {
      RuntimeException fault = new IllegalStateException("x".repeat(900));
      fault.setStackTrace(stack("method" + i, 200));
      have(fault);
    }

    assertThat(told).hasSize(100).allMatch(Fault::isKept);
    assertThat(Files.size(file)).isLessThanOrEqualTo(FaultLog.MAX_BYTES);
    assertThat(file).content().contains("method99");
    assertThat(file.getParent()).isDirectoryContaining("glob:**faults.log.1");
    assertThat(Files.size(file.resolveSibling("faults.log.1")))
        .isLessThanOrEqualTo(FaultLog.MAX_BYTES);
  }

  private static StackTraceElement[] stack(String method, int depth) {
    StackTraceElement[] stack = new StackTraceElement[depth];
    for (int i = 0; i < depth; i++) {
      stack[i] = new StackTraceElement("org.echolot.SomeClass", method, "SomeClass.java", i);
    }
    return stack;
  }

  @Test
  void noSecretIsInIt() {
    SecretBook secrets = new SecretBook();
    secrets.remember(new SecretKey.OfFile(folder), "open sesame".toCharArray());
    log = new FaultLog(file, secrets::cutFrom, CLOCK);

    have(new IllegalArgumentException("can't parse open sesame"));

    assertThat(file).content().contains("can't parse *").doesNotContain("sesame");
  }

  @Test
  void whereItCantBeWrittenTheProgramGoesOnAndItIsToldAllTheSame() throws IOException {
    Files.writeString(folder.resolve("state"), "a file where the folder would be");

    have(new IllegalStateException("x"));

    assertThat(told).singleElement().extracting(Fault::isKept).isEqualTo(false);
  }

  @Test
  void aFaultWithoutEndOrMemoryHarmsNothing() {
    have(new StackOverflowError());
    have(new OutOfMemoryError("Java heap space"));
    log.addReader(
        _ -> {
          throw new IllegalStateException("the reader");
        });
    have(new IllegalStateException("after"));

    assertThat(told).hasSize(3);
  }

  // Threads of ours

  private final Thread.UncaughtExceptionHandler before =
      Thread.getDefaultUncaughtExceptionHandler();

  @AfterEach
  void restore() {
    Thread.setDefaultUncaughtExceptionHandler(before);
  }

  private String wordsOfNext(Runnable start) throws InterruptedException {
    SynchronousQueue<Fault> next = new SynchronousQueue<>();
    log.addReader(
        fault -> {
          boolean _ = next.offer(fault) || put(next, fault);
        });
    Thread.setDefaultUncaughtExceptionHandler(log);
    start.run();
    Fault fault = next.poll(20, TimeUnit.SECONDS);
    return fault == null ? "nothing" : fault.words();
  }

  private static boolean put(SynchronousQueue<Fault> queue, Fault fault) {
    try {
      return queue.offer(fault, 20, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      return false;
    }
  }

  private static void fail() {
    throw new IllegalStateException("injected");
  }

  @Test
  void whatAVirtualThreadThrowsIsKept() throws InterruptedException {
    assertThat(wordsOfNext(() -> Threads.startVirtual("v", FaultLogTest::fail)))
        .contains("injected");
  }

  @Test
  void whatAPlatformThreadThrowsIsKept() throws InterruptedException {
    assertThat(wordsOfNext(() -> Threads.startPlatform("p", FaultLogTest::fail)))
        .contains("injected");
  }

  @Test
  void whatASerialTaskThrowsIsKept() throws InterruptedException {
    try (var serial = Threads.newSerial("s")) {
      assertThat(wordsOfNext(() -> serial.execute(FaultLogTest::fail))).contains("injected");
    }
  }

  @Test
  void whatAScheduledTaskThrowsIsKept() throws InterruptedException {
    try (ScheduledExecutorService scheduler = Threads.newScheduler("c")) {
      assertThat(
              wordsOfNext(
                  () -> {
                    var _ = scheduler.schedule(FaultLogTest::fail, 0, TimeUnit.SECONDS);
                  }))
          .contains("injected");
    }
  }
}
