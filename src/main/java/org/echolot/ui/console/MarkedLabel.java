package org.echolot.ui.console;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * A label in which what is looked for is marked, wherever it stands in what is seen of it. Where it
 * is in what was cut off, the dots that stand for that are marked. Costs as much as any label while
 * nothing is looked for.
 */
final class MarkedLabel extends Label {

  private final Finder finder;
  private final Path marks = new Path();

  MarkedLabel(String styleClass, Finder finder) {
    this.finder = finder;
    getStyleClass().add(styleClass);
    marks.getStyleClass().add("hit-mark");
    marks.setManaged(false);
    marks.setMouseTransparent(true);
  }

  /** Something else is looked for. */
  void markAgain() {
    requestLayout();
  }

  /** How many places are marked. */
  int marked() {
    return marks.getElements().isEmpty() ? 0 : finder.placesIn(getText()).size();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    Text words = finder.isLooking() ? words() : null;
    marks.getElements().clear();
    if (words == null) {
      getChildren().remove(marks);
      return;
    }
    String seen = words.getText();
    List<Finder.Place> places = finder.placesIn(seen);
    places.forEach(place -> mark(words, place.start(), place.end()));
    boolean isCut = seen.length() > getEllipsisString().length() && !seen.equals(getText());
    if (isCut && finder.placesIn(getText()).size() > places.size()) {
      mark(words, seen.length() - getEllipsisString().length(), seen.length());
    }
    marks.setLayoutX(words.getLayoutX());
    marks.setLayoutY(words.getLayoutY());
    if (!getChildren().contains(marks)) {
      getChildren().addFirst(marks);
    }
  }

  private void mark(Text words, int start, int end) {
    marks.getElements().addAll(words.rangeShape(start, end));
  }

  /** What the label's skin shows; null before it has one. */
  private @Nullable Text words() {
    for (Node child : getChildren()) {
      if (child instanceof Text text) {
        return text;
      }
    }
    return null;
  }
}
