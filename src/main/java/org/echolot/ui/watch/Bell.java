package org.echolot.ui.watch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.echolot.fleet.watch.WatchEvent;
import org.echolot.text.Escapes;

/**
 * Decides what the user is told of at once, and in how few words: changes that come together are
 * told together, and those of quiet hours when these are over. To be used by one thread.
 */
final class Bell {

  private static final int MOST_NAMES = 3;

  /** Of which the last {@link #look} knew. */
  private final List<WatchEvent> ripe = new ArrayList<>();

  /** That came since: others may belong to them. */
  private final List<WatchEvent> fresh = new ArrayList<>();

  private boolean held;

  /** Something happened. */
  void add(WatchEvent event) {
    if (event.kind().rings()) {
      fresh.add(event);
    }
  }

  /**
   * Called about once a second.
   *
   * @param quiet whether nobody is to be told now
   * @return what to tell; empty: nothing
   */
  Optional<String> look(boolean quiet) {
    if (quiet) {
      ripe.addAll(fresh);
      fresh.clear();
      held |= !ripe.isEmpty();
      return Optional.empty();
    }
    Optional<String> told = words(ripe, held);
    held = false;
    ripe.clear();
    ripe.addAll(fresh);
    fresh.clear();
    return told;
  }

  private static Optional<String> words(List<WatchEvent> events, boolean held) {
    if (events.isEmpty()) {
      return Optional.empty();
    }
    // Of several about one peer the last one counts.
    Map<Object, WatchEvent> last = new LinkedHashMap<>();
    for (WatchEvent event : events) {
      Object about = event.peerId() == null ? Bell.class : event.peerId();
      last.remove(about);
      last.put(about, event);
    }
    String words =
        last.size() == 1
            ? last.values().iterator().next().text()
            : counted(List.copyOf(last.values()));
    return Optional.of(held ? "In the quiet hours: " + words : words);
  }

  private static String counted(List<WatchEvent> events) {
    Map<WatchEvent.Kind, List<WatchEvent>> kinds = new EnumMap<>(WatchEvent.Kind.class);
    events.forEach(event -> kinds.computeIfAbsent(event.kind(), _ -> new ArrayList<>()).add(event));
    return kinds.values().stream().map(Bell::sentence).collect(Collectors.joining(". "));
  }

  private static String verb(WatchEvent.Kind kind) {
    return switch (kind) {
      case FAILS -> "fail";
      case RECOVERED -> "answer again";
      case FLAPS -> "answer and fail by turns";
      case STEADY -> "are steady again";
      case NO_WAY -> "cannot be checked";
      case WAY_BACK -> "can be checked again";
      case ANSWERS,
          OTHER_CAUSE,
          FAILED_ONCE,
          ANSWERED_ONCE,
          LINE_DOWN,
          LINE_UP,
          PAUSED,
          CLOCK_SET_BACK,
          NETWORK_CHANGED ->
          kind.label();
    };
  }

  private static String sentence(List<WatchEvent> alike) {
    WatchEvent first = alike.getFirst();
    if (alike.size() == 1) {
      return first.text();
    }
    String names =
        alike.stream()
            .limit(MOST_NAMES)
            .map(event -> Escapes.oneLine(event.peer()))
            .collect(Collectors.joining(", "));
    int more = alike.size() - MOST_NAMES;
    return alike.size()
        + " peers "
        + verb(first.kind())
        + " ("
        + names
        + (more > 0 ? " and " + more + " more" : "")
        + ")";
  }
}
