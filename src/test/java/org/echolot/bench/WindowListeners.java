package org.echolot.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.EchoEngine;
import org.echolot.concurrent.Threads;
import org.echolot.fleet.CheckEnded;
import org.echolot.fleet.Fleet;
import org.echolot.fleet.FleetListener;
import org.echolot.fleet.FleetRun;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine.Level;
import org.echolot.ui.console.ConsoleModel;

/**
 * A check as the window makes it: by its fleet, recorded, told to a journal whose lines the console
 * takes, at trace, a frame at a time on a thread of its own as the FX thread is one.
 */
final class WindowListeners implements AutoCloseable {

  private static final long FRAME_MICROS = 16_667;

  private final ScheduledExecutorService frames = Threads.newScheduler("frames");
  private final ConsoleModel console;
  private final Fleet fleet;

  WindowListeners(EchoEngine engine) {
    // What a frame throws goes to its thread's handler.
    @SuppressWarnings("FutureReturnValueIgnored")
    Executor nextFrame = action -> frames.schedule(action, FRAME_MICROS, TimeUnit.MICROSECONDS);
    console = new ConsoleModel(nextFrame);
    CompletableFuture.runAsync(() -> console.levelProperty().set(Level.TRACE), frames).join();
    Journal journal = new Journal();
    journal.addReader(console);
    fleet = new Fleet(engine, journal, Fleet.DEFAULT_PARALLELISM);
  }

  CheckResult check(CheckRequest request) {
    return check(List.of(request)).getFirst();
  }

  /** Checks all at once, and returns what came of each, in the order in which they ended. */
  List<CheckResult> check(List<CheckRequest> requests) {
    List<CheckResult> results = new ArrayList<>();
    CompletableFuture<List<CheckResult>> all = new CompletableFuture<>();
    FleetRun _ =
        fleet.start(
            requests,
            new FleetListener() {
              @Override
              public void told(CheckRequest of, long conversationId, CheckEvent event) {
                // As the row of the list takes it over to the FX thread.
                frames.execute(() -> {});
              }

              @Override
              public void checkEnded(CheckEnded ended) {
                synchronized (results) {
                  results.add(ended.result());
                  if (results.size() == requests.size()) {
                    all.complete(List.copyOf(results));
                  }
                }
              }
            });
    return all.join();
  }

  @Override
  public void close() {
    frames.shutdownNow();
  }
}
