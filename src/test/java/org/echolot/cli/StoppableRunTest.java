package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.echolot.cli.environment.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A stop ends a command though nobody reads its results; without one they are waited for. */
@Timeout(60)
class StoppableRunTest {

  private final PausingReader reader = new PausingReader();
  private final CommandLineRun world = new CommandLineRun(Path.of(""));

  private CompletableFuture<Integer> printing() {
    var environment = world.environment(reader);
    return CompletableFuture.supplyAsync(
        () ->
            StoppableRun.run(
                () -> {
                  environment.out().println("result");
                  return ExitCode.OK;
                },
                environment));
  }

  @Test
  void aReaderThatPausesIsWaitedForAndMissesNothing() throws Exception {
    CompletableFuture<Integer> run = printing();
    reader.awaitWriter();
    assertThat(run.isDone()).isFalse();

    reader.goOn();

    assertThat(run.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.OK);
    assertThat(reader.text()).isEqualToNormalizingNewlines("result\n");
  }

  @Test
  void aStopDoesNotWaitForIt() throws Exception {
    CompletableFuture<Integer> run = printing();
    reader.awaitWriter();

    world.interrupted().stop();

    assertThat(run.get(20, TimeUnit.SECONDS)).isEqualTo(ExitCode.STOPPED);
    reader.goOn();
  }

  @Test
  void aFaultOfTheCommandComesThrough() {
    assertThatThrownBy(
            () ->
                StoppableRun.run(
                    () -> {
                      throw new IllegalStateException("broken");
                    },
                    world.environment(reader)))
        .hasMessage("broken");
  }
}
