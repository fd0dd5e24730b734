package org.echolot.ui.peers;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.CheckStage;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.FleetRun;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerDraft;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.ui.secrets.SecretsModel;
import org.jspecify.annotations.Nullable;

/**
 * A peer while it is typed: which field is wrong and why, and a test of it before it is saved. View
 * model: to be used on the FX thread.
 */
public final class PeerEditorModel {

  /** How the test of the draft goes. */
  public sealed interface Test {
    record None() implements Test {}

    record Running(@Nullable CheckStage stage) implements Test {}

    record Ended(CheckResult result) implements Test {}

    /** It was not made: the user did not want to say a secret. */
    record NotMade(String why) implements Test {}
  }

  private final Collection<String> takenNames;
  private final Fleet fleet;
  private final Executor fx;
  private final Function<Peer, CheckRequest> toRequest;
  private final Optional<Peer> original;

  /** Of the peer that is typed: what is said for its test holds when it is saved. */
  private final UUID id;

  private final SecretsModel secrets;
  private final EditorChoices choices;
  private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
  private final StringProperty notes = new SimpleStringProperty("");
  private final Map<Field, ReadOnlyObjectWrapper<@Nullable String>> faults =
      new EnumMap<>(Field.class);
  private final Set<Field> touched = EnumSet.noneOf(Field.class);
  private final ReadOnlyObjectWrapper<Test> test = new ReadOnlyObjectWrapper<>(new Test.None());
  private final PeerDraft atStart;
  private SecretsModel.@Nullable Preparation preparation;
  private @Nullable FleetRun run;
  private @Nullable TestListener listener;
  private @Nullable CheckEnded tested;

  /**
   * @param start what the fields show at first
   * @param takenNames the names of all peers in the book
   * @param secrets asks for the passwords that a test needs
   */
  public PeerEditorModel(
      PeerDraft start,
      Collection<String> takenNames,
      Fleet fleet,
      Executor fx,
      Function<Peer, CheckRequest> toRequest,
      SecretsModel secrets) {
    this.secrets = secrets;
    this.takenNames = List.copyOf(takenNames);
    this.fleet = fleet;
    this.fx = fx;
    this.toRequest = toRequest;
    this.original = start.original();
    this.id = start.id();
    for (Field field : Field.values()) {
      faults.put(field, new ReadOnlyObjectWrapper<>(null));
      texts.put(field, new SimpleStringProperty(start.text(field)));
    }
    notes.set(start.notes());
    choices = new EditorChoices(start.tls(), start.userIdentity());
    texts.forEach((field, text) -> text.subscribe((_, _) -> typed(field)));
    choices.onChange(
        () -> {
          forgetTest();
          showFaults();
        });
    atStart = draft();
  }

  /** Whether anything is otherwise than at first, so that it would be lost. */
  public boolean isChanged() {
    return !draft().equals(atStart);
  }

  /** What the check of the peer that is typed found; null where none was made, or one runs. */
  public @Nullable CheckEnded tested() {
    return tested;
  }

  /** Whether a new peer is typed. */
  public boolean isNew() {
    return original.isEmpty();
  }

  public StringProperty text(Field field) {
    return Objects.requireNonNull(texts.get(field));
  }

  public StringProperty notesProperty() {
    return notes;
  }

  /** What is chosen, and not typed. */
  public EditorChoices choices() {
    return choices;
  }

  /** What is wrong with a field, as far as the user should see it by now; null if nothing is. */
  public ReadOnlyObjectProperty<@Nullable String> faultProperty(Field field) {
    return Objects.requireNonNull(faults.get(field)).getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Test> testProperty() {
    return test.getReadOnlyProperty();
  }

  private void typed(Field field) {
    touched.add(field);
    forgetTest();
    showFaults();
  }

  /** Shows what was typed before, in the place of what is there. */
  void take(PeerDraft kept) {
    for (Field field : Field.values()) {
      text(field).set(kept.text(field));
    }
    notes.set(kept.notes());
    choices.take(kept.tls(), kept.userIdentity());
  }

  /** What is typed now. */
  PeerDraft draft() {
    return new PeerDraft(
        id,
        text(Field.NAME).get(),
        text(Field.CALLED_AE).get(),
        text(Field.HOST).get(),
        text(Field.PORT).get(),
        text(Field.CALLING_AE).get(),
        text(Field.TAGS).get(),
        notes.get(),
        text(Field.WATCH).get(),
        text(Field.SOURCE).get(),
        text(Field.PROXY).get(),
        text(Field.CONNECT_TIMEOUT).get(),
        text(Field.TLS_TIMEOUT).get(),
        text(Field.ASSOCIATE_TIMEOUT).get(),
        text(Field.ECHO_TIMEOUT).get(),
        text(Field.RELEASE_TIMEOUT).get(),
        choices.tls(
            text(Field.TRUSTED_CERTIFICATES).get(),
            text(Field.TRUSTED_FINGERPRINT).get(),
            text(Field.CLIENT_CERTIFICATE).get(),
            text(Field.CLIENT_KEY).get(),
            text(Field.SERVER_NAME).get()),
        choices.userIdentity(text(Field.USERNAME).get()),
        original);
  }

  private void showFaults() {
    Map<Field, String> found = draft().faults(takenNames);
    faults.forEach((field, fault) -> fault.set(touched.contains(field) ? found.get(field) : null));
  }

  // Commands

  /** The user left a field; from now on what is wrong with it is shown. */
  public void leave(Field field) {
    touched.add(field);
    showFaults();
  }

  /** The peer that was typed; empty if a field is wrong, which {@link #firstFault} then names. */
  public Optional<Peer> finish() {
    touched.addAll(EnumSet.allOf(Field.class));
    showFaults();
    PeerDraft draft = draft();
    return draft.faults(takenNames).isEmpty()
        ? Optional.of(draft.toPeer(takenNames))
        : Optional.empty();
  }

  /** The first field that is shown to be wrong. */
  public Optional<Field> firstFault() {
    return faults.entrySet().stream()
        .filter(entry -> entry.getValue().get() != null)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Checks the peer as it is typed, without saving it; its name does not matter for that. */
  public void test() {
    touched.addAll(EnumSet.complementOf(EnumSet.of(Field.NAME)));
    showFaults();
    PeerDraft named = namedForTest();
    // Nobody's name is taken by a peer that is not saved.
    if (!named.faults(List.of()).isEmpty()) {
      return;
    }
    stopTest();
    CheckRequest request = toRequest.apply(named.toPeer(List.of()));
    test.set(new Test.Running(null));
    TestListener started = new TestListener();
    listener = started;
    if (secrets.isReady(request)) {
      run = fleet.start(List.of(request), started);
    } else {
      preparation = secrets.prepare(List.of(request), outcome -> go(request, started, outcome));
    }
  }

  private void go(CheckRequest request, TestListener started, SecretsModel.Prepared outcome) {
    if (listener != started) {
      return;
    }
    preparation = null;
    String refused = outcome.refused().get(request);
    if (refused != null) {
      test.set(new Test.NotMade(refused));
    } else {
      run = fleet.start(List.of(request), started);
    }
  }

  /** What is typed, under a name that the console tells from the peers' and that is never wrong. */
  private PeerDraft namedForTest() {
    PeerDraft typed = draft();
    PeerDraft named = typed.withName("Check of " + typed.name().strip());
    return typed.name().isBlank() || named.faults(List.of()).containsKey(Field.NAME)
        ? typed.withName("Check of " + typed.calledAe().strip())
        : named;
  }

  /** Ends the test that runs, if one does. */
  public void stopTest() {
    FleetRun running = run;
    SecretsModel.Preparation preparing = preparation;
    run = null;
    preparation = null;
    listener = null;
    tested = null;
    if (preparing != null) {
      preparing.cancel();
    }
    if (running != null) {
      running.stop();
    }
    if (running != null || preparing != null) {
      test.set(new Test.None());
    }
  }

  /** What was found no longer fits what is typed. */
  private void forgetTest() {
    stopTest();
    test.set(new Test.None());
  }

  /** Carries what the check's thread tells over to the FX thread. */
  private final class TestListener implements FleetListener {

    @Override
    public void told(CheckRequest request, long conversationId, CheckEvent event) {
      if (event instanceof CheckEvent.StageStarted started) {
        tell(new Test.Running(started.stage()), null);
      }
    }

    @Override
    public void checkEnded(CheckEnded ended) {
      tell(new Test.Ended(ended.result()), ended);
    }

    private void tell(Test next, @Nullable CheckEnded end) {
      fx.execute(
          () -> {
            // A test that was stopped or started anew may still have something to say.
            if (listener == this) {
              tested = end;
              test.set(next);
            }
          });
    }
  }
}
