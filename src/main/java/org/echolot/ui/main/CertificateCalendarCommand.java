package org.echolot.ui.main;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Stage;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.history.CertificateCalendar.Entry;
import org.echolot.history.HistoryStore;
import org.echolot.report.CertificateCsv;
import org.echolot.ui.Dialogs;
import org.echolot.ui.certificates.CertificatesModel;
import org.echolot.ui.certificates.CertificatesWindow;

/** Shows the certificate calendar, and does what it asks for. To be used on the FX thread. */
record CertificateCalendarCommand(Stage stage, Services services, WindowModels models) {

  private static final ExtensionFilter CSV = new ExtensionFilter("CSV", "*.csv");

  void show() {
    HistoryStore history = services.history();
    CertificatesModel model =
        new CertificatesModel(
            List.copyOf(models.peers.rows()),
            peers -> history == null ? List.of() : history.reader().lastOverTls(peers),
            services.background(),
            models.frames);
    CertificatesWindow.show(
        stage,
        model,
        new CertificatesWindow.Deeds(
            this::filter,
            () ->
                new Dialogs(stage)
                    .askSaveTarget(
                        "Save the certificates",
                        "Certificates " + LocalDate.now(ZoneId.systemDefault()) + ".csv",
                        List.of(CSV)),
            file -> entries -> services.disk().execute(() -> save(file, entries))));
  }

  /** The list shows these peers alone. */
  private void filter(List<String> names) {
    models
        .peers
        .shown()
        .filterProperty()
        .set("name:\"" + String.join(",", names).replace("\"", "") + "\"");
  }

  private void save(Path file, List<Entry> entries) {
    Instant now = Instant.now();
    String content =
        CertificateCsv.header()
            + "\r\n"
            + entries.stream()
                .map(entry -> CertificateCsv.row(entry, now) + "\r\n")
                .collect(Collectors.joining());
    String said;
    boolean saved = false;
    try {
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
