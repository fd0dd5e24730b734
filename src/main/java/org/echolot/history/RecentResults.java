package org.echolot.history;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.echolot.check.CheckResult;

/**
 * What is known of peers from before, for a list of them. It waits for the disk: never call it on
 * the FX thread, but for example
 *
 * <pre>{@code
 * services.background().execute(() -> {
 *   Map<UUID, List<ResultBrief>> known = recentResults.recent(38);
 *   frames.execute(() -> rows.forEach(row ->
 *       row.showBefore(known.getOrDefault(row.id(), List.of()))));
 * });
 * }</pre>
 *
 * <p>{@code recent} takes a few milliseconds for hundreds of peers; {@code last} has the whole
 * result of one, for the pane beside the list, when its row is selected. Both have what ended a
 * second ago or earlier: what ends while the window is open comes from the checks themselves. Safe
 * for use by any thread. Where the history can't be read they are empty, and the user was told why.
 */
public interface RecentResults {

  /** Nothing is known. */
  RecentResults NONE =
      new RecentResults() {
        @Override
        public Map<UUID, List<ResultBrief>> recent(int most) {
          return Map.of();
        }

        @Override
        public Map<UUID, ResultBrief> lastBefore(Instant moment) {
          return Map.of();
        }

        @Override
        public Optional<CheckResult> last(UUID peerId) {
          return Optional.empty();
        }
      };

  /**
   * The last results of each peer that has any, oldest first, by the ID of the peer. Checks that
   * were stopped before their end are left out.
   *
   * @param most how many of each peer, from 1
   */
  Map<UUID, List<ResultBrief>> recent(int most);

  /**
   * The last result of each peer that began before a moment, by the ID of the peer, for a
   * comparison with what is found now. Checks that were stopped before their end are left out.
   */
  Map<UUID, ResultBrief> lastBefore(Instant moment);

  /** The last result of a peer as it was, with all that it said; times to the microsecond. */
  Optional<CheckResult> last(UUID peerId);
}
