package org.echolot.ui.listener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.listener.Call;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.text.AddressText;
import org.echolot.tls.TlsServer;
import org.echolot.tls.material.TlsFileException;
import org.jspecify.annotations.Nullable;

/** The built-in echo server, on or off. View model: to be used on the FX thread. */
public final class ListenerModel {

  /** What is needed to be called over TLS. */
  @FunctionalInterface
  interface Security {

    /** Without TLS. */
    Security NONE = () -> null;

    /**
     * Reads it; may block.
     *
     * @return null: without TLS
     * @throws TlsFileException if a file can't be used
     */
    @Nullable TlsServer read() throws TlsFileException;
  }

  /** Gets the password of a file. */
  @FunctionalInterface
  public interface Passwords {

    /** Nobody is there to be asked. */
    Passwords NONE = (_, said) -> said.accept(false);

    /**
     * On the FX thread.
     *
     * @param said is told whether there is one now, on the FX thread
     */
    void ask(TlsFileException file, Consumer<Boolean> said);
  }

  private final Journal journal;
  private final Consumer<Call> calls;
  private final Executor background;
  private final Executor fx;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(false);
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("echo server off");

  /** Who waits until it listens, or can't; empty while it does not start. */
  private final List<Runnable> waiting = new ArrayList<>();

  private Security security = Security.NONE;
  private Passwords passwords = Passwords.NONE;
  private boolean wanted;
  private @Nullable VerificationScp scp;

  /**
   * @param calls is told of each call, by any thread
   * @param background runs what may wait for the system, one after the other
   * @param fx runs what changes the view model
   */
  public ListenerModel(Journal journal, Consumer<Call> calls, Executor background, Executor fx) {
    this.journal = journal;
    this.calls = calls;
    this.background = background;
    this.fx = fx;
  }

  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** The port that it listens on; nothing while it does not. */
  public OptionalInt port() {
    return scp == null ? OptionalInt.empty() : OptionalInt.of(scp.address().getPort());
  }

  /** A line for the status bar. */
  public ReadOnlyStringProperty textProperty() {
    return text.getReadOnlyProperty();
  }

  // Commands

  /** How it is to be called from the next start on. */
  void secure(Security how) {
    security = how;
  }

  /** Who is asked for passwords of files from the next start on. */
  void askFor(Passwords from) {
    passwords = from;
  }

  /**
   * Starts to listen, if it does not yet; where that fails, the text says why.
   *
   * @param then is run when it listens, or can't
   */
  public void start(ListenerOptions options, Runnable then) {
    wanted = true;
    if (scp != null) {
      then.run();
      return;
    }
    waiting.add(then);
    if (waiting.size() == 1) {
      read(options, security, passwords);
    }
  }

  private void read(ListenerOptions options, Security how, Passwords from) {
    background.execute(() -> bind(options, how, from));
  }

  private void bind(ListenerOptions options, Security how, Passwords from) {
    try {
      TlsServer tls = how.read();
      VerificationScp started = VerificationScp.start(options, tls, journal, calls);
      fx.execute(() -> started(started, tls != null));
    } catch (TlsFileException e) {
      String why = said(e);
      Consumer<Boolean> again =
          said -> {
            if (said) {
              read(options, how, from);
            } else {
              failed(why);
            }
          };
      fx.execute(
          () -> {
            if (e.asksForPassword()) {
              from.ask(e, again);
            } else {
              failed(why);
            }
          });
    } catch (IOException e) {
      String why = said(e);
      fx.execute(() -> failed(why));
    }
  }

  private String said(Exception e) {
    String why = e.getMessage() == null ? e.toString() : e.getMessage();
    journal.write(JournalLine.info(LineSource.LISTENER, JournalLine.Tone.WARNING, why));
    return why;
  }

  private void started(VerificationScp started, boolean tls) {
    scp = started;
    running.set(true);
    text.set(
        "listening as "
            + started.options().ae()
            + (tls ? " with TLS on " : " on ")
            + where(started.address()));
    if (!wanted) {
      stop();
    }
    tellWaiting();
  }

  private static String where(InetSocketAddress address) {
    InetAddress ip = address.getAddress();
    return ip != null && ip.isAnyLocalAddress()
        ? "all addresses, port " + address.getPort()
        : AddressText.of(address);
  }

  private void failed(String why) {
    text.set("echo server: " + why);
    tellWaiting();
  }

  private void tellWaiting() {
    List<Runnable> told = List.copyOf(waiting);
    waiting.clear();
    told.forEach(Runnable::run);
  }

  /** Listens in another way from now on, where it is to listen; else does nothing. */
  public void change(ListenerOptions options) {
    if (!waiting.isEmpty()) {
      waiting.add(() -> change(options)); // it has just begun to start
    } else if (wanted) {
      stop();
      start(options, () -> {});
    }
  }

  /** Stops listening; callers that are still there are aborted. */
  public void stop() {
    wanted = false;
    VerificationScp stopped = scp;
    if (stopped != null) {
      scp = null;
      running.set(false);
      text.set("echo server off");
      background.execute(stopped::close);
    }
  }
}
