package org.echolot.ui.main;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.value.ObservableValue;
import javafx.stage.Stage;
import org.echolot.check.CheckRequest;
import org.echolot.fleet.watch.QuietHours;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerWatch;
import org.echolot.text.DurationText;
import org.echolot.text.Escapes;
import org.echolot.ui.TextQuestion;
import org.echolot.ui.action.Deed;
import org.echolot.ui.action.Place;
import org.echolot.ui.action.WatchAction;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.watch.EventsWindow;
import org.jspecify.annotations.Nullable;

/** Carries out what the user asks for about watching. To be used on the FX thread. */
final class WatchCommands {

  /** That are offered; others can be typed. */
  private static final List<Duration> INTERVALS =
      List.of(
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1));

  private final Stage stage;
  private final WindowModels models;
  private final PeerTable table;
  private final Consumer<List<PeerRow>> show;
  private final CertificateCalendarCommand certificates;

  /** The interval that all selected peers have; blank: they are off; {@code ?}: they differ. */
  private final ObjectBinding<String> common;

  /**
   * @param show selects peers in the list
   */
  WatchCommands(
      Stage stage,
      Services services,
      WindowModels models,
      PeerTable table,
      Consumer<List<PeerRow>> show) {
    this.stage = stage;
    this.models = models;
    this.table = table;
    this.show = show;
    this.certificates = new CertificateCalendarCommand(stage, services, models);
    this.common =
        Bindings.createObjectBinding(
            this::common, table.getSelectionModel().getSelectedItems(), models.peers.rows());
  }

  Deed deed(WatchAction action) {
    return switch (action) {
      case MENU -> new Deed.Opens(Place.WATCH_MENU);
      case INTERVAL -> Deed.inPlace(canBeSet(), intervals());
      case PAUSE -> new Deed.Toggle(models.watch.pausedProperty());
      case QUIET_HOURS -> Deed.always(this::askQuietHours);
      case EVENTS -> Deed.always(this::showEvents);
      case CERTIFICATES -> Deed.always(certificates::show);
    };
  }

  private ObservableValue<Boolean> canBeSet() {
    return Bindings.isNotEmpty(table.getSelectionModel().getSelectedItems())
        .and(models.peers.editableProperty());
  }

  private List<Deed.Option> intervals() {
    List<Deed.Option> options = new ArrayList<>();
    for (Duration interval : INTERVALS) {
      String text = DurationText.format(interval);
      options.add(
          new Deed.Option(
              text,
              "Every " + DurationText.inWords(interval),
              new Deed.Marked(true, common.isEqualTo(text), () -> watch(new PeerWatch(interval)))));
    }
    options.add(new Deed.Option("other", "Every…", Deed.always(this::askInterval)));
    options.add(
        new Deed.Option(
            "off", "Do not watch", new Deed.Marked(true, common.isEqualTo(""), () -> watch(null))));
    return options;
  }

  private String common() {
    Set<String> found = new HashSet<>();
    table.selectedWithGroups().forEach(row -> found.add(text(row.peer())));
    return found.size() == 1 ? found.iterator().next() : "?";
  }

  private static String text(Peer peer) {
    PeerWatch how = peer.watch();
    return how == null ? "" : DurationText.format(how.interval());
  }

  private void askInterval() {
    String start = common.get().isBlank() || common.get().equals("?") ? "60s" : common.get();
    TextQuestion.ask(
            stage,
            "watch-interval",
            "Check every",
            "From one check of a peer to the next, from 10s to 1h.",
            start,
            PeerWatch::textFault)
        .ifPresent(text -> watch(new PeerWatch(DurationText.parse(text))));
  }

  /**
   * Has the selected peers watched, as one step that can be undone.
   *
   * @param how null: no longer
   */
  private void watch(@Nullable PeerWatch how) {
    List<PeerRow> rows = table.selectedWithGroups();
    Map<PeerRow, Peer> edited = new LinkedHashMap<>();
    rows.forEach(row -> edited.put(row, row.peer().withWatch(how)));
    models.peers.replace(edited);
    if (how != null) {
      askForPasswords(rows);
    }
    models.watch.look();
    models.message.say(
        how == null
            ? "No longer watching " + whose(rows) + "."
            : "Checking " + whose(rows) + " every " + DurationText.inWords(how.interval()) + ".");
  }

  /** Now that somebody is here to say them; a watch asks nobody. */
  private void askForPasswords(List<PeerRow> rows) {
    List<CheckRequest> unready =
        rows.stream()
            .map(row -> models.requests.apply(row.peer()))
            .filter(request -> !models.secrets.isReady(request))
            .toList();
    if (!unready.isEmpty()) {
      var _ = models.secrets.prepare(unready, _ -> models.watch.look());
    }
  }

  private static String whose(List<PeerRow> rows) {
    return rows.size() == 1
        ? Escapes.oneLine(rows.getFirst().peer().name())
        : rows.size() + " peers";
  }

  private void askQuietHours() {
    QuietHours now = models.watch.quietHoursProperty().get();
    TextQuestion.ask(
            stage,
            "quiet-hours-field",
            "Quiet hours",
            "In these hours of each day changes are listed, and announced only when the hours are"
                + " over. For example 22:00-06:00; empty for none.",
            now == null ? "" : now.text(),
            text -> text.isBlank() ? null : QuietHours.faultOf(text))
        .ifPresent(
            text ->
                models
                    .watch
                    .quietHoursProperty()
                    .set(text.isBlank() ? null : QuietHours.parse(text)));
  }

  void showEvents() {
    EventsWindow.show(stage, models.watch, this::show);
  }

  private void show(UUID peerId) {
    Optional<PeerRow> row =
        models.peers.rows().stream().filter(each -> each.id().equals(peerId)).findFirst();
    row.ifPresent(found -> show.accept(List.of(found)));
  }
}
