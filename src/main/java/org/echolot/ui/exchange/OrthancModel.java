package org.echolot.ui.exchange;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.echolot.concurrent.Threads;
import org.echolot.peers.exchange.ImportedList;
import org.echolot.peers.exchange.UnreadableListException;
import org.echolot.peers.exchange.live.LiveOrthanc;
import org.echolot.peers.exchange.live.Login;
import org.echolot.peers.exchange.live.ServerException;
import org.jspecify.annotations.Nullable;

/**
 * Which running Orthanc is asked for its modalities, and what came of it. View model: to be used on
 * the FX thread; Orthanc is asked on another.
 */
public final class OrthancModel {

  private final Executor fx;
  private final StringProperty url = new SimpleStringProperty("http://localhost:8042");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty trusted = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper fault = new ReadOnlyStringWrapper("");
  private @Nullable Thread asking;

  /**
   * @param fx runs what changes the view model
   */
  public OrthancModel(Executor fx) {
    this.fx = fx;
  }

  /** Of Orthanc's REST API, as in {@code http://localhost:8042}. */
  public StringProperty urlProperty() {
    return url;
  }

  /** Empty: nobody in particular. */
  public StringProperty userProperty() {
    return user;
  }

  /** A file with the certificates to trust for https; empty: those of Java. */
  public StringProperty trustedProperty() {
    return trusted;
  }

  /** Whether Orthanc is being asked. */
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Why the last attempt brought nothing, in a sentence; empty: there was none. */
  public ReadOnlyStringProperty faultProperty() {
    return fault.getReadOnlyProperty();
  }

  /**
   * Asks Orthanc; does nothing while it is being asked.
   *
   * @param password wiped out when it is no longer needed
   * @param then takes what it has
   */
  public void read(char[] password, Consumer<ImportedList> then) {
    if (busy.get()) {
      Arrays.fill(password, '\0');
      return;
    }
    String address = url.get().strip();
    String name = user.get().strip();
    String file = trusted.get().strip();
    fault.set("");
    busy.set(true);
    asking =
        Threads.startVirtual(
            "read from Orthanc",
            () -> {
              Runnable told = ask(address, file, new Login(name, password), then);
              Thread asked = Thread.currentThread();
              fx.execute(() -> answered(asked, told));
            });
  }

  private Runnable ask(String address, String file, Login login, Consumer<ImportedList> then) {
    try (LiveOrthanc orthanc =
        new LiveOrthanc(
            address, file.isEmpty() ? null : Path.of(file), login, LiveOrthanc.DEADLINE)) {
      ImportedList list = orthanc.read();
      return () -> then.accept(list);
    } catch (ServerException e) {
      return () -> fault.set("Orthanc was not read: " + words(e));
    } catch (UnreadableListException e) {
      return () -> fault.set("What " + address + " sent is no list of modalities: " + words(e));
    } catch (InvalidPathException _) {
      return () -> fault.set("No file can have the name of the one with the certificates.");
    } catch (InterruptedException _) {
      return () -> {};
    } finally {
      Arrays.fill(login.password(), '\0');
    }
  }

  private static String words(Exception e) {
    String words = String.valueOf(e.getMessage());
    return words.endsWith(".") ? words : words + ".";
  }

  private void answered(Thread asked, Runnable told) {
    if (asked.equals(asking)) {
      asking = null;
      busy.set(false);
      told.run();
    }
  }

  /** Whatever is still to be answered is no longer of interest. */
  public void cancel() {
    Thread asked = asking;
    if (asked != null) {
      asking = null;
      busy.set(false);
      asked.interrupt();
    }
    fault.set("");
  }
}
