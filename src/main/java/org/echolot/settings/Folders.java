package org.echolot.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where Echolot's files live.
 *
 * @param config the platform's configuration folder for Echolot; it need not be there yet
 * @param state where it keeps what only concerns its own running
 * @param peersChoice the peers file of the environment; empty: the one in the folder
 */
public record Folders(Path config, Path state, Optional<Path> peersChoice) {

  /** Names the peers file. */
  public static final String PEERS_VARIABLE = "ECHOLOT_PEERS";

  /** The folders of the user that runs this program. */
  public static Folders ofThisUser() {
    return of(
        System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""));
  }

  /**
   * The folders of a user: on Windows {@code %APPDATA%\\Echolot}, on macOS {@code
   * ~/Library/Application Support/Echolot}, else {@code $XDG_CONFIG_HOME/echolot}, which is {@code
   * ~/.config/echolot} where the variable is not an absolute path (XDG Base Directory
   * Specification). What concerns its own running is there too, but on such a system in {@code
   * $XDG_STATE_HOME/echolot}, else {@code ~/.local/state/echolot}.
   *
   * @param environment the environment variables
   * @param osName as in the system property {@code os.name}
   * @param home the user's home folder
   */
  public static Folders of(Map<String, String> environment, String osName, String home) {
    String os = osName.toLowerCase(Locale.ROOT);
    Path config = config(environment, os, Path.of(home));
    Path state =
        os.startsWith("windows") || os.startsWith("mac")
            ? config
            : variable(environment, "XDG_STATE_HOME")
                .filter(Path::isAbsolute)
                .orElse(Path.of(home, ".local", "state"))
                .resolve("echolot");
    return new Folders(config, state, variable(environment, PEERS_VARIABLE));
  }

  /**
   * The peers file.
   *
   * @param chosen what the user said on the command line; null: nothing
   */
  public Path peersFile(@Nullable Path chosen) {
    return chosen != null ? chosen : peersChoice.orElse(config.resolve("peers.json"));
  }

  /** The file for faults of Echolot itself. */
  public Path faultLog() {
    return state.resolve("faults.log");
  }

  /** The file for {@link SettingsStore}. */
  public Path settingsFile() {
    return config.resolve("settings.json");
  }

  private static Path config(Map<String, String> environment, String os, Path home) {
    if (os.startsWith("windows")) {
      return variable(environment, "APPDATA")
          .orElse(home.resolve("AppData").resolve("Roaming"))
          .resolve("Echolot");
    }
    if (os.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Echolot");
    }
    return variable(environment, "XDG_CONFIG_HOME")
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".config"))
        .resolve("echolot");
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank()).map(Path::of);
  }
}
