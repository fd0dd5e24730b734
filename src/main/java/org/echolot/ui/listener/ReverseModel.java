package org.echolot.ui.listener;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import org.echolot.listener.Call;
import org.echolot.secrets.SecretBook;
import org.echolot.secrets.SecretKey;
import org.echolot.text.AddressText;
import org.echolot.ui.listener.ListenForm.TlsFiles;
import org.echolot.ui.listener.Listening.State;

/** The reverse test: a listener as the user wants it, and who calls it. View model. */
public final class ReverseModel {

  private final ListenForm form;
  private final Listening listening;
  private final CallsModel calls;
  private final SecretBook secrets;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper lacksPassword = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<OptionalInt> freePort =
      new ReadOnlyObjectWrapper<>(OptionalInt.empty());

  ReverseModel(ListenForm form, Listening listening, CallsModel calls, SecretBook secrets) {
    this.form = form;
    this.listening = listening;
    this.calls = calls;
    this.secrets = secrets;
    listening.stateProperty().subscribe(_ -> show());
  }

  ListenForm form() {
    return form;
  }

  ObservableList<Call> calls() {
    return calls.calls();
  }

  /** Whether it listens, or is about to. */
  ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Where it stands, in a sentence. */
  ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  /** Why it could not listen; empty where it can. */
  ReadOnlyStringProperty faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /** A port that is free, where the wanted one can't be had. */
  ReadOnlyObjectProperty<OptionalInt> freePortProperty() {
    return freePort.getReadOnlyProperty();
  }

  /** Whether a file for TLS needs a password, or another one. */
  ReadOnlyBooleanProperty lacksPasswordProperty() {
    return lacksPassword.getReadOnlyProperty();
  }

  private void show() {
    State state = listening.stateProperty().get();
    running.set(listening.isBusy());
    freePort.set(OptionalInt.empty());
    lacksPassword.set(false);
    fault.set("");
    switch (state) {
      case State.Off(String why) -> status.set(why);
      case State.Starting _ -> status.set("Starting …");
      case State.On _ -> showLeft();
      case State.Failed failed -> {
        status.set("");
        fault.set(failed.why());
        freePort.set(failed.freePort());
        lacksPassword.set(failed.lacksPassword());
      }
    }
  }

  private void showLeft() {
    if (listening.stateProperty().get() instanceof State.On on) {
      status.set(
          "Listening as "
              + on.scp().options().ae()
              + " on "
              + AddressText.of(on.scp().address())
              + ". Stops in "
              + clock(listening.left())
              + ".");
    }
  }

  /** {@code 9:05} */
  static String clock(Duration left) {
    long seconds = left.plusMillis(999).toSeconds();
    return seconds >= 3600
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  // Commands

  /** Starts to listen as the form says, if nothing is wrong with that. */
  void start() {
    if (form.fault().get().isEmpty()) {
      listening.start(form.wish());
    }
  }

  /** The same on the port that is free. */
  void startOnFreePort() {
    freePort
        .get()
        .ifPresent(
            port -> {
              form.port.set(Integer.toString(port));
              start();
            });
  }

  /**
   * Takes the password of the file for TLS, and starts.
   *
   * @param password is wiped out here
   */
  void startWith(char[] password) {
    TlsFiles files = form.wish().files();
    if (files != null) {
      secrets.remember(new SecretKey.OfFile(files.certificate()), password);
      if (files.key() != null) {
        secrets.remember(new SecretKey.OfFile(files.key()), password);
      }
    }
    Arrays.fill(password, '\0');
    start();
  }

  void stop() {
    listening.stop("Stopped.");
  }

  /** To be called every second. */
  void tick() {
    listening.tick();
    showLeft();
  }

  void clear() {
    calls.clear();
  }
}
