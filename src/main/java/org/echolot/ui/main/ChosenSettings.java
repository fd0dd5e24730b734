package org.echolot.ui.main;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.stage.Window;
import org.echolot.fleet.watch.QuietHours;
import org.echolot.history.HistoryStore;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.network.Origin;
import org.echolot.settings.AppearanceSettings;
import org.echolot.settings.CheckSettings;
import org.echolot.settings.HistorySettings;
import org.echolot.settings.Settings;
import org.echolot.settings.TimeoutSettings;
import org.echolot.settings.WatchSettings;
import org.echolot.text.AddressText;
import org.echolot.ui.listener.CallersModel;
import org.echolot.ui.listener.CallersPane;
import org.echolot.ui.preferences.Preferences;
import org.echolot.ui.preferences.PreferencesDialog;
import org.echolot.ui.preferences.PreferencesModel;
import org.echolot.ui.preferences.TlsFilesCheck;

/**
 * What the user has chosen, taken from the models that hold it, and given to them. To be used on
 * the FX thread.
 */
final class ChosenSettings {

  private final Services services;
  private final WindowModels models;
  private final Settings atStart;
  private TimeoutSettings timeouts;
  private HistorySettings history;

  ChosenSettings(Services services, WindowModels models, Settings atStart) {
    this.services = services;
    this.models = models;
    this.atStart = atStart;
    this.timeouts = atStart.checks().timeouts();
    this.history = atStart.history();
    models.requests.timeoutsProperty().set(timeouts.timeouts());
  }

  /** {@code before} with all that was chosen since. */
  Settings over(Settings before) {
    Preferences now = now();
    return before
        .with(now.appearance())
        .with(now.checks())
        .with(now.listener())
        .with(now.history())
        .with(models.tickets.settings())
        .with(new WatchSettings(quietHours()));
  }

  private String quietHours() {
    QuietHours hours = models.watch.quietHoursProperty().get();
    return hours == null ? "" : hours.text();
  }

  private Preferences now() {
    return new Preferences(
        models.peers.book().callingAe(),
        new AppearanceSettings(
            models.theming.choiceProperty().get(), models.density.compactProperty().get()),
        new CheckSettings(
            services.fleet().parallelism(),
            models.requests.probesTlsProperty().get(),
            engine(),
            timeouts),
        models.builtIn.settings(),
        history);
  }

  /** Where the user could not choose, a choice made in another build is kept. */
  private String engine() {
    return services.engine().engines().canCompare()
        ? services.engine().name()
        : atStart.checks().engine();
  }

  /** Shows all that can be chosen, and does what the user chose. */
  void ask(Window owner) {
    PreferencesModel model =
        new PreferencesModel(
            now(), Origin.ours().stream().map(AddressText::of).toList(), this::look);
    CallersPane callers = callers();
    Optional<Preferences> chosen =
        PreferencesDialog.show(
            owner,
            model,
            !models.peers.editableProperty().get(),
            callers,
            new TlsFilesCheck(models.builtIn::faultOf, services.background(), models.frames));
    callers.close();
    chosen.ifPresent(
        preferences -> {
          apply(preferences);
          save();
        });
  }

  private CallersPane callers() {
    HistoryStore store = services.history();
    return new CallersPane(
        new CallersModel(
            models.calls,
            most ->
                store == null
                    ? List.of()
                    : store.reader().calls(null, Instant.EPOCH, Instant.MAX, most),
            services.background(),
            models.frames,
            models::callerOf));
  }

  private void look(AppearanceSettings appearance) {
    models.theming.choiceProperty().set(appearance.theme());
    models.density.compactProperty().set(appearance.compact());
  }

  private void apply(Preferences chosen) {
    if (models.peers.editableProperty().get()) {
      models.peers.setCallingAe(chosen.callingAe());
    }
    look(chosen.appearance());
    services.fleet().setParallelism(chosen.checks().parallelism());
    models.requests.probesTlsProperty().set(chosen.checks().probesTls());
    timeouts = chosen.checks().timeouts();
    models.requests.timeoutsProperty().set(timeouts.timeouts());
    models.builtIn.change(chosen.listener());
    history = chosen.history();
  }

  /** At once, and not when the window is closed: it may never come to that. */
  private void save() {
    Settings chosen = over(atStart);
    services
        .disk()
        .execute(
            () -> {
              try {
                services.settingsStore().save(chosen);
              } catch (IOException e) {
                services
                    .journal()
                    .write(
                        JournalLine.info(
                            LineSource.SETTINGS,
                            JournalLine.Tone.WARNING,
                            "The preferences were not saved: "
                                + Objects.requireNonNullElse(e.getMessage(), e.toString())));
              }
            });
  }
}
