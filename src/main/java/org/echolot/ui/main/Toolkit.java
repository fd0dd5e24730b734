package org.echolot.ui.main;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import org.echolot.concurrent.Threads;

/**
 * JavaFX, which takes as long to start as all that the window works with: so it starts beside that.
 * One for a process; it ends with the process. Safe for use by any thread.
 */
public final class Toolkit {

  private final CompletableFuture<Void> started;

  private Toolkit(CompletableFuture<Void> started) {
    this.started = started;
  }

  /** Begins to start it, on a thread of its own; returns at once. */
  public static Toolkit begin() {
    CompletableFuture<Void> started = new CompletableFuture<>();
    Thread _ =
        Threads.startPlatform(
            "toolkit",
            () -> {
              try {
                Platform.startup(() -> started.complete(null));
              } catch (RuntimeException | Error fault) {
                started.completeExceptionally(fault);
              }
            });
    return new Toolkit(started);
  }

  /**
   * Waits until it has started, as long as that takes.
   *
   * @throws Desktop.NoWindowException if there is no display, or it can't use it
   */
  void await() throws Desktop.NoWindowException, InterruptedException {
    try {
      started.get();
    } catch (ExecutionException e) {
      throw new Desktop.NoWindowException(e.getCause() == null ? e : e.getCause());
    }
  }
}
