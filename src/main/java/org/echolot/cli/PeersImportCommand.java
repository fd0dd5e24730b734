package org.echolot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.environment.ExitCode;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Given;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.Kind;
import org.echolot.cli.option.Operands;
import org.echolot.cli.option.Option;
import org.echolot.cli.option.UnwrittenException;
import org.echolot.files.FileFaults;
import org.echolot.peers.PeerBook;
import org.echolot.peers.exchange.ImportItem;
import org.echolot.peers.exchange.ImportPlan;
import org.echolot.peers.exchange.ImportedList;
import org.echolot.peers.exchange.ListContent;
import org.echolot.peers.exchange.PeerListFormat;
import org.echolot.peers.exchange.UnreadableListException;
import org.echolot.peers.file.PeerStore;
import org.echolot.text.Escapes;

/** {@code echolot peers import}. */
final class PeersImportCommand implements Command {

  /** What happens to a peer that may be ours, or another with its name or address. */
  enum OnConflict {
    LEAVE,
    TAKE,
    ADD
  }

  private static final Option.Flag DRY_RUN =
      new Option.Flag("--dry-run", "Show what would change, and change nothing.");

  private static final Option.Value<PeerListFormat> AS =
      new Option.Value<>(
          "--as",
          "FORMAT",
          format(false),
          PeerListFormat.words(false) + "; default: found by the content.");

  private static final Option.Value<OnConflict> ON_CONFLICT =
      new Option.Value<>(
          "--on-conflict",
          "WHAT",
          Kind.oneOf(OnConflict.values()),
          "leave (keep ours; the default), take (ours becomes theirs), or add (keep both).");

  private static final String STANDARD_INPUT = "-";

  private final Environment environment;

  PeersImportCommand(Environment environment) {
    this.environment = environment;
  }

  /** A kind of list, by its word. */
  static Kind<PeerListFormat> format(boolean written) {
    String words = PeerListFormat.words(written);
    return new Kind<PeerListFormat>(
            text ->
                PeerListFormat.of(text)
                    .filter(format -> !written || format.isWritten())
                    .orElseThrow(
                        () ->
                            new InputException(
                                "'" + text + "' is not known; write one of " + words)),
            Completion.Source.NOTHING)
        .among(List.of(words.split(", ")));
  }

  @Override
  public String name() {
    return "import";
  }

  @Override
  public Declaration declaration() {
    return Declaration.of("Imports the peers of another system.", "[options] FILE|URL|-")
        .detail(
            "Prints one line for each entry: added, changed, same, conflict (left as it is),"
                + " unreadable or skipped. Exits with 1 if an entry was unreadable.")
        .detail(
            "URL: http(s)://HOST:PORT of a running Orthanc, or ldap(s)://HOST/BASE of a directory"
                + " with DICOM devices (PS3.15 Annex H).")
        .operands(
            new Operands(
                "FILE", 1, 1, "The list, a URL, or - for standard input.", Completion.Source.FILES))
        .group("Options", DRY_RUN, AS, ON_CONFLICT, PeersFile.OPTION)
        .group(ServerAccess.GROUP);
  }

  @Override
  public int run(Given given) throws InputException, InterruptedException {
    PeersFile file = PeersFile.find(given, environment);
    String from = given.operands().getFirst();
    ImportedList list = list(from, given);
    PeerStore store = new PeerStore(file.path());
    PeerBook book = book(store, file);
    ImportPlan plan = ImportPlan.of(book, list);
    for (ImportItem item : plan.items()) {
      environment.out().println(line(item));
    }
    PeerBook after =
        plan.applied(book, plan.decided(decision(given.value(ON_CONFLICT, OnConflict.LEAVE))));
    if (!given.has(DRY_RUN) && !after.equals(book)) {
      save(store, after);
    }
    environment
        .err()
        .println(
            "echolot peers import: "
                + plan.summary()
                + " (read as "
                + plan.format().title()
                + (given.has(DRY_RUN) ? "; nothing was changed)" : ")"));
    return list.unreadable() > 0 ? ExitCode.FAILED : ExitCode.OK;
  }

  private static ImportItem.Decision decision(OnConflict chosen) {
    return switch (chosen) {
      case LEAVE -> ImportItem.Decision.LEAVE;
      case TAKE -> ImportItem.Decision.TAKE;
      case ADD -> ImportItem.Decision.ADD;
    };
  }

  private static String line(ImportItem item) {
    String word = item.word() + " ".repeat(Math.max(1, 11 - item.word().length()));
    return switch (item) {
      case ImportItem.Unreadable _, ImportItem.LeftOut _ ->
          word + item.place() + ": " + Escapes.oneLine(item.text());
      default -> word + Escapes.oneLine(item.text()) + " (" + item.place() + ")";
    };
  }

  private ImportedList list(String from, Given given) throws InputException, InterruptedException {
    PeerListFormat format = given.value(AS);
    try {
      if (ServerAccess.isUrl(from)) {
        return new ServerAccess(given, environment).read(from, format);
      }
      ListContent content = content(from);
      return format == null ? PeerListFormat.readAny(content) : format.read(content);
    } catch (UnreadableListException e) {
      throw new InputException("can't read " + shown(from) + ": " + e.getMessage());
    }
  }

  private ListContent content(String from) throws InputException, UnreadableListException {
    Path path = environment.directory();
    try {
      if (from.equals(STANDARD_INPUT)) {
        return ListContent.ofStream(environment.in());
      }
      path = path.resolve(Kind.FILE.reader().read(from));
      return ListContent.ofFile(path);
    } catch (IOException e) {
      throw new InputException(
          "can't read "
              + shown(from)
              + ": "
              + (Files.isDirectory(path) ? "it is a folder" : FileFaults.words(e)));
    }
  }

  private static String shown(String from) {
    return from.equals(STANDARD_INPUT) ? "standard input" : from;
  }

  /** The peers as they are, in a store that can save them. A broken file is not moved aside. */
  private static PeerBook book(PeerStore store, PeersFile file) throws InputException {
    try {
      // A broken file is told by this, and is not moved aside.
      var _ = store.read();
      return switch (store.load()) {
        case PeerStore.Loaded.Newer newer ->
            throw new InputException(
                file.path()
                    + " is from a newer version of Echolot (format "
                    + newer.version()
                    + ") and can't be changed by this one");
        case PeerStore.Loaded loaded -> loaded.book();
      };
    } catch (IOException e) {
      throw new InputException(String.valueOf(e.getMessage()));
    }
  }

  private static void save(PeerStore store, PeerBook book) throws InputException {
    try {
      store.save(book);
    } catch (IOException e) {
      throw new UnwrittenException(e.getMessage() + "; nothing was imported");
    }
  }
}
