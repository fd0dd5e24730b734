package org.echolot.ui.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Window;
import org.echolot.journal.JournalLine;
import org.echolot.ui.TextClipboard;
import org.echolot.ui.action.ConsoleAction;
import org.echolot.ui.action.Deed;
import org.jspecify.annotations.Nullable;

/** Carries out what the user asks for in the console. To be used on the FX thread. */
final class ConsoleCommands {

  private final ConsoleModel model;
  private final ConsoleChecks checks;
  private final ConsoleList list;
  private final FindField find;
  private final Runnable copyForTicket;
  private final Function<Window, Optional<Path>> saveTarget;

  /** The line at hand; null for none. */
  private final ReadOnlyObjectProperty<JournalLine> line;

  /** Whether the line at hand is of a check. */
  private final BooleanBinding ofCheck;

  /** Whether that is so, and no check is shown alone. */
  private final BooleanBinding ofCheckAmongAll;

  /** Whether the lines of that check are folded. */
  private final BooleanBinding folded;

  /**
   * @param copyForTicket copies what to write in the ticket
   * @param saveTarget asks where to save to; nothing where the user thinks better of it
   */
  ConsoleCommands(
      ConsoleModel model,
      ConsoleList list,
      FindField find,
      Runnable copyForTicket,
      Function<Window, Optional<Path>> saveTarget) {
    this.model = model;
    this.checks = model.checks();
    this.list = list;
    this.find = find;
    this.copyForTicket = copyForTicket;
    this.saveTarget = saveTarget;
    line = list.getSelectionModel().selectedItemProperty();
    ofCheck = Bindings.createBooleanBinding(() -> checkAtHand() != 0, line);
    ofCheckAmongAll = ofCheck.and(checks.onlyProperty().isEqualTo(0));
    folded =
        Bindings.createBooleanBinding(
            () -> checks.isFolded(checkAtHand()), line, checks.changesProperty());
  }

  Deed deed(ConsoleAction action) {
    return switch (action) {
      case COPY -> Deed.always(this::copy);
      case COPY_FOR_TICKET -> Deed.always(copyForTicket);
      case SELECT_ALL -> Deed.always(() -> list.getSelectionModel().selectAll());
      case SAVE ->
          Deed.when(model.saving().progressProperty().isEqualTo(LogSave.IDLE, 0), this::save);
      case CLEAR -> Deed.always(model::clear);
      case TIMES -> Deed.menuOf(Stream.of(TimeStyle.values()).map(this::times).toList());
      case OPEN -> Deed.always(() -> toggle(Drawer.OPEN));
      case WHOLE -> Deed.always(() -> toggle(Drawer.WHOLE));
      case WRAP -> new Deed.Toggle(model.wrapsProperty());
      case COPY_ALL -> Deed.always(() -> model.text(model.rows(), TextClipboard::copy));
      case FOLLOW -> new Deed.Toggle(model.followProperty());
      case ONLY_CHECK -> Deed.when(ofCheckAmongAll, () -> withLine(checks::toggleOnly));
      case ONLY_CHECK_AND_BACK -> Deed.when(ofCheck, () -> withLine(checks::toggleOnly));
      case ALL_CHECKS -> Deed.when(checks.onlyProperty().isNotEqualTo(0), checks::showAll);
      case FOLD_ALL -> new Deed.Toggle(checks.foldsAllProperty());
      case FOLD_CHECK ->
          Deed.when(ofCheckAmongAll, () -> checks.setFolded(checkAtHand(), true))
              .offeredWhile(folded.not());
      case UNFOLD_CHECK ->
          Deed.when(ofCheckAmongAll, () -> checks.setFolded(checkAtHand(), false))
              .offeredWhile(folded);
      case SELECT_CHECK -> Deed.when(ofCheck, () -> checks.show(checkAtHand()));
      case ONLY_PEER ->
          Deed.when(line.isNotNull(), () -> withLine(l -> show(new SourceChoice(l.source()))));
      case ALL_PEERS ->
          Deed.when(
              model.sourceProperty().isNotEqualTo(SourceChoice.ALL), () -> show(SourceChoice.ALL));
      case LINE_MENU -> new Deed.ByControl(); // as the menu of whatever has the keyboard
      case FIND_NEXT ->
          Deed.when(
              model.finder().countProperty().isNotEqualTo(0),
              () -> model.finder().next(list.currentRow()));
      case FIND_PREVIOUS ->
          Deed.when(
              model.finder().countProperty().isNotEqualTo(0),
              () -> model.finder().previous(list.currentRow()));
      case FIND_END -> Deed.always(this::endFind);
    };
  }

  /** Gives the console that room, or none where it has it. */
  private void toggle(Drawer wanted) {
    boolean has =
        wanted == Drawer.OPEN
            ? model.drawerProperty().get() != Drawer.CLOSED
            : model.drawerProperty().get() == wanted;
    model.drawerProperty().set(has ? Drawer.CLOSED : wanted);
    if (!has) {
      list.requestFocus();
    }
  }

  private Deed.Option times(TimeStyle style) {
    return new Deed.Option(
        style.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        style.label(),
        new Deed.Marked(
            true, model.timesProperty().isEqualTo(style), () -> model.timesProperty().set(style)));
  }

  private void copy() {
    List<JournalLine> selected = list.selectedLines();
    if (!selected.isEmpty()) {
      model.text(selected, TextClipboard::copy);
    }
  }

  private void save() {
    saveTarget.apply(list.getScene().getWindow()).ifPresent(model::save);
  }

  private void show(SourceChoice choice) {
    model.sourceProperty().set(choice);
  }

  private void endFind() {
    find.endSearch();
    list.requestFocus();
  }

  /** The number of the check of the line at hand; 0 where it is of none. */
  private long checkAtHand() {
    JournalLine at = lineAtHand();
    return at == null ? 0 : at.conversationId();
  }

  private void withLine(Consumer<JournalLine> action) {
    JournalLine at = lineAtHand();
    if (at != null) {
      action.accept(at);
    }
  }

  private @Nullable JournalLine lineAtHand() {
    return line.get();
  }
}
