package org.echolot.ui.peers;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.echolot.peers.filter.PeerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Which peers the list shows, in which order and groups. While results come, it is made up anew a
 * few times a second at most, whatever their number. View model: for the FX thread.
 */
public final class ShownPeersModel {

  private final List<PeerRow> all;
  private final Executor pace;
  private final WorsePeers worse;
  private final ListRows lines = new ListRows();
  private final ObservableList<ListRow> readOnlyLines =
      FXCollections.unmodifiableObservableList(lines);
  private final StringProperty filter = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper filterFault = new ReadOnlyStringWrapper("");
  private final ObjectProperty<Grouping> grouping = new SimpleObjectProperty<>(Grouping.TAG);
  private final ReadOnlyObjectWrapper<List<PeerRow>> peers = new ReadOnlyObjectWrapper<>(List.of());
  private final Set<String> folded = new HashSet<>();
  private Map<String, GroupRow> headers = Map.of();
  private PeerFilter passes = PeerFilter.of("");
  private @Nullable Comparator<PeerRow> order;
  private boolean asked;

  /**
   * @param all in the user's order
   * @param pace runs what it is given a few times a second at most
   * @param worse which peers stand worse than a day ago
   */
  ShownPeersModel(List<PeerRow> all, Executor pace, WorsePeers worse) {
    this.all = all;
    this.pace = pace;
    this.worse = worse;
    filter.subscribe(
        (_, text) -> {
          passes = PeerFilter.of(text);
          filterFault.set(passes.fault().orElse(""));
          update();
        });
    grouping.subscribe((_, _) -> update());
  }

  /** Peers and headers from top to bottom. */
  public ObservableList<ListRow> lines() {
    return readOnlyLines;
  }

  /** The peers that the filter lets through, folded away or not. */
  public ReadOnlyObjectProperty<List<PeerRow>> peersProperty() {
    return peers.getReadOnlyProperty();
  }

  /** What the user looks for; blank for everything. */
  public StringProperty filterProperty() {
    return filter;
  }

  /** What is wrong with the filter, in one sentence; empty: nothing. */
  public ReadOnlyStringProperty filterFaultProperty() {
    return filterFault.getReadOnlyProperty();
  }

  /**
   * What peers are put together by; where none has a tag, or all are of one host, there is none.
   */
  public ObjectProperty<Grouping> groupingProperty() {
    return grouping;
  }

  // Commands

  /**
   * @param comparator null: the user's order
   */
  public void orderBy(@Nullable Comparator<PeerRow> comparator) {
    order = comparator;
    update();
  }

  /** Folds the peers of a group away, or shows them again. */
  public void toggle(String group) {
    if (!folded.remove(group)) {
      folded.add(group);
    }
    update();
  }

  /** Unfolds the groups of these peers. */
  void reveal(List<PeerRow> wanted) {
    if (folded.removeAll(wanted.stream().map(grouping.get()::groupOf).toList())) {
      update();
    }
  }

  /** A result came, so that another order may hold. Takes effect within a moment. */
  void resultCame() {
    if (!asked) {
      asked = true;
      pace.execute(
          () -> {
            asked = false;
            update();
          });
    }
  }

  /** Makes up anew what is shown. */
  void update() {
    List<PeerRow> shown = new ArrayList<>(all.size());
    for (PeerRow row : all) {
      if (passes.test(new RowSubject(row, worse))) {
        shown.add(row);
      }
    }
    Map<String, List<PeerRow>> groups = groups(shown);
    if (order != null) {
      groups.values().forEach(group -> group.sort(order));
    }
    List<PeerRow> passing = new ArrayList<>(shown.size());
    groups.values().forEach(passing::addAll);
    peers.set(List.copyOf(passing));
    lines.show(groups.size() == 1 && order(groups) ? List.copyOf(passing) : withHeaders(groups));
  }

  /** Whether the one group that there is needs no header. */
  private boolean order(Map<String, List<PeerRow>> groups) {
    return groups.keySet().iterator().next().isEmpty() || grouping.get() == Grouping.NONE;
  }

  /** By the user's order, and those of no group last. */
  private Map<String, List<PeerRow>> groups(List<PeerRow> shown) {
    Map<String, List<PeerRow>> groups = new LinkedHashMap<>();
    Grouping by = grouping.get();
    for (PeerRow row : shown) {
      groups.computeIfAbsent(by.groupOf(row), _ -> new ArrayList<>()).add(row);
    }
    List<PeerRow> others = groups.remove("");
    if (others != null) {
      groups.put("", others);
    }
    return groups;
  }

  private List<ListRow> withHeaders(Map<String, List<PeerRow>> groups) {
    List<ListRow> next = new ArrayList<>();
    Map<String, GroupRow> made = new HashMap<>();
    groups.forEach(
        (name, members) -> {
          GroupRow header = GroupRow.of(name, members, folded.contains(name));
          GroupRow before = headers.get(name);
          // The same line where nothing changed, so that no cell is filled again.
          GroupRow line = before != null && header.equals(before) ? before : header;
          made.put(name, line);
          next.add(line);
          if (!header.folded()) {
            next.addAll(members);
          }
        });
    headers = made;
    return next;
  }
}
