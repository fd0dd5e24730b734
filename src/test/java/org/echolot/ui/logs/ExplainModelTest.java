package org.echolot.ui.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainModelTest {

  private static final String LINE = "F: Reason: Called AE Title Not Recognized\n";

  @TempDir Path folder;

  private final Deque<Runnable> background = new ArrayDeque<>();
  private final ExplainModel model = new ExplainModel(background::add, Runnable::run);

  @Test
  void whatIsTypedIsExplainedInTheBackground() {
    model.textProperty().set(LINE);
    assertThat(model.explanationProperty().get().lines()).isZero();

    runBackground();

    assertThat(model.explanationProperty().get().explained()).hasSize(1);
  }

  @Test
  void theNewestTextWinsWhateverIsReadyLast() {
    model.textProperty().set(LINE);
    model.textProperty().set("nothing known\n");
    while (!background.isEmpty()) {
      background.removeLast().run();
    }

    assertThat(model.explanationProperty().get().unknown()).isEqualTo(1);
    assertThat(model.explanationProperty().get().explained()).isEmpty();
  }

  @Test
  void ofALargeLogTheBeginningIsShownAndAllIsExplained() {
    String filler = "x".repeat(99) + "\n";
    model.take(filler.repeat(20_000) + LINE);
    runBackground();

    assertThat(model.textProperty().get()).hasSize(ExplainModel.MOST_SHOWN);
    assertThat(model.statusProperty().get()).startsWith("Only the beginning is shown");
    assertThat(model.explanationProperty().get().lines()).isEqualTo(20_001);
    assertThat(model.explanationProperty().get().explained().getFirst().firstLine())
        .isEqualTo(20_001);
  }

  @Test
  void aFileIsExplainedWhole() throws IOException {
    Path file = folder.resolve("pacs.log");
    Files.writeString(file, ("x".repeat(99) + "\n").repeat(20_000) + LINE);

    model.read(file);
    assertThat(model.statusProperty().get()).isEqualTo("Reading pacs.log …");
    runBackground();

    assertThat(model.explanationProperty().get().lines()).isEqualTo(20_001);
    assertThat(model.textProperty().get()).hasSizeLessThanOrEqualTo(ExplainModel.MOST_SHOWN);
    assertThat(model.statusProperty().get()).isEqualTo("pacs.log is explained whole.");

    model.textProperty().set(LINE);
    runBackground();
    assertThat(model.statusProperty().get()).isEmpty();
    assertThat(model.explanationProperty().get().lines()).isEqualTo(1);
  }

  @Test
  void aFileThatCanNotBeReadIsSaid() {
    model.read(folder.resolve("none.log"));
    runBackground();

    assertThat(model.statusProperty().get())
        .isEqualTo("Can't read none.log: there is no such file or folder.");
  }

  private void runBackground() {
    while (!background.isEmpty()) {
      background.removeFirst().run();
    }
  }
}
