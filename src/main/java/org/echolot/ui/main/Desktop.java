package org.echolot.ui.main;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.stage.Stage;
import org.echolot.concurrent.StopSignal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.LineSource;
import org.echolot.settings.SettingsStore;
import org.echolot.ui.FxThread;

/** Opens the window, and waits until it is closed. Used once. */
public final class Desktop {

  /** There is no display, or the toolkit can't use it. */
  public static final class NoWindowException extends Exception {
    private static final long serialVersionUID = 1L;

    NoWindowException(Throwable cause) {
      super(cause.getMessage() == null ? cause.toString() : cause.getMessage(), cause);
    }
  }

  /** The window was open, and can't go on. */
  public static final class WindowLostException extends Exception {
    private static final long serialVersionUID = 1L;

    WindowLostException() {
      super("the thread of the window has ended");
    }
  }

  /** How long what is being saved may take where the window was lost. */
  private static final int PATIENCE_SECONDS = 5;

  private final Services services;
  private final SettingsStore.Loaded settings;

  private final Toolkit toolkit;

  public Desktop(Services services, SettingsStore.Loaded settings, Toolkit toolkit) {
    this.toolkit = toolkit;
    this.services = services;
    this.settings = settings;
  }

  /**
   * Opens the window and blocks until it is closed and all is saved.
   *
   * @param terminated closes the window
   * @throws NoWindowException if it could not be opened
   * @throws WindowLostException if its thread ended before it was closed; what was given to the
   *     disk is saved
   */
  public void run(StopSignal terminated)
      throws NoWindowException, WindowLostException, InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    AtomicBoolean lost = new AtomicBoolean();
    CompletableFuture<MainWindow> opened = new CompletableFuture<>();
    try {
      Runnable lose =
          () -> {
            lost.set(true);
            closed.countDown();
          };
      services.disk().execute(services.peerStore()::readAhead);
      toolkit.await();
      new FxThread().execute(() -> open(opened, closed, lose));
      MainWindow window = opened.get();
      try (var _ = terminated.onStop(() -> new FxThread().execute(window::close))) {
        closed.await();
      }
      if (lost.get()) {
        services.disk().shutdown();
        boolean _ = services.disk().awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
        throw new WindowLostException();
      }
    } catch (RuntimeException | LinkageError e) {
      throw new NoWindowException(e);
    } catch (ExecutionException e) {
      throw new NoWindowException(e.getCause() == null ? e : e.getCause());
    }
  }

  private void open(CompletableFuture<MainWindow> opened, CountDownLatch closed, Runnable lose) {
    try {
      MainWindow window =
          new MainWindow(services, settings.settings(), new Stage(), closed::countDown);
      settings
          .problem()
          .ifPresent(
              text ->
                  services
                      .journal()
                      .write(
                          JournalLine.info(LineSource.SETTINGS, JournalLine.Tone.WARNING, text)));
      window.open();
      WindowWatch _ =
          new WindowWatch(
              new FxThread(), window::isClosing, services.faults(), window::respondsAgain, lose);
      opened.complete(window);
    } catch (RuntimeException | Error fault) {
      opened.completeExceptionally(fault);
    }
  }
}
