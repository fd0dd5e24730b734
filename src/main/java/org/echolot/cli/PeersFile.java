package org.echolot.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Option;
import org.echolot.peers.PeerBook;
import org.echolot.peers.UnreadPeer;
import org.echolot.peers.file.BrokenFileException;
import org.echolot.peers.file.PeerStore;
import org.echolot.settings.Folders;
import org.echolot.text.Escapes;
import org.jspecify.annotations.Nullable;

/**
 * The peers file that a command reads.
 *
 * @param path where it is, or would be
 * @param chosen whether the user named it
 */
record PeersFile(Path path, boolean chosen) {

  private static final int MOST_TOLD = 10;

  static final Option.Value<Path> OPTION =
      new Option.Value<>(
          "--peers",
          "FILE",
          Kind.FILE,
          "The peers file; default: ECHOLOT_PEERS, or the window's file.");

  /** The one that the command line names, or the window's. */
  static PeersFile find(Given given, Environment environment) {
    return find(given.value(OPTION), environment);
  }

  /** The names of the peers in the file that no option names. */
  static List<String> names(Environment environment) throws InputException {
    return find((Path) null, environment).read().names().stream().map(Escapes::oneLine).toList();
  }

  private static PeersFile find(@Nullable Path option, Environment environment) {
    Folders folders = Folders.ofThisUser(environment.variables());
    return new PeersFile(
        environment.directory().resolve(folders.peersFile(option)),
        option != null || folders.peersChoice().isPresent());
  }

  /**
   * The peers in it; none where there is no file and nobody named one. Entries that are no peers
   * are in the book apart: who does something with all peers tells of them.
   *
   * @throws InputException if it can't be read, or was named and is not there
   */
  PeerBook read() throws InputException {
    try {
      PeerStore.Loaded loaded = new PeerStore(path).read();
      if (loaded instanceof PeerStore.Loaded.Missing && chosen) {
        throw new InputException("there is no peers file " + path);
      }
      return loaded.book();
    } catch (BrokenFileException e) {
      throw new InputException(Objects.requireNonNullElse(e.getMessage(), e.problem()));
    } catch (IOException e) {
      throw new InputException(
          "can't read the peers file "
              + path
              + ": "
              + Objects.requireNonNullElse(e.getMessage(), e.toString()));
    }
  }

  /**
   * The same, but a broken file that nobody asked for is told, and holds up no command that needs
   * none of it.
   *
   * @param command whose line it is that tells
   */
  PeerBook read(boolean needed, String command, Environment environment) throws InputException {
    try {
      return read();
    } catch (InputException e) {
      if (needed || chosen) {
        throw e;
      }
      environment.err().println(Escapes.oneLine("echolot " + command + ": " + e.getMessage()));
      return PeerBook.EMPTY;
    }
  }

  /**
   * Tells of each entry that is no peer, so that nobody takes the others for all.
   *
   * @param command whose line it is that tells
   * @return whether there is one: a command for all peers then ends with {@link ExitCode#USAGE}
   */
  boolean tellUnread(PeerBook book, String command, Environment environment) {
    book.unread().stream()
        .limit(MOST_TOLD)
        .map(unread -> "echolot " + command + ": left out: " + problem(unread))
        .forEach(line -> environment.err().println(Escapes.oneLine(line)));
    int more = book.unread().size() - MOST_TOLD;
    if (more > 0) {
      environment
          .err()
          .println("echolot " + command + ": left out: " + more + " more that can't be read");
    }
    return !book.unread().isEmpty();
  }

  /** Where and why an entry is no peer. */
  String problem(UnreadPeer unread) {
    return path + ":" + unread.problem();
  }
}
