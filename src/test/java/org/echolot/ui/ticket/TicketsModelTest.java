package org.echolot.ui.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.echolot.capture.Recording;
import org.echolot.realpeers.Tshark;
import org.echolot.settings.TicketSettings;
import org.echolot.ticket.Evidence;
import org.echolot.ticket.TicketFormat;
import org.echolot.ui.ByHand;
import org.echolot.ui.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TicketsModelTest {

  private final ByHand fx = new ByHand();
  private final List<String> said = new ArrayList<>();
  private final List<Path> files = new ArrayList<>();
  private final List<String> clipboard = new ArrayList<>();
  private final TicketsModel model =
      new TicketsModel(
          TicketSettings.DEFAULT,
          fx,
          said::add,
          (text, file) -> {
            said.add(text);
            files.add(file);
          });

  @TempDir Path folder;

  private static final Evidence GOOD =
      new Evidence(
          Results.success(Results.request("CT 1"), Duration.ofMillis(1)), Recording.EMPTY, null);
  private static final Evidence REFUSED =
      new Evidence(Results.refused(Results.request("MR 2")), Recording.EMPTY, null);

  private void untilSaid() {
    fx.runUntil("something is said", () -> !said.isEmpty());
  }

  @Test
  void copiesInTheFormatThatIsRemembered() {
    model.copy(List.of(GOOD, REFUSED), clipboard::add);
    assertThat(clipboard).as("made in the background").isEmpty();
    untilSaid();
    assertThat(clipboard.getFirst())
        .startsWith("DICOM C-ECHO to 2 peers: 1 failed, 1 answered\n")
        .contains("DICOM C-ECHO to \"CT 1\" succeeded", "DICOM C-ECHO to \"MR 2\" failed");
    assertThat(said).containsExactly("Copied the findings about 2 peers.");

    said.clear();
    model.formatProperty().set(TicketFormat.MARKDOWN);
    model.copy(List.of(REFUSED), clipboard::add);
    untilSaid();
    assertThat(clipboard.getLast()).startsWith("## DICOM C-ECHO to \"MR 2\" failed");
    assertThat(said).containsExactly("Copied the findings about MR 2.");
    assertThat(model.settings()).isEqualTo(new TicketSettings(TicketFormat.MARKDOWN, false));
  }

  @Test
  void hidesNamesWhereThatIsChosenAndSaysSo() {
    model.hidesNamesProperty().set(true);
    model.copy(List.of(REFUSED), clipboard::add);
    untilSaid();

    assertThat(clipboard.getFirst()).contains("PEER-1", "AE-1").doesNotContain("MR 2", "10.1.2.3");
    assertThat(said.getFirst()).endsWith("addresses and names hidden.");
  }

  @Test
  void savesByTheEndingOfTheFilesName() throws IOException {
    Path text = folder.resolve("a.txt");
    model.save(List.of(GOOD), text);
    untilSaid();
    assertThat(text).content().startsWith("DICOM C-ECHO to \"CT 1\" succeeded");
    assertThat(said).containsExactly("Saved the ticket on CT 1 to " + text);
    assertThat(files).as("can be shown").containsExactly(text);

    said.clear();
    Path markdown = folder.resolve("a.MD");
    model.save(List.of(GOOD), markdown);
    untilSaid();
    assertThat(markdown).content().startsWith("## ");

    said.clear();
    Path zip = folder.resolve("a.zip");
    model.save(List.of(GOOD), zip);
    untilSaid();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(ZipEntry::getName))
          .containsExactly("ticket.txt", "ticket.md", "log.txt", "capture.pcapng");
    }
  }

  @Test
  void aFileWithTheTicketsOfSeveralHasASummary() throws IOException {
    Path zip = folder.resolve("several.zip");
    model.save(List.of(GOOD, REFUSED), zip);
    untilSaid();
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(ZipEntry::getName))
          .contains("001 CT 1/ticket.txt", "002 MR 2/ticket.txt", "summary.txt", "summary.md");
      assertThat(
              new String(
                  file.getInputStream(file.getEntry("summary.txt")).readAllBytes(),
                  StandardCharsets.UTF_8))
          .startsWith("DICOM C-ECHO to 2 peers: 1 failed, 1 answered\n")
          .contains("the ticket on each peer is in its folder");
    }
  }

  @Test
  void savesACaptureOfThoseThatHadAConnection() {
    assertThat(model.lacksConnection(List.of(GOOD, REFUSED))).isFalse();
    Path file = folder.resolve("c.pcapng");
    model.saveCapture(List.of(GOOD, REFUSED), file);
    untilSaid();

    assertThat(Tshark.summaries(file)).isNotEmpty();
    assertThat(said).containsExactly("Saved the capture of 2 peers to " + file);
  }

  @Test
  void saysWhyThereIsNothingToCapture() {
    assertThat(model.lacksConnection(List.of(REFUSED))).isTrue();
    assertThat(said).containsExactly("Nothing to capture: no connection was made.");
  }

  @Test
  void whatCantBeSavedIsToldAndLeavesWhatWasThere() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "precious");
    model.save(List.of(GOOD), file.resolve("a.zip"));
    untilSaid();

    assertThat(said.getFirst()).startsWith("Not saved: ").contains("a.zip");
    assertThat(file).hasContent("precious");
  }

  @Test
  void nothingIsMadeOfNothing() {
    model.copy(List.of(), clipboard::add);
    model.save(List.of(), folder.resolve("a.txt"));

    assertThat(said).hasSize(2).allMatch(text -> text.startsWith("Nothing to copy yet"));
    assertThat(folder).isEmptyDirectory();
  }
}
