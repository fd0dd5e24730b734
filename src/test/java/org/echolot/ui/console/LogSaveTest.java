package org.echolot.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.echolot.journal.NamedPeer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogSaveTest {

  private final Frames frames = new Frames();
  private final ConsoleModel model = new ConsoleModel(frames, 100_000);
  private final FileSystem disk =
      Jimfs.newFileSystem(Configuration.unix().toBuilder().setMaxSize(1 << 20).build());
  private final Path folder = disk.getPath("/logs");

  @BeforeEach
  void makeFolder() throws IOException {
    Files.createDirectory(folder);
  }

  @AfterEach
  void closeDisk() throws IOException {
    disk.close();
  }

  @Test
  void savesTheRowsShownAsUtf8() throws IOException {
    model.accept(Lines.info("Röntgen 1", "Requesting association: A → B"));
    model.accept(Lines.info("CT", "not shown"));
    frames.all();
    model.sourceProperty().set(new SourceChoice(NamedPeer.of("Röntgen 1")));
    Path file = folder.resolve("console.log");

    LogSave.Notice notice = save(file);
    assertThat(notice.failed()).isFalse();
    assertThat(notice.text()).isEqualTo("Saved 1 lines to /logs/console.log");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(2);
    assertThat(lines.get(0))
        .matches("# Echolot, saved \\d{4}-\\d\\d-\\d\\dT.*; times of day in .*");
    assertThat(lines.get(1)).endsWith("  Röntgen 1  Requesting association: A → B");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void tellsProgressOfABigFile() {
    write(10_000, "x");
    List<Double> told = new ArrayList<>();
    model.saving().progressProperty().subscribe(done -> told.add(done.doubleValue()));
    save(folder.resolve("big.log"));
    assertThat(told).startsWith(LogSave.IDLE, 0.0).contains(0.2, 0.8).endsWith(LogSave.IDLE);
  }

  @Test
  void aFullDiskIsToldAndLeavesTheFileAsItWas() throws IOException {
    Path file = folder.resolve("console.log");
    Files.writeString(file, "what stood there");
    write(50_000, "more than the disk takes");
    LogSave.Notice notice = save(file);
    assertThat(notice.failed()).isTrue();
    assertThat(notice.text()).startsWith("Not saved: /logs/console.log could not be saved: ");
    assertThat(file).hasContent("what stood there");
    assertThat(files()).containsExactly(file);
  }

  @Test
  void aFolderOfThatNameIsToldInWords() throws IOException {
    write(1, "x");
    assertThat(save(Files.createDirectory(folder.resolve("old"))).text())
        .isEqualTo("Not saved: /logs/old could not be saved: it is a folder");
  }

  @Test
  void dismissTakesTheNoticeAway() {
    write(1, "x");
    save(folder.resolve("console.log"));
    model.saving().dismiss();
    assertThat(model.saving().notice()).isNull();
  }

  private void write(int count, String text) {
    for (int i = 0; i < count; i++) {
      model.accept(Lines.info("Peer", text));
    }
    frames.all();
  }

  private LogSave.Notice save(Path file) {
    model.save(file);
    Awaitility.await()
        .until(
            () -> {
              frames.all();
              return model.saving().notice() != null;
            });
    return Objects.requireNonNull(model.saving().notice());
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
