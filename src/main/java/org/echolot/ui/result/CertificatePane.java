package org.echolot.ui.result;

import atlantafx.base.theme.Styles;
import java.time.Instant;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateFacts.Line;

/**
 * One certificate of a chain: whose it is, how long it is valid, and the rest when it is opened.
 */
final class CertificatePane extends TitledPane {

  /** For the arrow, the mark and the margins. */
  private static final double ROOM_BESIDE_WORDS = 76;

  private final CertificateFacts facts;
  private final Instant at;
  private final boolean trusted;

  /**
   * @param index its place in the chain, from 0
   * @param role what it is there
   * @param at when its validity is judged
   * @param trusted whether the chain is; if not, that a certificate is valid is no good news
   */
  CertificatePane(int index, String role, CertificateFacts facts, Instant at, boolean trusted) {
    this.facts = facts;
    this.at = at;
    this.trusted = trusted;
    setId("tls-certificate-" + (index + 1));
    getStyleClass().addAll(Styles.DENSE, "certificate");
    setAnimated(false);
    String title = TlsReportText.title(facts, at);
    Label mark = new Label(mark());
    mark.setMinWidth(Region.USE_PREF_SIZE);
    Label words = new Label(title);
    words.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    mark.getStyleClass().add(styleClass());
    words.getStyleClass().add(styleClass());
    HBox header = new HBox(6, mark, words);
    // A title is as wide as its words otherwise, and the pane with it.
    setMinWidth(0);
    words.maxWidthProperty().bind(widthProperty().subtract(ROOM_BESIDE_WORDS));
    setGraphic(header);
    words.setTooltip(new Tooltip((index + 1) + ", " + role + ": " + title));
    setAccessibleText("Certificate " + (index + 1) + ", " + role + ": " + title);
    setExpanded(false);
    // A chain may be long, and most of it is never looked at.
    expandedProperty()
        .subscribe(
            open -> {
              if (open && getContent() == null) {
                setContent(content());
              }
            });
  }

  private FactGrid content() {
    FactGrid grid = new FactGrid();
    for (Line line : facts.lines(at)) {
      grid.add(line, line.name().equals("Valid") ? styleClass() : "");
    }
    return grid;
  }

  private String mark() {
    return switch (facts.validityAt(at)) {
      case VALID -> trusted ? "✓" : "•";
      case EXPIRES_SOON -> "⚠";
      case EXPIRED, NOT_YET_VALID -> "✗";
    };
  }

  private String styleClass() {
    return switch (facts.validityAt(at)) {
      case VALID -> trusted ? "status-ok" : "status-unknown";
      case EXPIRES_SOON -> "status-warning";
      case EXPIRED, NOT_YET_VALID -> "status-failed";
    };
  }
}
