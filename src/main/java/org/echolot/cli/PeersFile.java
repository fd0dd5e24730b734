package org.echolot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerStore;
import org.jspecify.annotations.Nullable;

/**
 * Finds and reads the peers file.
 *
 * @param path where it is, or would be
 * @param chosen whether the user named it
 */
record PeersFile(Path path, boolean chosen) {

  /**
   * @param option the value of {@code --peers}; null where it was not given
   */
  static PeersFile find(@Nullable Path option, Environment environment) {
    String variable = environment.variables().getOrDefault("ECHOLOT_PEERS", "");
    if (option != null) {
      return new PeersFile(environment.directory().resolve(option), true);
    }
    if (!variable.isBlank()) {
      return new PeersFile(environment.directory().resolve(variable), true);
    }
    Path home = Path.of(System.getProperty("user.home", "."));
    String system = System.getProperty("os.name", "");
    return new PeersFile(
        folder(system, home, environment.variables()).resolve("peers.json"), false);
  }

  /** The platform's configuration folder. */
  static Path folder(String system, Path home, Map<String, String> variables) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return under(variables.get("APPDATA"), home.resolve("AppData/Roaming")).resolve("Echolot");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library/Application Support/Echolot");
    }
    return under(variables.get("XDG_CONFIG_HOME"), home.resolve(".config")).resolve("echolot");
  }

  /** By the XDG rules, a path that is not absolute counts as not set. */
  private static Path under(@Nullable String variable, Path otherwise) {
    return variable == null || !Path.of(variable).isAbsolute() ? otherwise : Path.of(variable);
  }

  /**
   * The peers in it; none where there is no file and nobody named one.
   *
   * @throws InputException if it can't be read, or was named and is not there
   */
  PeerBook read() throws InputException {
    try {
      return switch (new PeerStore(path).load()) {
        case PeerStore.Loaded.Read(PeerBook book) -> book;
        case PeerStore.Loaded.Newer(PeerBook book, _) -> book;
        case PeerStore.Loaded.Missing(PeerBook book) -> {
          if (chosen) {
            throw new InputException("there is no peers file " + path);
          }
          yield book;
        }
        case PeerStore.Loaded.Broken(_, String problem, Path keptAs) ->
            throw new InputException(problem + " (the file was kept as " + keptAs + ")");
      };
    } catch (IOException e) {
      throw new InputException(
          "can't read the peers file "
              + path
              + ": "
              + Objects.requireNonNullElse(e.getMessage(), e));
    }
  }
}
