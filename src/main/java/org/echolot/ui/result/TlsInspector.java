package org.echolot.ui.result;

import atlantafx.base.theme.Styles;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.echolot.check.CheckResult;
import org.echolot.text.Escapes;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.CertificateFacts.Line;
import org.echolot.tls.TlsFacts;
import org.echolot.tls.TlsReport;
import org.echolot.tls.TrustVerdict;
import org.echolot.ui.TextClipboard;
import org.jspecify.annotations.Nullable;

/** What the TLS handshake showed: all of it, whether the peer is trusted or not. */
final class TlsInspector extends VBox {

  private final Button trust = new Button(Remedy.TRUST.label());
  private final BiConsumer<String, List<X509Certificate>> save;
  private @Nullable CheckResult shown;
  private final List<CertificatePane> certificates = new ArrayList<>();

  /**
   * @param trustIt what the button does
   * @param save saves certificates under a name
   */
  TlsInspector(Runnable trustIt, BiConsumer<String, List<X509Certificate>> save) {
    this.save = save;
    setId("tls-inspector");
    getStyleClass().add("inspector");
    trust.setId("tls-trust");
    trust.setTooltip(new Tooltip(Remedy.TRUST.tip()));
    trust.setOnAction(_ -> trustIt.run());
  }

  /** The button, so that it can be disabled where peers can't be changed. */
  Button trustButton() {
    return trust;
  }

  /** Shows a result; one that is shown already stays as the user has opened it. */
  void show(CheckResult result) {
    CheckResult before = shown;
    if (result.equals(before)) {
      return;
    }
    TlsReport report = result.tls();
    boolean sameChain =
        report != null
            && before != null
            && before.tls() != null
            && before.tls().chain().equals(report.chain());
    List<Boolean> open =
        sameChain ? certificates.stream().map(TitledPane::isExpanded).toList() : List.of(true);
    shown = result;
    getChildren().clear();
    certificates.clear();
    if (TlsReportText.isLegacy(result)) {
      getChildren().add(legacyWarning(result));
    }
    if (report == null) {
      getChildren().add(hint(result));
      return;
    }
    Instant at = TlsReportText.at(result);
    getChildren().add(buttons(result, report));
    getChildren().addAll(title("Trust"), trustGrid(report));
    getChildren().addAll(title("Certificates"), chain(report, at));
    getChildren().addAll(title("Negotiated"), agreed(report));
    getChildren().addAll(title("PS3.15"), profile(report));
    getChildren().addAll(title("What the peer requested"), FactGrid.of(TlsFacts.asked(report)));
    getChildren().addAll(title("What we sent"), FactGrid.of(TlsFacts.sent(report, at)));
    getChildren()
        .addAll(
            folded("tls-offered", "What we offered", TlsFacts.offered(report)),
            folded("tls-switched-off", "Disabled on this computer", TlsFacts.switchedOff(report)));
    for (int i = 0; i < Math.min(open.size(), certificates.size()); i++) {
      certificates.get(i).setExpanded(open.get(i));
    }
  }

  private static Label legacyWarning(CheckResult result) {
    Label warning = wrapping(TlsReportText.legacyWarning(result));
    warning.setId("tls-legacy");
    warning.getStyleClass().add("legacy-warning");
    return warning;
  }

  private static Label hint(CheckResult result) {
    String text = TlsReportText.whyNothing(result);
    Label hint = wrapping(text == null ? "" : text);
    hint.setId("tls-hint");
    hint.getStyleClass().add("result-hint");
    return hint;
  }

  private FlowPane buttons(CheckResult result, TlsReport report) {
    FlowPane buttons = new FlowPane(8, 8);
    if (Remedy.canTrust(report)) {
      buttons.getChildren().add(trust);
    }
    if (!report.chain().isEmpty()) {
      buttons.getChildren().add(saveButton(result, report));
    }
    Button copy = new Button("Copy all");
    copy.setId("tls-copy");
    copy.setTooltip(new Tooltip("Copies everything shown here as text"));
    copy.setOnAction(_ -> TextClipboard.copy(TlsReportText.copy(result, report)));
    buttons.getChildren().add(copy);
    return buttons;
  }

  private MenuButton saveButton(CheckResult result, TlsReport report) {
    List<X509Certificate> chain = report.chain();
    MenuButton button = new MenuButton("Save certificate…");
    button.setId("tls-save");
    button.setTooltip(new Tooltip("Saves the peer's certificates as PEM or DER"));
    for (int i = 0; i < chain.size(); i++) {
      X509Certificate certificate = chain.get(i);
      String name = Escapes.oneLine(CertificateFacts.of(certificate).shortSubject());
      MenuItem item = new MenuItem(TlsFacts.role(chain, i) + ": " + TlsReportText.brief(name));
      item.setId("tls-save-" + (i + 1));
      item.setMnemonicParsing(false);
      item.setOnAction(_ -> save.accept(name, List.of(certificate)));
      button.getItems().add(item);
    }
    if (chain.size() > 1) {
      MenuItem all = new MenuItem("all in one PEM file");
      all.setId("tls-save-all");
      all.setOnAction(_ -> save.accept(result.request().name() + " chain", chain));
      button.getItems().add(all);
    }
    return button;
  }

  private static FactGrid agreed(TlsReport report) {
    FactGrid grid = new FactGrid();
    for (Line line : TlsFacts.agreed(report)) {
      grid.add(line, line.name().startsWith("Alert") ? "status-failed" : "");
    }
    return grid;
  }

  private static FactGrid trustGrid(TlsReport report) {
    TrustVerdict verdict = report.trust();
    FactGrid grid = new FactGrid();
    grid.setId("tls-trust-facts");
    for (Line line : TlsFacts.trust(report)) {
      if (verdict == null || !line.name().equals("Verdict")) {
        grid.add(line, "");
      } else {
        grid.add(
            new Line(line.name(), (verdict.isTrusted() ? "✓ " : "✗ ") + line.value()),
            verdict.isTrusted() ? "status-ok" : "status-failed");
      }
    }
    return grid;
  }

  private static FactGrid profile(TlsReport report) {
    FactGrid grid = new FactGrid();
    for (Line line : TlsFacts.profile(report)) {
      boolean kept = line.value().equals(TlsFacts.KEPT);
      if (report.profileVerdict().known()) {
        grid.add(
            new Line(line.name(), (kept ? "✓ " : "⚠ ") + line.value()),
            kept ? "status-ok" : "status-warning");
      } else {
        grid.add(line, "");
      }
    }
    return grid;
  }

  private Node chain(TlsReport report, Instant at) {
    if (report.chain().isEmpty()) {
      return wrapping("The peer sent none.");
    }
    TrustVerdict verdict = report.trust();
    boolean trusted = verdict != null && verdict.isTrusted();
    for (int i = 0; i < report.chain().size(); i++) {
      CertificateFacts facts = CertificateFacts.of(report.chain().get(i));
      certificates.add(
          new CertificatePane(i, TlsFacts.role(report.chain(), i), facts, at, trusted));
    }
    VBox chain = new VBox();
    chain.setId("tls-chain");
    chain.getStyleClass().add("chain");
    chain.getChildren().setAll(certificates);
    return chain;
  }

  private static TitledPane folded(String id, String title, List<Line> lines) {
    TitledPane pane = new TitledPane(title, FactGrid.of(lines));
    pane.setId(id);
    pane.getStyleClass().addAll(Styles.DENSE, "certificate");
    pane.setAnimated(false);
    pane.setExpanded(false);
    return pane;
  }

  private static Label title(String text) {
    Label title = new Label(text);
    title.getStyleClass().add("section-title");
    return title;
  }

  private static Label wrapping(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
