package org.echolot.ui;

import atlantafx.base.theme.Tweaks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Alert;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;
import org.echolot.text.About;
import org.echolot.ui.action.Key;
import org.echolot.ui.action.Shortcuts;

/** The small dialogs of the window. */
public final class Dialogs {

  private static final Insets MARGIN = new Insets(16);

  private static final double PATH_WIDTH = 380;

  /** Of a list that may be longer than the screen is high. */
  private static final double LIST_HEIGHT = 480;

  private final Window owner;

  /**
   * @param owner the window that they stand before
   */
  public Dialogs(Window owner) {
    this.owner = owner;
  }

  /**
   * Asks whether to go on though the last change of the peers is not saved.
   *
   * @param goOn the words on the button that does
   */
  public boolean confirmLoss(String goOn) {
    return confirmsLoss(
        "not-saved",
        "Not saved",
        "The last change to the peers is not saved and would be lost.",
        goOn,
        "Cancel");
  }

  /** What is to become of what was typed. */
  public enum Leaving {
    DISCARD,
    KEEP_AS_DRAFT,
    KEEP_EDITING
  }

  /** Asks what is to become of what was typed in an editor that is to be closed. */
  public Leaving askAboutDraft() {
    ButtonType lose = new ButtonType("Discard", ButtonBar.ButtonData.OTHER);
    ButtonType draft = new ButtonType("Keep as draft", ButtonBar.ButtonData.OTHER);
    ButtonType edit = new ButtonType("Keep editing", ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert =
        new Alert(
            Alert.AlertType.WARNING,
            "What you typed would be lost. A draft is kept until Echolot is closed, and offered the"
                + " next time.",
            lose,
            draft,
            edit);
    Placed.over(owner, alert);
    alert.setHeaderText(null);
    alert.setTitle("Discard the changes?");
    DialogPane pane = alert.getDialogPane();
    pane.setId("discard");
    pane.lookupButton(lose).setId("discard-lose");
    pane.lookupButton(draft).setId("discard-draft");
    Node keeping = pane.lookupButton(edit);
    keeping.setId("discard-keep");
    if (keeping instanceof Button button) {
      button.setDefaultButton(true);
    }
    alert.setOnShown(_ -> new FxThread().execute(keeping::requestFocus));
    ButtonType chosen = alert.showAndWait().orElse(edit);
    return chosen.equals(lose)
        ? Leaving.DISCARD
        : chosen.equals(draft) ? Leaving.KEEP_AS_DRAFT : Leaving.KEEP_EDITING;
  }

  /** Asks whether to close an editor though what was typed would be lost. */
  public boolean confirmDiscard() {
    return confirmsLoss(
        "discard",
        "Discard the changes?",
        "What you typed would be lost.",
        "Discard",
        "Keep editing");
  }

  /** The button that loses nothing has the focus, and is what Enter and Escape mean. */
  private boolean confirmsLoss(String id, String title, String text, String goOn, String stay) {
    ButtonType lose = new ButtonType(goOn, ButtonBar.ButtonData.OTHER);
    ButtonType keep = new ButtonType(stay, ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.WARNING, text, lose, keep);
    Placed.over(owner, alert);
    alert.setHeaderText(null);
    alert.setTitle(title);
    DialogPane pane = alert.getDialogPane();
    pane.setId(id);
    pane.lookupButton(lose).setId(id + "-lose");
    Node keeping = pane.lookupButton(keep);
    keeping.setId(id + "-keep");
    if (keeping instanceof Button button) {
      button.setDefaultButton(true);
    }
    alert.setOnShown(_ -> new FxThread().execute(keeping::requestFocus));
    return alert.showAndWait().filter(lose::equals).isPresent();
  }

  /**
   * Asks whether what was kept of deleted peers is to go, too.
   *
   * @param whose the name of the peer, or how many there are
   */
  public boolean askDeleteHistory(String whose) {
    ButtonType delete = new ButtonType("Delete history", ButtonBar.ButtonData.NO);
    ButtonType keep = new ButtonType("Keep history", ButtonBar.ButtonData.OK_DONE);
    Alert alert =
        new Alert(
            Alert.AlertType.CONFIRMATION,
            "Results of earlier checks are kept for "
                + whose
                + ". Delete them, too? They are deleted when Echolot is closed, unless you undo.",
            keep,
            delete);
    Placed.over(owner, alert);
    alert.setHeaderText(null);
    alert.setTitle("History");
    alert.getDialogPane().setId("delete-history");
    return alert.showAndWait().filter(delete::equals).isPresent();
  }

  /**
   * Asks for a file to save to. A name without the ending of any kind gets that of the chosen one.
   *
   * @param filters the kinds of file to choose among, each with one ending
   * @return nothing where the user thinks better of it
   */
  public Optional<Path> askSaveTarget(
      String title, String proposedName, List<ExtensionFilter> filters) {
    return FileQuestions.of(owner).save(owner, title, proposedName, filters);
  }

  /**
   * Asks for a file that is there.
   *
   * @param folder where to look first, if no file was chosen before
   * @return nothing where the user thinks better of it
   */
  public Optional<Path> askFile(String title, Path folder, List<ExtensionFilter> filters) {
    return FileQuestions.of(owner).open(owner, title, folder, filters);
  }

  /** Shows the keys of all actions. */
  public void showShortcuts() {
    GridPane grid = new GridPane(24, 6);
    int row = 0;
    for (Shortcuts.Shortcut shortcut : Shortcuts.all()) {
      grid.addRow(row++, whole(keysOf(shortcut)), whole(tipOf(shortcut)));
    }
    ScrollPane scrolled = new ScrollPane(grid);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scrolled.setVbarPolicy(ScrollPane.ScrollBarPolicy.ALWAYS);
    scrolled.setMinWidth(Region.USE_PREF_SIZE);
    scrolled.setPrefViewportHeight(LIST_HEIGHT);
    scrolled.getStyleClass().add(Tweaks.EDGE_TO_EDGE);
    show("Keyboard shortcuts", scrolled);
  }

  private static String keysOf(Shortcuts.Shortcut shortcut) {
    return shortcut.keys().stream().map(Key::displayText).collect(Collectors.joining(", "));
  }

  private static String tipOf(Shortcuts.Shortcut shortcut) {
    String tip = shortcut.action().look().tip();
    String where = shortcut.focus().words();
    return where.isEmpty()
        ? tip
        : Character.toUpperCase(where.charAt(0))
            + where.substring(1)
            + ": "
            + Character.toLowerCase(tip.charAt(0))
            + tip.substring(1);
  }

  /** Shows where files are. */
  public void showLocations(Path peers, Path settings) {
    GridPane grid = new GridPane(24, 6);
    grid.addRow(0, whole("Peers"), path("locations-peers-path", peers), folderOf("peers", peers));
    grid.addRow(
        1,
        whole("Settings"),
        path("locations-settings-path", settings),
        folderOf("settings", settings));
    show("File locations", grid);
  }

  private static Button folderOf(String what, Path file) {
    Button button = new Button("Show in folder");
    button.setId("locations-" + what);
    button.setAccessibleText("Show the " + what + " in their folder");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(_ -> new FolderView().show(file));
    return button;
  }

  /** Words that are never cut off, however little room a grid gives them. */
  private static Label whole(String words) {
    Label label = new Label(words);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  /** All of it, in several lines if need be. */
  private static CopyableText path(String id, Path path) {
    CopyableText text = new CopyableText(id);
    text.show(path.toAbsolutePath().toString());
    text.setPrefWidth(PATH_WIDTH);
    return text;
  }

  /** Shows what this program is, and which one. */
  public void showAbout() {
    String versions =
        String.join("\n", About.program(), About.java(), About.system(), "", About.licence());
    CopyableText text = new CopyableText("about-text");
    text.show(
        "Echolot checks whether a DICOM peer answers a C-ECHO and, if not, shows what is wrong.\n\n"
            + versions);
    text.setPrefWidth(420);
    Button copy = new Button("Copy");
    copy.setId("about-copy");
    copy.setTooltip(new Tooltip("Copies the versions, for a report to somebody else"));
    copy.setOnAction(_ -> TextClipboard.copy(versions + "\n"));
    show("About Echolot", new VBox(12, text, copy));
  }

  private void show(String title, Region content) {
    Alert alert = new Alert(Alert.AlertType.NONE, "", ButtonType.CLOSE);
    Placed.over(owner, alert);
    alert.setTitle(title);
    content.setPadding(MARGIN);
    alert.getDialogPane().setContent(content);
    alert.setResizable(true);
    alert.showAndWait();
  }
}
