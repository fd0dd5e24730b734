package org.echolot.ui;

import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Pages of a form with their names at the left, of which one is shown. All of them have the room
 * that the largest needs, so that nothing moves from one to another. To be used on the FX thread.
 */
public final class Pages extends BorderPane {

  private static final double NAMES_WIDTH = 148;
  private static final double NAME_HEIGHT = 32;

  private static final class Page {
    private final String id;
    private final String name;
    private final Node content;
    private boolean offered = true;
    private boolean wrong;

    Page(String id, String name, Node content) {
      this.id = id;
      this.name = name;
      this.content = content;
    }
  }

  private final List<Page> pages = new ArrayList<>();
  private final ListView<Page> names = new ListView<>();
  private final StackPane room = new StackPane();

  /**
   * @param id of the list of names; the others begin with it
   * @param escape is done where Escape is pressed in the list, which keeps the key to itself
   */
  public Pages(String id, Runnable escape) {
    getStyleClass().add("pages");
    names.setId(id + "-pages");
    names.getStyleClass().add("page-names");
    names.setAccessibleText("Pages");
    names.setPrefWidth(NAMES_WIDTH);
    names.setMinWidth(NAMES_WIDTH);
    names.setFixedCellSize(NAME_HEIGHT);
    names.setCellFactory(_ -> new NameCell());
    names.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            escape.run();
          }
        });
    names.getSelectionModel().selectedItemProperty().subscribe(this::showOnly);
    setLeft(names);
    setCenter(room);
  }

  /** Adds a page; the first one is shown. */
  public void add(String id, String name, Region content) {
    ScrollPane scroll = new ScrollPane(content);
    scroll.setId(id);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().addAll("page", Tweaks.EDGE_TO_EDGE);
    scroll.setVisible(pages.isEmpty());
    room.getChildren().add(scroll);
    pages.add(new Page(id, name, scroll));
    list();
  }

  /** Shows a page. */
  public void show(String id) {
    names.getSelectionModel().select(page(id));
  }

  /** Shows the page that holds a node. */
  public void showWith(Node node) {
    pages.stream()
        .filter(page -> isIn(node, page.content))
        .findFirst()
        .ifPresent(page -> names.getSelectionModel().select(page));
  }

  private static boolean isIn(Node node, Node content) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(content)) {
        return true;
      }
    }
    return false;
  }

  /** Marks the name of a page on which something is wrong, or no longer. */
  public void setWrong(String id, boolean wrong) {
    page(id).wrong = wrong;
    names.refresh();
  }

  /** Offers a page, or does not. */
  public void setOffered(String id, boolean offered) {
    page(id).offered = offered;
    list();
  }

  private Page page(String id) {
    return pages.stream().filter(page -> page.id.equals(id)).findFirst().orElseThrow();
  }

  private void list() {
    Page before = names.getSelectionModel().getSelectedItem();
    List<Page> offered = pages.stream().filter(page -> page.offered).toList();
    if (!offered.equals(names.getItems())) {
      names.getItems().setAll(offered);
    }
    names
        .getSelectionModel()
        .select(before != null && before.offered ? before : offered.getFirst());
  }

  private void showOnly(@Nullable Page shown) {
    if (shown != null) {
      pages.forEach(page -> page.content.setVisible(Objects.equals(page, shown)));
    }
  }

  private static final class NameCell extends ListCell<Page> {

    private final FontIcon mark = new FontIcon(Feather.X_CIRCLE);

    NameCell() {
      mark.getStyleClass().add("status-failed");
      setContentDisplay(ContentDisplay.RIGHT);
    }

    @Override
    protected void updateItem(@Nullable Page page, boolean empty) {
      super.updateItem(page, empty);
      setText(page == null ? null : page.name);
      setGraphic(page != null && page.wrong ? mark : null);
      setAccessibleText(
          page == null ? null : page.name + (page.wrong ? ": something is wrong" : ""));
    }
  }
}
