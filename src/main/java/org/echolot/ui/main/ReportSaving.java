package org.echolot.ui.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.peers.Peer;
import org.echolot.report.SiteCsv;
import org.echolot.report.SiteHtml;
import org.echolot.report.SiteReport;
import org.echolot.ui.Dialogs;
import org.echolot.ui.peers.PeerRow;

/** Saves how all peers that the list shows stand. To be used on the FX thread. */
final class ReportSaving {

  private static final List<ExtensionFilter> KINDS =
      List.of(new ExtensionFilter("Page to print", "*.html"), new ExtensionFilter("CSV", "*.csv"));

  private final Stage stage;
  private final Services services;
  private final WindowModels models;

  ReportSaving(Stage stage, Services services, WindowModels models) {
    this.stage = stage;
    this.services = services;
    this.models = models;
  }

  /** Asks where to, and saves. */
  void ask() {
    String name = "DICOM connections " + LocalDate.now(ZoneId.systemDefault()) + ".html";
    new Dialogs(stage).askSaveTarget("Save report", name, KINDS).ifPresent(this::save);
  }

  /** Saves in the background; the status bar tells how that went. */
  void save(Path file) {
    SiteReport report =
        new SiteReport(
            OffsetDateTime.now(ZoneId.systemDefault()),
            System.getProperty("user.name", "?"),
            models.peers.shown().peersProperty().get().stream().map(ReportSaving::entry).toList());
    services.disk().execute(() -> write(file, report));
  }

  private static SiteReport.Entry entry(PeerRow row) {
    Peer peer = row.peer();
    return new SiteReport.Entry(
        peer.name(),
        peer.tags().isEmpty() ? "" : peer.tags().getFirst(),
        peer.address(),
        row.lastResult());
  }

  private void write(Path file, SiteReport report) {
    boolean csv = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".csv");
    String said;
    boolean saved = false;
    try {
      String content = csv ? SiteCsv.of(report) : SiteHtml.of(report);
      new AtomicFile(file, FileSteps.REAL).write(empty -> Files.writeString(empty, content));
      said = "Saved " + file + ".";
      saved = true;
    } catch (IOException e) {
      said = "Not saved: " + Objects.requireNonNullElse(e.getMessage(), e.toString());
    }
    String outcome = said;
    Path shown = saved ? file : null;
    models.frames.execute(() -> models.message.say(outcome, shown));
  }
}
