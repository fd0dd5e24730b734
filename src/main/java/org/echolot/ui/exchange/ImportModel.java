package org.echolot.ui.exchange;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.echolot.peers.PeerBook;
import org.echolot.peers.exchange.ImportItem;
import org.echolot.peers.exchange.ImportItem.Decision;
import org.echolot.peers.exchange.ImportPlan;

/**
 * What an import is about to do, and what the user decides on it. View model: to be used on the FX
 * thread.
 */
public final class ImportModel {

  /** An entry, and what is to happen with it. */
  public static final class Line {
    private final ImportItem item;
    private final ObjectProperty<Decision> decision;

    private Line(ImportItem item) {
      this.item = item;
      this.decision = new SimpleObjectProperty<>(item.suggested());
    }

    public ImportItem item() {
      return item;
    }

    public ObjectProperty<Decision> decisionProperty() {
      return decision;
    }

    /** What can be decided; one where there is no choice. */
    public List<Decision> choices() {
      return switch (item) {
        case ImportItem.Added _ -> List.of(Decision.TAKE, Decision.LEAVE);
        case ImportItem.Changed _ -> List.of(Decision.TAKE, Decision.LEAVE);
        case ImportItem.Conflict _ -> List.of(Decision.LEAVE, Decision.TAKE, Decision.ADD);
        case ImportItem.Same _, ImportItem.Unreadable _, ImportItem.LeftOut _ ->
            List.of(Decision.LEAVE);
      };
    }

    /** The words for a decision on this entry. */
    public String words(Decision of) {
      return switch (of) {
        case LEAVE -> item instanceof ImportItem.Conflict ? "Keep ours" : "Leave out";
        case TAKE ->
            switch (item) {
              case ImportItem.Added _ -> "Add";
              case ImportItem.Changed _ -> "Change";
              default -> "Replace ours";
            };
        case ADD -> "Keep both";
      };
    }
  }

  private final ImportPlan plan;
  private final List<Line> lines;
  private final ReadOnlyStringWrapper button = new ReadOnlyStringWrapper("");

  public ImportModel(ImportPlan plan) {
    this.plan = plan;
    List<Line> all = new ArrayList<>();
    plan.items().forEach(item -> all.add(new Line(item)));
    lines = List.copyOf(all);
    lines.forEach(line -> line.decisionProperty().subscribe(_ -> count()));
    count();
  }

  private void count() {
    long taken = taken();
    button.set(
        taken == 0
            ? "Nothing to import"
            : taken == 1 ? "Import 1 peer" : "Import " + taken + " peers");
  }

  public List<Line> lines() {
    return lines;
  }

  /** How many entries change something. */
  public long taken() {
    return lines.stream().filter(line -> line.decision.get() != Decision.LEAVE).count();
  }

  /** The words on the button that does it. */
  public ReadOnlyStringProperty buttonTextProperty() {
    return button.getReadOnlyProperty();
  }

  /** What the list was read as, and what is in it. */
  public String summary() {
    return plan.format().title() + ": " + plan.summary();
  }

  /** The book after it. */
  public PeerBook applied(PeerBook now) {
    return plan.applied(now, lines.stream().map(line -> line.decision.get()).toList());
  }
}
