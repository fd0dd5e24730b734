package org.echolot.settings;

import java.nio.file.Files;
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
 * @param data the platform's folder for the data of programs, on this computer alone
 * @param peersChoice the peers file of the environment; empty: the one in the folder
 * @param historyChoice what the environment says of the history: a folder, or {@code off}
 */
public record Folders(
    Path config,
    Path state,
    Path data,
    Optional<Path> peersChoice,
    Optional<String> historyChoice) {

  /** Names the peers file. */
  public static final String PEERS_VARIABLE = "ECHOLOT_PEERS";

  /** Names the folder of the history, or says that none is to be kept. */
  public static final String HISTORY_VARIABLE = "ECHOLOT_HISTORY";

  private static final String NO_HISTORY = "off";

  /** A file or folder of this name beside an installed program keeps its files beside it, too. */
  public static final String PORTABLE = "portable";

  /** Names the program that was started; set by what starts an installed Echolot. */
  private static final String PROGRAM = "jpackage.app-path";

  /** The folders of the user that runs this program, or of a portable program itself. */
  public static Folders ofThisUser() {
    return ofThisUser(System.getenv());
  }

  /**
   * The same.
   *
   * @param environment the environment variables
   */
  public static Folders ofThisUser(Map<String, String> environment) {
    String os = System.getProperty("os.name", "");
    Folders ofUser = of(environment, os, System.getProperty("user.home", ""));
    return portable(System.getProperty(PROGRAM, ""), os)
        .map(
            folder ->
                new Folders(folder, folder, folder, ofUser.peersChoice(), ofUser.historyChoice()))
        .orElse(ofUser);
  }

  /**
   * The folder {@code data} of a program that keeps its files beside it.
   *
   * @param program the path of what was started; empty: not known, so it does not
   * @param osName as in the system property {@code os.name}
   * @return empty where nothing named {@value #PORTABLE} is in the program's folder
   */
  static Optional<Path> portable(String program, String osName) {
    if (program.isEmpty()) {
      return Optional.empty();
    }
    String os = osName.toLowerCase(Locale.ROOT);
    // Beside echolot.exe; beside Echolot.app with its Contents/MacOS/Echolot; beside the folder
    // bin.
    int up = os.startsWith("windows") ? 1 : os.startsWith("mac") ? 4 : 2;
    Path folder = Path.of(program).toAbsolutePath();
    for (int i = 0; i < up && folder != null; i++) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder)
        .filter(place -> Files.exists(place.resolve(PORTABLE)))
        .map(place -> place.resolve("data"));
  }

  /**
   * The folders of a user: on Windows {@code %APPDATA%\\Echolot}, on macOS {@code
   * ~/Library/Application Support/Echolot}, else {@code $XDG_CONFIG_HOME/echolot}, which is {@code
   * ~/.config/echolot} where the variable is not an absolute path (XDG Base Directory
   * Specification). What concerns its own running is there too, but on such a system in {@code
   * $XDG_STATE_HOME/echolot}, else {@code ~/.local/state/echolot}. Data are in {@code
   * %LOCALAPPDATA%\\Echolot}, which does not follow the user to other computers, in the same folder
   * on macOS, and else in {@code $XDG_DATA_HOME/echolot}, or {@code ~/.local/share/echolot}.
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
    return new Folders(
        config,
        state,
        data(environment, os, Path.of(home)),
        variable(environment, PEERS_VARIABLE),
        variableText(environment, HISTORY_VARIABLE));
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

  /** The folder of the history. */
  public Path history() {
    return historyChoice.map(Path::of).orElse(data.resolve("history"));
  }

  /** Whether the user wants results to be kept. */
  public boolean keepsHistory() {
    return !historyChoice.map(NO_HISTORY::equalsIgnoreCase).orElse(false);
  }

  /** Where the last probe of each peer is kept. */
  public Path probes() {
    return state.resolve("probes");
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

  private static Path data(Map<String, String> environment, String os, Path home) {
    if (os.startsWith("windows")) {
      return variable(environment, "LOCALAPPDATA")
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve("Echolot");
    }
    if (os.startsWith("mac")) {
      return config(environment, os, home);
    }
    return variable(environment, "XDG_DATA_HOME")
        .filter(Path::isAbsolute)
        .orElse(home.resolve(".local").resolve("share"))
        .resolve("echolot");
  }

  private static Optional<Path> variable(Map<String, String> environment, String name) {
    return variableText(environment, name).map(Path::of);
  }

  private static Optional<String> variableText(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(v -> !v.isBlank());
  }
}
