package org.echolot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldersTest {

  private static final String HOME = "/home/me";

  private static Path config(String os, Map<String, String> environment) {
    return Folders.of(environment, os, HOME).config();
  }

  @Test
  void onLinuxFollowsXdg() {
    assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", "/cfg")))
        .isEqualTo(Path.of("/cfg/echolot"));
    assertThat(config("Linux", Map.of())).isEqualTo(Path.of("/home/me/.config/echolot"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "relative/folder"})
  void onLinuxIgnoresAVariableThatIsNoAbsolutePath(String value) {
    assertThat(config("Linux", Map.of("XDG_CONFIG_HOME", value)))
        .isEqualTo(Path.of("/home/me/.config/echolot"));
  }

  @Test
  void onMacOsIsInApplicationSupport() {
    assertThat(config("Mac OS X", Map.of("XDG_CONFIG_HOME", "/cfg")))
        .isEqualTo(Path.of("/home/me/Library/Application Support/Echolot"));
  }

  @Test
  void onWindowsIsInAppData() {
    assertThat(config("Windows 11", Map.of("APPDATA", "/roaming")))
        .isEqualTo(Path.of("/roaming/Echolot"));
    assertThat(config("Windows 11", Map.of()))
        .isEqualTo(Path.of("/home/me/AppData/Roaming/Echolot"));
  }

  @Test
  void darwinIsNotTakenForWindows() {
    assertThat(config("Darwin", Map.of("APPDATA", "/roaming")))
        .isEqualTo(Path.of("/home/me/.config/echolot"));
  }

  @Test
  void thePeersFileIsTheChosenOneElseThatOfTheEnvironmentElseInTheFolder() {
    Folders plain = Folders.of(Map.of(), "Linux", HOME);
    Folders withVariable = Folders.of(Map.of("ECHOLOT_PEERS", "shared/peers.json"), "Linux", HOME);
    Folders withBlank = Folders.of(Map.of("ECHOLOT_PEERS", ""), "Linux", HOME);
    Path chosen = Path.of("my.json");

    assertThat(withVariable.peersFile(chosen)).isEqualTo(chosen);
    assertThat(withVariable.peersFile(null)).isEqualTo(Path.of("shared/peers.json"));
    assertThat(plain.peersFile(null)).isEqualTo(Path.of("/home/me/.config/echolot/peers.json"));
    assertThat(withBlank.peersFile(null)).isEqualTo(plain.peersFile(null));
  }

  @Test
  void settingsAreInTheFolder() {
    assertThat(Folders.of(Map.of(), "Linux", HOME).settingsFile())
        .isEqualTo(Path.of("/home/me/.config/echolot/settings.json"));
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, echolot/bin/echolot, echolot",
    "Windows 11, Echolot/echolot.exe, Echolot",
    "Mac OS X, Applications/Echolot.app/Contents/MacOS/Echolot, Applications"
  })
  void keepsAllBesideAProgramThatIsPortable(
      String os, String program, String folder, @TempDir Path disk) throws IOException {
    Path home = Files.createDirectories(disk.resolve(folder));
    String path = disk.resolve(program).toString();

    assertThat(Folders.portable(path, os)).isEmpty();
    Files.createFile(home.resolve(Folders.PORTABLE));
    assertThat(Folders.portable(path, os)).contains(home.resolve("data"));
    assertThat(Folders.portable("", os)).isEmpty();
  }
}
