package org.echolot.ui.main;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.stage.Window;
import org.echolot.check.EchoEngine;
import org.echolot.check.run.Errands;
import org.echolot.peers.Peer;
import org.echolot.probe.ProbeMemory;
import org.echolot.settings.Folders;
import org.echolot.ui.action.CheckAction;
import org.echolot.ui.action.Deed;
import org.echolot.ui.engine.ComparisonDialog;
import org.echolot.ui.engine.ComparisonModel;
import org.echolot.ui.engine.SecondOpinionDialog;
import org.echolot.ui.peers.ListRow;
import org.echolot.ui.peers.PeerRow;
import org.echolot.ui.peers.PeerRow.Status;
import org.echolot.ui.peers.PeerTable;
import org.echolot.ui.probe.ProbeDialog;
import org.echolot.ui.probe.ProbeModel;

/** Carries out what the user asks for about checks. To be used on the FX thread. */
final class CheckCommands {

  private final Window owner;
  private final Services services;
  private final WindowModels models;
  private final PeerTable table;
  private final ListenCommands listening;
  private final StringProperty engine;

  /** The peers of a check of all that runs. */
  private List<PeerRow> allAsked = List.of();

  CheckCommands(Window owner, Services services, WindowModels models, PeerTable table) {
    this.owner = owner;
    this.services = services;
    this.models = models;
    this.table = table;
    this.listening = new ListenCommands(owner, services, models, table);
    this.engine = new SimpleStringProperty(services.engine().name());
    models
        .checks
        .busyProperty()
        .subscribe(
            (was, is) -> {
              if (was && !is) {
                checksEnded();
              }
            });
  }

  Deed deed(CheckAction action) {
    ObservableList<ListRow> selected = table.getSelectionModel().getSelectedItems();
    ObservableValue<Boolean> some = Bindings.isNotEmpty(selected);
    return switch (action) {
      case ECHO -> Deed.when(some, () -> models.checks.echo(table.selectedWithGroups()));
      case ECHO_ALL -> Deed.when(Bindings.isNotEmpty(models.peers.rows()), this::echoAll);
      case ECHO_FAILING ->
          Deed.when(
              Bindings.createBooleanBinding(
                  () -> !failing().isEmpty(),
                  models.peers.countsProperty(),
                  models.peers.shown().peersProperty()),
              () -> models.checks.echo(failing()));
      case ECHO_GROUP ->
          Deed.when(
              Bindings.createBooleanBinding(() -> !table.groupOfSelected().isEmpty(), selected),
              () -> models.checks.echo(table.groupOfSelected()));
      case STOP -> Deed.when(models.checks.busyProperty(), models.checks::stop);
      case PROBE ->
          Deed.when(
              Bindings.createBooleanBinding(() -> table.selectedRows().size() == 1, selected),
              this::probe);
      case REVERSE -> listening.reverse();
      case EXPECT -> listening.expect();
      case CHECK_WITH -> ofEngines(Deed.inPlace(some, engines(this::checkWith)));
      case COMPARE_ENGINES ->
          services.engine().engines().canCompare()
              ? Deed.when(
                  Bindings.createBooleanBinding(() -> table.selectedRows().size() == 1, selected),
                  this::compareEngines)
              : Deed.always(() -> SecondOpinionDialog.show(owner));
      case ENGINE -> ofEngines(Deed.menuOf(engines(this::chosen)));
      case PROBES_TLS -> new Deed.Toggle(models.requests.probesTlsProperty());
      case FORGET_SECRETS -> Deed.always(this::forgetSecrets);
      case LISTENER ->
          new Deed.Marked(false, models.listener.runningProperty(), models.builtIn::toggle);
    };
  }

  /** Of those that the filter shows. */
  private List<PeerRow> failing() {
    return models.peers.shown().peersProperty().get().stream()
        .filter(row -> row.verdict() == PeerRow.Status.FAILED)
        .toList();
  }

  private void echoAll() {
    allAsked = List.copyOf(models.peers.shown().peersProperty().get());
    models.checks.echo(allAsked);
  }

  /** Says that all were checked when they were, and not where some of it was stopped. */
  private void checksEnded() {
    boolean isComplete = allAsked.stream().noneMatch(row -> row.status() == Status.CANCELLED);
    if (!allAsked.isEmpty() && isComplete) {
      models.allCheckedAt.set(Instant.now());
    }
    allAsked = List.of();
  }

  /** Where a build has one engine, there is nothing to choose. */
  private Deed ofEngines(Deed deed) {
    return services.engine().engines().canCompare() ? deed : Deed.nothing();
  }

  private List<Deed.Option> engines(Function<EchoEngine, Deed.Option> option) {
    return services.engine().engines().all().stream().map(option).toList();
  }

  private Deed.Option checkWith(EchoEngine each) {
    return new Deed.Option(
        each.name(),
        "Check with " + each.name(),
        Deed.always(() -> models.checks.echo(table.selectedWithGroups(), each)));
  }

  /** The engine for all checks for which none is named. */
  private Deed.Option chosen(EchoEngine each) {
    return new Deed.Option(
        each.name(),
        each.name(),
        new Deed.Marked(
            true,
            engine.isEqualTo(each.name()),
            () -> {
              services.engine().choose(each);
              engine.set(each.name());
            }));
  }

  private void probe() {
    Peer peer = table.selectedRows().getFirst().peer();
    ProbeModel probe =
        new ProbeModel(
            new Errands(services.materials(), services.secrets()),
            models.requests.apply(peer),
            services.journal(),
            new ProbeMemory(Folders.ofThisUser().probes()),
            models.frames);
    ProbeDialog.show(owner, peer.name(), probe);
  }

  private void compareEngines() {
    Peer peer = table.selectedRows().getFirst().peer();
    ComparisonModel comparison =
        new ComparisonModel(
            services.fleet(),
            services.engine().engines(),
            models.requests.apply(peer),
            models.frames);
    ComparisonDialog.show(owner, peer.name(), comparison);
  }

  private void forgetSecrets() {
    models.secrets.forgetAll();
    services.materials().forget();
    models.message.say("Forgot all passwords, passcodes and tokens.");
  }
}
