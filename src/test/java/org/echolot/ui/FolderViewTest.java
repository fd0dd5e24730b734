package org.echolot.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderViewTest {

  @TempDir Path folder;

  private Path saved() throws IOException {
    return Files.writeString(folder.resolve("CT 1, Süd.zip"), "");
  }

  @Test
  void eachSystemIsAskedInItsOwnWay() throws IOException {
    Path file = saved();
    assertThat(new FolderView("Windows 11").commands(file))
        .containsExactly(List.of("explorer.exe", "/select,", file.toString()));
    assertThat(new FolderView("Mac OS X").commands(file))
        .containsExactly(List.of("open", "-R", file.toString()));
    List<List<String>> linux = new FolderView("Linux").commands(file);
    assertThat(linux.getFirst()).startsWith("dbus-send").contains("string:");
    assertThat(linux.getFirst().get(7))
        .as("one item, as a URI")
        .startsWith("array:string:file:///")
        .endsWith("CT%201%2C%20S%C3%BCd.zip");
    assertThat(linux.getLast()).containsExactly("xdg-open", folder.toString());
  }

  @Test
  void ofAFileThatIsGoneTheFolderIsShown() {
    Path gone = folder.resolve("gone.zip");
    assertThat(new FolderView("Windows 11").commands(gone))
        .containsExactly(List.of("explorer.exe", folder.toString()));
    assertThat(new FolderView("Mac OS X").commands(gone))
        .containsExactly(List.of("open", folder.toString()));
    assertThat(new FolderView("Linux").commands(gone))
        .containsExactly(List.of("xdg-open", folder.toString()));
  }
}
