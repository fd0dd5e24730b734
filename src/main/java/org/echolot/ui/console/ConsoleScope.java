package org.echolot.ui.console;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.echolot.journal.LineSource;
import org.jspecify.annotations.Nullable;

/**
 * Ties the console to the peer that is selected in the list. View model: for the FX thread, or the
 * test's.
 */
public final class ConsoleScope {

  private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.ALL);
  private final ObjectProperty<SourceChoice> source;
  private final LongProperty only;
  private @Nullable LineSource selected;
  private long check;
  private boolean applying;

  /**
   * @param source whose lines are shown
   * @param only the check that is shown alone; 0: all are shown
   */
  ConsoleScope(ObjectProperty<SourceChoice> source, LongProperty only) {
    this.source = source;
    this.only = only;
    scope.subscribe((_, _) -> apply());
    // Who looks at a check alone, or at one peer, by the menu of a line, has left the scope.
    only.subscribe((_, _) -> noticed());
    source.subscribe((_, _) -> noticed());
  }

  public ObjectProperty<Scope> scopeProperty() {
    return scope;
  }

  /**
   * Another peer is selected, or another check of it is its last.
   *
   * @param peer null: none
   * @param conversationId of its last check, or of the one that runs; 0: none
   */
  public void follow(@Nullable LineSource peer, long conversationId) {
    selected = peer;
    check = conversationId;
    if (scope.get() != Scope.ALL) {
      apply();
    }
  }

  private void apply() {
    LineSource peer = selected;
    Scope wanted = scope.get();
    boolean bound = wanted != Scope.ALL && peer != null;
    applying = true;
    only.set(wanted == Scope.CHECK && bound ? check : 0);
    source.set(bound ? new SourceChoice(peer) : SourceChoice.ALL);
    applying = false;
  }

  private void noticed() {
    if (applying || selected == null) {
      return;
    }
    if (scope.get() != Scope.ALL && source.get().equals(SourceChoice.ALL)) {
      scope.set(Scope.ALL);
    } else if (scope.get() == Scope.CHECK && only.get() == 0) {
      scope.set(Scope.PEER);
    }
  }
}
