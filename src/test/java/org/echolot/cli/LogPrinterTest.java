package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.journal.LineSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reader of the log that pauses stops nothing, and one that is slow misses nothing. */
@Timeout(60)
class LogPrinterTest {

  private static final int MANY = LogPrinter.MAX_WAITING_CHARACTERS / 100;

  private final AtomicBoolean stopped = new AtomicBoolean();
  private final PausingReader reader = new PausingReader();

  private static JournalLine line(int number) {
    return JournalLine.info(LineSource.PROGRAM, Tone.PLAIN, number + "-" + "x".repeat(150));
  }

  private LogPrinter printer() {
    return new LogPrinter(reader.stream(), stopped::get);
  }

  @Test
  void allIsPrintedInOrder() {
    reader.goOn();
    try (LogPrinter printer = printer()) {
      for (int i = 0; i < 5_000; i++) {
        printer.accept(line(i));
      }
    }
    assertThat(reader.text().lines()).hasSize(5_000);
    assertThat(reader.text().lines().skip(4_999)).first().asString().contains(" 4999-");
  }

  @Test
  void whatComesWhileTheReaderPausesIsBoundedAndTheRestIsCounted() {
    LogPrinter printer = printer();
    for (int i = 0; i < MANY; i++) {
      printer.accept(line(i));
    }
    reader.goOn();
    await().until(() -> reader.text().length() > LogPrinter.MAX_WAITING_CHARACTERS / 2);
    await()
        .until(
            () -> {
              printer.accept(line(1));
              return reader.text().contains("left out");
            });
    printer.close();

    long shown = reader.text().lines().filter(line -> line.contains("-xxx")).count();
    assertThat(reader.text()).containsPattern("… [\\d,]+ lines left out");
    assertThat(shown).isBetween(MANY / 3L, MANY - 1L);
  }

  @Test
  void aStopIsNotHeldUpByAReaderThatPauses() throws Exception {
    LogPrinter printer = printer();
    printer.accept(line(1));
    reader.awaitWriter();
    stopped.set(true);
    Instant before = Instant.now();

    printer.close();

    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(5));
    reader.goOn();
  }

  @Test
  void theEndWaitsForAReaderThatIsSlow() throws Exception {
    LogPrinter printer = printer();
    printer.accept(line(7));
    reader.awaitWriter();
    Thread.ofVirtual().start(reader::goOn);

    printer.close();

    assertThat(reader.text()).contains("7-xxx");
  }
}
