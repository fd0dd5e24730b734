package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.echolot.peers.file.PeerStore;
import org.junit.jupiter.api.Test;

/** What the window says about a peers file that is not as it should be, and how it is settled. */
class PeersFileTroubleTest extends WindowTest {

  private static String notice() {
    return isShown("notices")
        ? callOnFx(
            () ->
                String.join(
                    " ",
                    node("notices", Parent.class).lookupAll(".notice-text").stream()
                        .map(label -> ((Labeled) label).getText())
                        .toList()))
        : "";
  }

  private List<String> saved() throws IOException {
    return new PeerStore(peersFile).read().book().names();
  }

  private Path keptAside() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("peers"))
          .filter(file -> !file.equals(peersFile))
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void aBrokenFileIsKeptAsideAndItIsSaidWhereItIsWrong() throws IOException {
    String broken = "{\n  \"version\": 1,\n  \"peers\": [ oops ]\n}\n";
    Files.writeString(peersFile, broken);
    open();
    eventually(() -> assertThat(notice()).contains(peersFile + ":3:"));
    assertThat(notice()).contains(keptAside().toString());
    assertThat(keptAside()).hasContent(broken);
    assertThat(isShown("welcome")).isTrue();

    tabTo("notice-dismiss");
    keys(KeyCode.SPACE);
    assertThat(notice()).isEmpty();
  }

  @Test
  void aBrokenFileIsReadAgainOnceItIsCorrected() throws IOException {
    Files.writeString(peersFile, "{ oops");
    open();
    eventually(() -> assertThat(notice()).contains("read it again"));
    writePeers(builtIn("CT 1", "ECHOLOT"));
    tabTo("notice-reload");
    keys(KeyCode.SPACE);
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    assertThat(notice()).isEmpty();
  }

  @Test
  void whatAnotherProgramChangedIsOverwrittenWhenTheUserSaysSo() throws IOException {
    changeMeanwhile();
    tabTo("notice-overwrite");
    keys(KeyCode.SPACE);
    eventually(() -> assertThat(notice()).isEmpty());
    assertThat(saved()).containsExactly("CT 1", "CT 1 (2)");
    assertThat(listed()).containsExactly("CT 1", "CT 1 (2)");
  }

  @Test
  void whatAnotherProgramChangedIsReadWhenTheUserSaysSo() throws IOException {
    changeMeanwhile();
    tabTo("notice-reload");
    keys(KeyCode.SPACE);
    eventually(() -> assertThat(notice()).isEmpty());
    eventually(() -> assertThat(listed()).containsExactly("Theirs"));
    assertThat(saved()).containsExactly("Theirs");
  }

  @Test
  void aWindowWithAChangeThatIsNotSavedIsClosedOnlyWhenTheUserSaysSo() throws IOException {
    changeMeanwhile();
    keys(KeyCode.CONTROL, KeyCode.Q);
    eventually(() -> assertThat(isShown("not-saved")).isTrue());
    keys(KeyCode.ESCAPE);
    eventually(() -> assertThat(isShown("not-saved")).isFalse());
    assertThat(callOnFx(() -> stage().isShowing())).isTrue();

    keys(KeyCode.CONTROL, KeyCode.Q);
    eventually(() -> assertThat(isShown("not-saved")).isTrue());
    eventually(() -> assertThat(focusedId()).isEqualTo("not-saved-keep"));
    keys(KeyCode.ENTER);
    eventually(() -> assertThat(isShown("not-saved")).as("Enter loses nothing").isFalse());
    keys(KeyCode.CONTROL, KeyCode.Q);
    eventually(() -> assertThat(isShown("not-saved")).isTrue());
    tabTo("not-saved-lose");
    keys(KeyCode.SPACE);
    awaitClosed();
    assertThat(saved()).containsExactly("Theirs");
  }

  private void changeMeanwhile() throws IOException {
    writePeers(builtIn("CT 1", "ECHOLOT"));
    open();
    eventually(() -> assertThat(listed()).containsExactly("CT 1"));
    eventually(() -> assertThat(text("result-name")).isEqualTo("CT 1"));
    writePeers(builtIn("Theirs", "ECHOLOT"));
    keys(KeyCode.CONTROL, KeyCode.D);
    eventually(
        () ->
            assertThat(notice())
                .startsWith("Not saved: another program has changed or deleted " + peersFile));
    assertThat(saved()).containsExactly("Theirs");
  }

  @Test
  void aNewerFileIsShownAndNothingOffersToChangeIt() throws IOException {
    writePeers(builtIn("CT 1", "ECHOLOT"));
    String newer = Files.readString(peersFile).replace("\"version\": 1", "\"version\": 9");
    Files.writeString(peersFile, newer);
    open();
    eventually(() -> assertThat(notice()).contains("newer version"));
    eventually(() -> assertThat(text("result-name")).isEqualTo("CT 1"));
    keys(KeyCode.DELETE);
    keys(KeyCode.CONTROL, KeyCode.D);
    keys(KeyCode.CONTROL, KeyCode.N);
    keys(KeyCode.F2);
    assertThat(find("peer-editor")).isNull();
    assertThat(listed()).containsExactly("CT 1");
    assertThat(peersFile).hasContent(newer);

    eventually(() -> assertThat(text("status-listener")).startsWith("listening"));
    keys(KeyCode.F5);
    eventuallyAnswers();
  }

  @Test
  void whereTheFileCanNotBeReadNoFirstPeerIsOffered() throws IOException {
    Files.createDirectory(peersFile);
    open();
    eventually(() -> assertThat(notice()).contains("can't be read", "folder"));
    assertThat(isShown("welcome")).as("what is added now would not be saved").isFalse();

    Files.delete(peersFile);
    tabTo("notice-reload");
    keys(KeyCode.SPACE);
    eventually(() -> assertThat(notice()).isEmpty());
    eventually(() -> assertThat(isShown("welcome")).isTrue());
  }
}
