package org.echolot.peers.exchange;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.exchange.ImportItem.Decision;

/**
 * What an import would do to a book, entry by entry, before it does anything. A peer is known again
 * by its ID, else by its name, else by AE title, host and port. Immutable.
 *
 * @param before the book that it was compared with
 */
public record ImportPlan(PeerBook before, PeerListFormat format, List<ImportItem> items) {

  public ImportPlan {
    items = List.copyOf(items);
  }

  /** Compares a list with a book. */
  public static ImportPlan of(PeerBook book, ImportedList list) {
    Comparison comparison = new Comparison(book);
    return new ImportPlan(book, list.format(), list.rows().stream().map(comparison::item).toList());
  }

  /** How many items there are of each word. */
  public long count(Class<? extends ImportItem> kind) {
    return items.stream().filter(kind::isInstance).count();
  }

  /** What happens to each item if nobody decides otherwise. */
  public List<Decision> suggested() {
    return items.stream().map(ImportItem::suggested).toList();
  }

  /** The same, but with each conflict decided so. */
  public List<Decision> decided(Decision ofConflicts) {
    return items.stream()
        .map(item -> item instanceof ImportItem.Conflict ? ofConflicts : item.suggested())
        .toList();
  }

  /** What will have happened, in words: {@code 3 added, 1 changed, 2 same}. */
  public String summary() {
    Map<Word, Long> counts = new EnumMap<>(Word.class);
    items.forEach(
        item -> counts.merge(Word.valueOf(item.word().toUpperCase(Locale.ROOT)), 1L, Long::sum));
    List<String> words = new ArrayList<>();
    counts.forEach((word, count) -> words.add(count + " " + word.label(count)));
    return String.join(", ", words);
  }

  /** The order in which they are counted. */
  private enum Word {
    ADDED,
    CHANGED,
    SAME,
    CONFLICT,
    UNREADABLE,
    SKIPPED;

    String label(long count) {
      String label = name().toLowerCase(Locale.ROOT);
      return this == CONFLICT && count != 1 ? "conflicts" : label;
    }
  }

  /**
   * The book after the import, in one step.
   *
   * @param now the book as it is now; what was deleted from it since stays deleted
   * @param decisions one for each item, in order
   */
  public PeerBook applied(PeerBook now, List<Decision> decisions) {
    PeerBook book = now;
    for (int i = 0; i < items.size(); i++) {
      book = applied(book, items.get(i), decisions.get(i));
    }
    return book;
  }

  private static PeerBook applied(PeerBook book, ImportItem item, Decision decision) {
    return switch (item) {
      case ImportItem.Added added when decision != Decision.LEAVE -> added(book, added.peer());
      case ImportItem.Changed changed when decision == Decision.TAKE ->
          replaced(book, changed.after());
      case ImportItem.Changed changed when decision == Decision.ADD -> added(book, changed.after());
      case ImportItem.Conflict conflict when decision == Decision.TAKE ->
          replaced(book, conflict.merged());
      case ImportItem.Conflict conflict when decision == Decision.ADD ->
          added(book, conflict.theirs());
      default -> book;
    };
  }

  private static PeerBook added(PeerBook book, Peer peer) {
    String name = book.freeName(peer.name());
    boolean isIdFree = book.peers().stream().noneMatch(other -> other.id().equals(peer.id()));
    return book.withAdded(isIdFree ? peer.withName(name) : peer.copy(name));
  }

  private static PeerBook replaced(PeerBook book, Peer peer) {
    if (book.peers().stream().noneMatch(other -> other.id().equals(peer.id()))) {
      return book;
    }
    boolean isNameFree =
        book.find(peer.name()).filter(other -> !other.id().equals(peer.id())).isEmpty();
    return book.withReplaced(
        isNameFree ? peer : peer.withName(book.without(List.of(peer.id())).freeName(peer.name())));
  }

  /** Goes through a list, row by row; what a row adds or changes is known to those after it. */
  private static final class Comparison {

    private PeerBook book;
    private final Set<UUID> touched = new HashSet<>();

    Comparison(PeerBook book) {
      this.book = book;
    }

    ImportItem item(ImportedRow row) {
      return switch (row) {
        case ImportedRow.Read read -> item(read);
        case ImportedRow.Unreadable bad -> new ImportItem.Unreadable(bad.place(), bad.reason());
        case ImportedRow.LeftOut out -> new ImportItem.LeftOut(out.place(), out.reason());
      };
    }

    private ImportItem item(ImportedRow.Read row) {
      Peer theirs = row.peer();
      boolean isNamed = row.stated().contains(PeerField.NAME);
      Optional<Peer> byId = ours(other -> other.id().equals(theirs.id()));
      Optional<Peer> byName = isNamed ? book.find(theirs.name()) : Optional.empty();
      if (byId.isPresent()) {
        return known(row, byId.get(), true);
      }
      if (byName.isPresent()) {
        return known(row, byName.get(), false);
      }
      Optional<Peer> byAddress = ours(other -> hasSameAddress(other, theirs));
      if (byAddress.isPresent()) {
        return atSameAddress(row, byAddress.get(), isNamed);
      }
      Peer added = theirs.withName(book.freeName(theirs.name()));
      book = book.withAdded(added);
      touched.add(added.id());
      return new ImportItem.Added(row.place(), added);
    }

    private Optional<Peer> ours(Predicate<Peer> is) {
      return book.peers().stream().filter(is).findFirst();
    }

    private ImportItem known(ImportedRow.Read row, Peer ours, boolean isById) {
      Peer theirs = row.peer();
      List<PeerField> fields = PeerMerge.differences(ours, theirs, row.stated(), isById);
      Peer merged = PeerMerge.merged(ours, theirs, fields);
      if (fields.isEmpty()) {
        return new ImportItem.Same(row.place(), ours, theirs);
      }
      if (touched.contains(ours.id())) {
        return new ImportItem.Conflict(
            row.place(),
            ours,
            theirs,
            merged,
            "the list has this peer twice: " + ImportItem.differences(fields, ours, merged));
      }
      if (!isById && fields.contains(PeerField.CALLED_AE) && fields.contains(PeerField.HOST)) {
        return new ImportItem.Conflict(
            row.place(), ours, theirs, merged, "the peer of this name is " + ours.address());
      }
      return changed(row, ours, merged, fields);
    }

    private ImportItem atSameAddress(ImportedRow.Read row, Peer ours, boolean isNamed) {
      List<PeerField> fields = PeerMerge.differences(ours, row.peer(), row.stated(), false);
      if (fields.isEmpty()) {
        return new ImportItem.Same(row.place(), ours, row.peer());
      }
      Peer merged = PeerMerge.merged(ours, row.peer(), fields);
      if (!isNamed && !touched.contains(ours.id())) {
        return changed(row, ours, merged, fields);
      }
      return new ImportItem.Conflict(
          row.place(),
          ours,
          row.peer(),
          merged,
          "the same address as "
              + RowCollector.quoted(ours.name())
              + ", but "
              + ImportItem.differences(fields, ours, merged));
    }

    private ImportItem changed(
        ImportedRow.Read row, Peer ours, Peer merged, List<PeerField> fields) {
      book = book.withReplaced(merged);
      touched.add(ours.id());
      return new ImportItem.Changed(row.place(), ours, merged, fields);
    }

    private static boolean hasSameAddress(Peer one, Peer other) {
      return one.calledAe().equals(other.calledAe())
          && one.host().equalsIgnoreCase(other.host())
          && one.port() == other.port();
    }
  }
}
