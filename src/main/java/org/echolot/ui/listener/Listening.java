package org.echolot.ui.listener;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.listener.Call;
import org.echolot.listener.CannotListenException;
import org.echolot.listener.FreePort;
import org.echolot.listener.VerificationScp;
import org.echolot.tls.TlsServer;
import org.echolot.tls.material.TlsFileException;
import org.echolot.tls.material.TlsMaterials;
import org.echolot.ui.listener.ListenForm.TlsFiles;
import org.echolot.ui.listener.ListenForm.Wish;
import org.jspecify.annotations.Nullable;

/**
 * A listener that a person starts for a while: it ends by itself. To be used on the FX thread; it
 * waits for the system on another.
 */
final class Listening {

  /** How it stands. */
  sealed interface State {

    /**
     * It does not listen.
     *
     * @param why a sentence; empty before it was ever started
     */
    record Off(String why) implements State {}

    /** It is about to. */
    record Starting() implements State {}

    /**
     * It does, until a moment.
     *
     * @param until when it ends by itself
     */
    record On(VerificationScp scp, Instant until) implements State {}

    /**
     * It could not.
     *
     * @param why a sentence
     * @param freePort one that it could have instead
     * @param lacksPassword whether a file for TLS needs a password, or another one
     */
    record Failed(String why, OptionalInt freePort, boolean lacksPassword) implements State {}
  }

  /** What it works with. */
  record Tools(
      Journal journal,
      TlsMaterials materials,
      Executor background,
      Executor fx,
      InstantSource clock) {}

  private final Tools tools;
  private final Consumer<Call> calls;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Off(""));
  private boolean wanted;

  /**
   * @param calls is told of each call, by any thread
   */
  Listening(Tools tools, Consumer<Call> calls) {
    this.tools = tools;
    this.calls = calls;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Whether it listens, or is about to. */
  boolean isBusy() {
    return state.get() instanceof State.On || state.get() instanceof State.Starting;
  }

  /** Starts; does nothing where it listens, or is about to. */
  void start(Wish wish) {
    if (isBusy()) {
      return;
    }
    wanted = true;
    state.set(new State.Starting());
    tools.background().execute(() -> bind(wish));
  }

  private void bind(Wish wish) {
    try {
      TlsServer server = server(wish.files());
      VerificationScp scp = VerificationScp.start(wish.options(), server, tools.journal(), calls);
      tools.fx().execute(() -> started(scp, wish.time()));
    } catch (CannotListenException e) {
      OptionalInt free =
          e.isOfPort()
              ? FreePort.near(wish.options().bind(), wish.options().port())
              : OptionalInt.empty();
      fail(sentence(e), free, false);
    } catch (TlsFileException e) {
      fail(sentence(e), OptionalInt.empty(), e.asksForPassword());
    } catch (IOException e) {
      fail(sentence(e), OptionalInt.empty(), false);
    }
  }

  private @Nullable TlsServer server(@Nullable TlsFiles files) throws TlsFileException {
    return files == null
        ? null
        : tools.materials().server(files.certificate(), files.key(), files.trusted(), files.asks());
  }

  private static String sentence(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    return Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".";
  }

  private void fail(String why, OptionalInt freePort, boolean lacksPassword) {
    tools.journal().write(JournalLine.info(LineSource.LISTENER, JournalLine.Tone.WARNING, why));
    tools.fx().execute(() -> state.set(new State.Failed(why, freePort, lacksPassword)));
  }

  private void started(VerificationScp scp, Duration time) {
    state.set(new State.On(scp, tools.clock().instant().plus(time)));
    if (!wanted) {
      stop("Stopped.");
    }
  }

  /** How long it goes on; zero where it does not listen. */
  Duration left() {
    if (state.get() instanceof State.On on) {
      Duration left = Duration.between(tools.clock().instant(), on.until());
      return left.isNegative() ? Duration.ZERO : left;
    }
    return Duration.ZERO;
  }

  /** Ends it if its time is over. To be called every second or so. */
  void tick() {
    if (state.get() instanceof State.On && left().isZero()) {
      stop("Stopped: the time is over.");
    }
  }

  /**
   * Ends it; callers that are still there are aborted.
   *
   * @param why a sentence
   */
  void stop(String why) {
    wanted = false;
    if (state.get() instanceof State.On(VerificationScp scp, _)) {
      state.set(new State.Off(why));
      tools.background().execute(scp::close);
    }
  }
}
