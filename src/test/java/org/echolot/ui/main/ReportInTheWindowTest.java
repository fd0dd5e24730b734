package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.ui.FileQuestions;
import org.echolot.ui.HeldEngine;
import org.echolot.ui.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the site, from the key to the file. */
class ReportInTheWindowTest extends WindowTest {

  @TempDir Path target;

  private final AtomicReference<File> chosen = new AtomicReference<>();
  private final AtomicReference<String> proposed = new AtomicReference<>("");

  @BeforeEach
  void openWithThreeChecked() throws Exception {
    HeldEngine engine = new HeldEngine();
    engine.prepare("Main PACS", Results::rejected);
    engine.prepare("CT 1", request -> Results.success(request, Duration.ofMillis(3)));
    engine.prepare("Mammo <b>", Results::refused);
    writePeers(
        peer("Main PACS", 104, "Archives"),
        peer("CT 1", 105, "Modalities"),
        peer("Mammo <b>", 106, "Modalities"));
    open(engine);
    eventually(() -> assertThat(listed()).hasSize(3));
    onFx(
        () ->
            new FileQuestions(
                    target.toString(),
                    (_, _) -> null,
                    (chooser, _) -> {
                      proposed.set(chooser.getInitialFileName());
                      return chosen.get();
                    })
                .serve(stage()));
    keys(KeyCode.SHIFT, KeyCode.F5);
    eventuallyCounts("3 peers · 1 ok · 2 failing · 0 not checked");
  }

  private static Peer peer(String name, int port, String tag) {
    return Peer.of(name, new AeTitle("CT1"), "10.1.2.3", port).withTags(List.of(tag));
  }

  private Path saveAs(String name) {
    Path file = target.resolve(name);
    chosen.set(file.toFile());
    keys(KeyCode.CONTROL, KeyCode.P);
    return file;
  }

  @Test
  void thePageHasAllPeersTheFailingOnesFirstAndLinesToSign() throws Exception {
    Path page = saveAs("monday.html");
    eventually(() -> assertThat(page).exists());
    assertThat(proposed.get()).matches("DICOM connections \\d{4}-\\d\\d-\\d\\d\\.html");
    assertThat(Files.readString(page))
        .contains("Mammo &lt;b&gt;")
        .doesNotContain("Mammo <b>")
        .containsSubsequence("Modalities", "Connection refused", "CT 1")
        .contains("Called AE title not recognized", "Tested by", "Accepted by");
    eventually(() -> assertThat(text("status-message")).isEqualTo("Saved " + page + "."));
  }

  @Test
  void aNameWithoutAnEndingIsAPageAndOneOfATableIsATable() throws Exception {
    saveAs("monday");
    eventually(() -> assertThat(target.resolve("monday.html")).exists());
    Path table = saveAs("Monday.CSV");
    eventually(() -> assertThat(table).exists());
    assertThat(Files.readAllLines(table)).hasSize(4);
  }

  @Test
  void onlyThePeersThatTheFilterShowsAreInIt() throws Exception {
    onFx(() -> node("filter", TextField.class).setText("tag:modalities"));
    eventually(() -> assertThat(listed()).hasSize(2));
    Path page = saveAs("modalities.html");
    eventually(() -> assertThat(page).exists());
    assertThat(Files.readString(page)).contains("CT 1").doesNotContain("Main PACS");
  }

  @Test
  void whereItCannotBeWrittenThatIsSaid() throws Exception {
    Files.writeString(target.resolve("file"), "not a folder");
    Path page = saveAs("file/monday.html");
    eventually(() -> assertThat(text("status-message")).startsWith("Not saved: "));
    assertThat(page).doesNotExist();
  }
}
