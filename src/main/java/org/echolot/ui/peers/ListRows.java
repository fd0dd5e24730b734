package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/** The lines of the list, changed as a whole, with one event that says as little as it can. */
final class ListRows extends ObservableListBase<ListRow> {

  private List<ListRow> shown = List.of();

  @Override
  public ListRow get(int index) {
    return shown.get(index);
  }

  @Override
  public int size() {
    return shown.size();
  }

  /** Shows these; nothing happens where they are shown already. */
  @SuppressWarnings("ReferenceEquality") // a line is the same only if it is the very one
  void show(List<ListRow> next) {
    int first = 0;
    int shorter = Math.min(shown.size(), next.size());
    while (first < shorter && shown.get(first) == next.get(first)) {
      first++;
    }
    int same = 0;
    while (same < shorter - first
        && shown.get(shown.size() - 1 - same) == next.get(next.size() - 1 - same)) {
      same++;
    }
    int end = shown.size() - same;
    int nextEnd = next.size() - same;
    if (first == end && first == nextEnd) {
      return;
    }
    List<ListRow> before = shown;
    int[] moved = before.size() == next.size() ? permutation(before, next, first, end) : null;
    shown = List.copyOf(next);
    beginChange();
    if (moved != null) {
      nextPermutation(first, end, moved);
    } else {
      nextReplace(first, nextEnd, new ArrayList<>(before.subList(first, end)));
    }
    endChange();
  }

  /** Where each of a range went; null where they are not the same. */
  private static int @Nullable [] permutation(
      List<ListRow> before, List<ListRow> next, int from, int to) {
    IdentityHashMap<ListRow, Integer> places = new IdentityHashMap<>();
    for (int i = from; i < to; i++) {
      places.put(next.get(i), i);
    }
    int[] moved = new int[to - from];
    for (int i = from; i < to; i++) {
      Integer at = places.get(before.get(i));
      if (at == null) {
        return null;
      }
      moved[i - from] = at;
    }
    return moved;
  }
}
