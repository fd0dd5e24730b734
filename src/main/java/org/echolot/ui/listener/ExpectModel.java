package org.echolot.ui.listener;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echolot.check.CheckRequest;
import org.echolot.check.run.HostNames;
import org.echolot.check.run.HostNames.Answer;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.listener.Call;
import org.echolot.listener.Expectation;
import org.echolot.listener.Expectation.Misfit;
import org.echolot.network.Origin;
import org.echolot.text.AddressText;
import org.echolot.ui.listener.Listening.State;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a call from a peer, and tells what to do at both ends. View model: to be used on the FX
 * thread; it looks the peer's host up, and listens, on other threads.
 */
public final class ExpectModel {

  private static final Duration LOOKUP = Duration.ofSeconds(11);

  /** Where it has come to. */
  sealed interface Step {

    /** Nothing is waited for yet. */
    record Ready() implements Step {}

    /** The peer's host is being looked up. */
    record LookingUp(String host) implements Step {}

    /**
     * It waits.
     *
     * @param enter what to enter at the peer, as names and values
     */
    record Waiting(List<Entry> enter) implements Step {}

    /** Somebody called, and something does not fit; it goes on to wait. */
    record Knocked(Call call, List<Misfit> misfits, List<Entry> enter) implements Step {}

    /** It came as it should. */
    record Arrived(Call call) implements Step {}

    /** It could not wait, or waits no more. */
    record Over(String why) implements Step {}
  }

  /** Something to enter at the peer. */
  record Entry(String name, String value) {}

  /** What is known of the addresses at both ends. */
  private record Ends(Set<InetAddress> theirs, @Nullable InetAddress ours) {
    boolean isThisComputer() {
      return !theirs.isEmpty() && theirs.stream().allMatch(InetAddress::isLoopbackAddress);
    }
  }

  private final CheckRequest peer;
  private final ListenForm form;
  private final Listening listening;
  private final Listening.Tools tools;
  private final Function<String, Answer> lookUp;
  private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(new Step.Ready());
  private Ends ends = new Ends(Set.of(), null);
  private @Nullable Expectation expectation;

  /**
   * @param peer who is to call
   * @param port to wait on at first
   * @param calls is told of each call as well
   */
  ExpectModel(CheckRequest peer, int port, Listening.Tools tools, CallsModel calls) {
    this(peer, port, tools, calls, ExpectModel::lookedUp);
  }

  ExpectModel(
      CheckRequest peer,
      int port,
      Listening.Tools tools,
      CallsModel calls,
      Function<String, Answer> lookUp) {
    this.peer = peer;
    this.form = new ListenForm(peer.callingAe(), port);
    this.tools = tools;
    this.lookUp = lookUp;
    Consumer<Call> heard = calls.keeping();
    this.listening =
        new Listening(
            tools,
            call -> {
              heard.accept(call);
              tools.fx().execute(() -> called(call));
            });
    listening.stateProperty().subscribe((_, state) -> changed(state));
  }

  private static Answer lookedUp(String host) {
    Map<String, Answer> answers = new HostNames().lookUp(List.of(host), LOOKUP, new StopSignal());
    return answers.getOrDefault(host, new Answer.NoAnswer());
  }

  String peerName() {
    return peer.name();
  }

  ListenForm form() {
    return form;
  }

  Listening listening() {
    return listening;
  }

  ReadOnlyObjectProperty<Step> stepProperty() {
    return step.getReadOnlyProperty();
  }

  // Commands

  /** Looks the peer's host up, and waits for its call. */
  void start() {
    boolean isBusy = listening.isBusy() || step.get() instanceof Step.LookingUp;
    if (isBusy || !form.fault().get().isEmpty()) {
      return;
    }
    step.set(new Step.LookingUp(peer.host()));
    Thread _ =
        Threads.startVirtual(
            "look up " + peer.host(),
            () -> {
              Ends found = endsOf(lookUp.apply(peer.host()), peer.port());
              tools.fx().execute(() -> start(found));
            });
  }

  private static Ends endsOf(Answer answer, int port) {
    if (!(answer instanceof Answer.Found(List<InetAddress> addresses))) {
      return new Ends(Set.of(), null);
    }
    try {
      InetAddress ours = Origin.toward(new InetSocketAddress(addresses.getFirst(), port));
      return new Ends(Set.copyOf(addresses), ours);
    } catch (IOException _) {
      return new Ends(Set.copyOf(addresses), null);
    }
  }

  /** A peer on this computer is waited for on loopback, so that nobody else can call. */
  private void start(Ends found) {
    if (!(step.get() instanceof Step.LookingUp)) {
      return; // it was stopped meanwhile
    }
    ends = found;
    form.reach.set(found.isThisComputer() ? Reach.LOOPBACK : everywhere(found));
    expectation =
        new Expectation(peer.name(), peer.calledAe(), found.theirs(), form.wish().options().ae());
    listening.start(form.wish());
  }

  private static Reach everywhere(Ends found) {
    boolean ipv6 = found.theirs().stream().anyMatch(Inet6Address.class::isInstance);
    return ipv6 ? new Reach(InetAddress.ofLiteral("::"), "") : Reach.EVERYWHERE;
  }

  private void changed(State state) {
    switch (state) {
      case State.On on -> step.set(new Step.Waiting(entries(on)));
      case State.Off(String why) -> {
        if (!(step.get() instanceof Step.Arrived) && !why.isEmpty()) {
          step.set(new Step.Over(why));
        }
      }
      case State.Failed failed -> step.set(new Step.Over(failed.why()));
      case State.Starting _ -> {
        // A moment.
      }
    }
  }

  private List<Entry> entries(State.On on) {
    InetAddress ours = ends.ours();
    return List.of(
        new Entry("AE title", on.scp().options().ae().value()),
        new Entry("Address", ours == null ? "that of this computer" : AddressText.of(ours)),
        new Entry("Port", Integer.toString(on.scp().address().getPort())));
  }

  private void called(Call call) {
    Expectation expected = expectation;
    if (expected == null || !(listening.stateProperty().get() instanceof State.On on)) {
      return;
    }
    if (call.isOver() && expected.isFulfilledBy(call)) {
      step.set(new Step.Arrived(call));
      listening.stop("Stopped.");
      return;
    }
    List<Misfit> misfits = expected.misfitsOf(call);
    // Of a call that goes on, and fits until now, there is nothing to say yet.
    if (call.isOver() || (call.request() != null && !misfits.isEmpty())) {
      step.set(new Step.Knocked(call, misfits, entries(on)));
    }
  }

  /** To be called every second. */
  void tick() {
    listening.tick();
  }

  /** Waits no more. */
  void stop() {
    if (step.get() instanceof Step.LookingUp) {
      step.set(new Step.Over("Stopped."));
    }
    listening.stop("Stopped.");
  }
}
