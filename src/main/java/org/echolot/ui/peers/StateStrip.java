package org.echolot.ui.peers;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.echolot.peers.filter.FilterText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * How all peers stand, in a line below the tool bar. Each count is a button that shows those peers
 * alone: it puts its word into the filter, where it can be typed as well.
 */
public final class StateStrip extends HBox {

  /** The most tags that are offered; the others can be typed. */
  private static final int MOST_TAGS = 6;

  private static final String FAULT = "strip-fault";

  private final StringProperty filter;

  /** Nothing is so: that draws nobody's eye. */
  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

  private final ToggleButton all = chip("strip-all", null, "strip-plain");
  private final ToggleButton failing = chip("strip-failing", Feather.X_CIRCLE, "strip-failed");
  private final ToggleButton warnings =
      chip("strip-warnings", Feather.ALERT_TRIANGLE, "strip-warning");
  private final ToggleButton ok = chip("strip-ok", Feather.CHECK_CIRCLE, "strip-good");
  private final ToggleButton unchecked = chip("strip-unchecked", Feather.CIRCLE, "strip-plain");
  private final Button again = new Button("", new FontIcon(Feather.REFRESH_CW));
  private final ToggleButton worse = chip("strip-worse", Feather.TRENDING_DOWN, "strip-failed");
  private final FittingBox tags = new FittingBox(4);
  private final Label end = new Label();
  private String said = "";
  private String fault = "";

  public StateStrip(PeersModel peers) {
    filter = peers.shown().filterProperty();
    setId("strip");
    getStyleClass().add("strip");
    tags.getStyleClass().add("strip-tags");
    Separator line = new Separator(Orientation.VERTICAL);
    line.visibleProperty().bind(tags.visibleProperty());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    end.setId("strip-end");
    end.getStyleClass().add("strip-end");
    getChildren().setAll(all, failing, again, warnings, ok, unchecked, line, tags, gap, end, worse);
    again.setId("strip-again");
    again.getStyleClass().addAll("chip", "strip-failed");
    again.setTooltip(new Tooltip("Checks the failing peers again"));
    again.setAccessibleText("Check the failing peers again");
    again.setMinWidth(Region.USE_PREF_SIZE);
    peers.shown().filterFaultProperty().subscribe(this::showFault);
    all.setOnAction(_ -> filter.set(FilterText.withoutState(filter.get())));
    bind(failing, "is:failing");
    bind(warnings, "is:warning");
    bind(ok, "is:ok");
    bind(unchecked, "is:unchecked");
    bind(worse, "is:worse");
    worse
        .visibleProperty()
        .bind(peers.worse().countProperty().greaterThan(0).or(worse.selectedProperty()));
    worse.managedProperty().bind(worse.visibleProperty());
    worse.setTooltip(
        new Tooltip("Shows the peers whose last check ended worse than the last one a day ago"));
    peers.worse().countProperty().subscribe(count -> showWorse(count.intValue()));
    all.setTooltip(new Tooltip("Shows peers however their last checks ended (Alt+1)"));
    failing.setTooltip(new Tooltip("Shows the peers whose last check failed (Alt+2)"));
    warnings.setTooltip(new Tooltip("Shows the peers that answer with a warning (Alt+3)"));
    ok.setTooltip(new Tooltip("Shows the peers that answer (Alt+4)"));
    unchecked.setTooltip(new Tooltip("Shows the peers that have not been checked (Alt+5)"));
    peers.countsProperty().subscribe(this::show);
    filter.subscribe(_ -> mark());
    peers.rows().addListener((InvalidationListener) _ -> showTags(peers.rows()));
    showTags(peers.rows());
  }

  private static ToggleButton chip(String id, @Nullable Feather icon, String styleClass) {
    ToggleButton chip = new ToggleButton();
    chip.setId(id);
    chip.getStyleClass().addAll("chip", styleClass);
    if (icon != null) {
      chip.setGraphic(new FontIcon(icon));
    }
    chip.setMinWidth(Region.USE_PREF_SIZE);
    return chip;
  }

  private void bind(ToggleButton chip, String word) {
    chip.setUserData(word);
    chip.setOnAction(_ -> toggle(word));
  }

  private void toggle(String word) {
    String text = filter.get();
    filter.set(
        FilterText.has(text, word) ? FilterText.without(text, word) : FilterText.with(text, word));
    mark();
  }

  /** Does what a click on the button of that number does, from the left, 0 to 4. */
  public void press(int number) {
    List.of(all, failing, warnings, ok, unchecked).get(number).fire();
  }

  private void mark() {
    String text = filter.get();
    all.setSelected(!FilterText.asksForState(text));
    for (ToggleButton chip : List.of(failing, warnings, ok, unchecked, worse)) {
      chip.setSelected(FilterText.has(text, (String) chip.getUserData()));
    }
    tags.getChildren().stream()
        .map(ToggleButton.class::cast)
        .forEach(chip -> chip.setSelected(FilterText.has(text, (String) chip.getUserData())));
  }

  private void show(PeerCounts counts) {
    name(all, "All " + counts.total(), "All peers, " + counts.total());
    name(failing, counts.failing() + " failing", counts.failing() + " failing");
    name(
        warnings,
        number(counts.warnings(), "warning", "warnings"),
        number(counts.warnings(), "peer with a warning", "peers with warnings"));
    name(ok, counts.ok() + " ok", counts.ok() + " ok");
    name(unchecked, counts.unknown() + " not checked", counts.unknown() + " not checked");
    failing.pseudoClassStateChanged(NONE, counts.failing() == 0);
    warnings.pseudoClassStateChanged(NONE, counts.warnings() == 0);
    ok.pseudoClassStateChanged(NONE, counts.ok() == 0);
    again.setVisible(counts.failing() > 0);
    again.setManaged(counts.failing() > 0);
    setAccessibleText(counts.text());
  }

  private void showWorse(int count) {
    name(worse, count + " worse than yesterday", count + " worse than yesterday");
  }

  private static String number(int count, String one, String several) {
    return String.format(Locale.ROOT, "%d %s", count, count == 1 ? one : several);
  }

  private static void name(ToggleButton chip, String text, String spoken) {
    chip.setText(text);
    chip.setAccessibleText("Show " + spoken);
  }

  private void showTags(List<PeerRow> rows) {
    TreeSet<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    rows.forEach(row -> names.addAll(row.peer().tags()));
    List<String> shown = names.stream().limit(MOST_TAGS).toList();
    if (shown.equals(tags.getUserData())) {
      return;
    }
    tags.setUserData(shown);
    tags.getChildren().clear();
    for (String name : shown) {
      ToggleButton chip = chip("", null, "strip-plain");
      chip.setText("# " + name);
      chip.setTooltip(new Tooltip("Shows the peers with the tag " + name));
      bind(chip, FilterText.tag(name));
      tags.getChildren().add(chip);
    }
    tags.setVisible(!shown.isEmpty());
    mark();
  }

  /**
   * @param command checks those that fail
   */
  public void onCheckFailing(Runnable command) {
    again.setOnAction(_ -> command.run());
  }

  /** Says something at the right end, while nothing is wrong with the filter. */
  public void say(String text) {
    said = text;
    showEnd();
  }

  private void showFault(String text) {
    fault = text;
    showEnd();
  }

  private void showEnd() {
    end.setText(fault.isEmpty() ? said : "✗ " + fault);
    // What was said is short; what is wrong may have to be cut off.
    end.setMinWidth(fault.isEmpty() ? Region.USE_PREF_SIZE : 0);
    end.getStyleClass().removeAll(FAULT);
    if (!fault.isEmpty()) {
      end.getStyleClass().add(FAULT);
    }
  }
}
