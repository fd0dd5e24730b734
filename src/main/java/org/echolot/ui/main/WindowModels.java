package org.echolot.ui.main;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Subscription;
import org.echolot.check.run.Errands;
import org.echolot.fleet.watch.QuietHours;
import org.echolot.fleet.watch.ThisComputersLine;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.listener.Call;
import org.echolot.peers.KnownCallers;
import org.echolot.peers.Peer;
import org.echolot.settings.Settings;
import org.echolot.ui.FolderView;
import org.echolot.ui.FxThread;
import org.echolot.ui.TextClipboard;
import org.echolot.ui.Theming;
import org.echolot.ui.checks.CheckRequests;
import org.echolot.ui.checks.ChecksModel;
import org.echolot.ui.console.ConsoleModel;
import org.echolot.ui.listener.BuiltInServer;
import org.echolot.ui.listener.CallLines;
import org.echolot.ui.listener.CallsModel;
import org.echolot.ui.listener.ListenerModel;
import org.echolot.ui.peers.AgeClock;
import org.echolot.ui.peers.Density;
import org.echolot.ui.peers.PeerFile;
import org.echolot.ui.peers.PeerHints;
import org.echolot.ui.peers.PeersModel;
import org.echolot.ui.probe.TitlesQuestion;
import org.echolot.ui.secrets.SecretsModel;
import org.echolot.ui.ticket.TicketsModel;
import org.echolot.ui.watch.WatchModel;
import org.jspecify.annotations.Nullable;

/** The models that the window shows. To be used on the FX thread. */
final class WindowModels {

  /** How often counts and order follow results while many come. */
  private static final Duration PACE = Duration.ofMillis(250);

  /** Three frames. */
  private static final Duration CONSOLE_PACE = Duration.ofMillis(48);

  /** How often ages are looked at. */
  private static final Duration AGES = Duration.ofSeconds(15);

  /** How often is looked whether somebody else changed the peers file. */
  private static final Duration LOOKS = Duration.ofSeconds(1);

  /** How often results that are a day old are asked for. */
  private static final Duration DAY_AGO_LOOKS = Duration.ofMinutes(10);

  /** Runs what changes view models, once a frame. */
  final Executor frames;

  /** What is done again and again while the window is open. */
  final Subscription regularly;

  final StatusMessage message = new StatusMessage(new FolderView()::show);
  final Theming theming;
  final Density density;
  final AgeClock clock = new AgeClock(InstantSource.system());
  final PeersModel peers;
  final CheckRequests requests;
  final SecretsModel secrets;
  final ChecksModel checks;
  final CallsModel calls;
  final CallLines callLines = new CallLines();
  final ListenerModel listener;
  final BuiltInServer builtIn;
  final ConsoleModel console;
  final TicketsModel tickets;
  final FaultNotice faults;
  final DoomedHistories doomedHistories;
  final DayAgo dayAgo;

  /** When all peers that the filter shows were last checked at once. */
  final ObjectProperty<Instant> allCheckedAt = new SimpleObjectProperty<>(Instant.EPOCH);

  final WatchModel watch;
  final TitlesQuestion titles;
  final ChosenSettings chosen;

  /** The peers file that is to be shown in the place of this one; null: none. */
  final ObjectProperty<@Nullable Path> wantedList = new SimpleObjectProperty<>(null);

  /**
   * @param settings how all stands at first
   * @param asker asks the user for secrets
   */
  WindowModels(Services services, Settings settings, SecretsModel.Asker asker) {
    FxThread fx = new FxThread();
    frames = fx.eachFrame();
    theming = new Theming(settings.appearance().theme());
    density = new Density(settings.appearance().compact());
    peers =
        new PeersModel(
            new PeerFile(services.peerStore(), services.disk(), frames), fx.atMostEvery(PACE));
    requests =
        new CheckRequests(peers, services.peerStore().folder(), settings.checks().probesTls());
    secrets =
        new SecretsModel(
            services.secrets(), services.materials()::check, services.background(), frames, asker);
    checks =
        new ChecksModel(
            services.fleet(),
            frames,
            requests,
            secrets,
            text -> {
              // The status bar shows it for a moment; the console keeps it.
              message.say(text);
              services
                  .journal()
                  .write(JournalLine.info(LineSource.PROGRAM, JournalLine.Tone.WARNING, text));
            });
    calls = new CallsModel(frames, new CallKeeper(services.history(), peers));
    services.journal().addReader(callLines, JournalLine.Level.DEBUG);
    listener = new ListenerModel(services.journal(), this::called, services.background(), frames);
    builtIn =
        new BuiltInServer(
            settings.listener(),
            listener,
            services.materials(),
            (file, said) -> secrets.askFor(file, "the echo server", said));
    console = new ConsoleModel(fx.frames(), fx.atMostEvery(CONSOLE_PACE));
    services.journal().addReader(console);
    tickets = new TicketsModel(settings.tickets(), frames, message::say, message::say);
    doomedHistories = new DoomedHistories(services.history());

    titles =
        new TitlesQuestion(
            () -> new Errands(services.materials(), services.secrets()),
            services.journal(),
            frames);
    watch = watch(services, settings);
    dayAgo =
        new DayAgo(
            services.recentResults(),
            services.background(),
            frames,
            peers::showDayAgo,
            InstantSource.system());
    PeerHints hints =
        new PeerHints(peers, services.peerStore().folder(), services.background(), frames);
    Tidying tidying =
        new Tidying(() -> checks.busyProperty().get(), services.background(), System::gc);
    regularly =
        Subscription.combine(
            fx.every(AGES, clock::tick),
            fx.every(LOOKS, peers.file()::look),
            fx.every(LOOKS, hints::look),
            fx.every(DAY_AGO_LOOKS, dayAgo::look),
            fx.every(LOOKS, watch::look),
            fx.every(LOOKS, tidying::look));
    faults = new FaultNotice(services.faults().file(), TextClipboard::copy);
    services.faults().addReader(fault -> frames.execute(() -> faults.show(fault)));
    chosen = new ChosenSettings(services, this, settings);
  }

  /** Programs of this computer that call its own server are shown, and would fill the history. */
  private void called(Call call) {
    boolean isOurs = call.from().getAddress().isLoopbackAddress();
    (isOurs ? calls : calls.keeping()).accept(call);
  }

  /** The name of the saved peer that calls; empty where it is none. */
  String callerOf(Call call) {
    return new KnownCallers(peers.book().peers())
        .find(call.callingAe(), call.from().getAddress())
        .map(Peer::name)
        .orElse("");
  }

  private WatchModel watch(Services services, Settings settings) {
    WatchModel model =
        new WatchModel(
            services.fleet(),
            new ThisComputersLine(),
            frames,
            peers,
            peer -> Optional.of(requests.apply(peer)).filter(secrets::isReady),
            new WatchNews(services, message),
            () -> LocalTime.now(ZoneId.systemDefault()));
    String quiet = settings.watch().quietHours();
    if (QuietHours.faultOf(quiet) == null) {
      model.quietHoursProperty().set(QuietHours.parse(quiet));
    }
    return model;
  }
}
