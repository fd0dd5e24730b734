package org.echolot.cli;

import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** A command that goes on until it is stopped, and that says first where it can be reached. */
final class Running {

  private final CommandLineRun run;
  private final CompletableFuture<Integer> code;

  Running(Path folder, String... args) {
    run = new CommandLineRun(folder);
    code = CompletableFuture.supplyAsync(() -> run.run(args), r -> Thread.ofVirtual().start(r));
  }

  CommandLineRun run() {
    return run;
  }

  String port() {
    await().atMost(Duration.ofSeconds(20)).until(() -> run.out().contains("\n"));
    return run.outLines().getFirst().replaceAll(".*:", "");
  }

  /** As the system does it; returns the exit code. */
  int stop() {
    run.terminated().stop();
    return code.join();
  }
}
