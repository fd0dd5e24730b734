package org.echolot.cli.environment;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.jspecify.annotations.Nullable;

/** The terminal that this process was started in. */
public final class ConsoleTerminal implements Terminal {

  private final StopSignal interrupted;
  private final StopSignal terminated;
  private volatile boolean asked;

  /**
   * @param interrupted ends a question
   * @param terminated ends a question too
   */
  public ConsoleTerminal(StopSignal interrupted, StopSignal terminated) {
    this.interrupted = interrupted;
    this.terminated = terminated;
  }

  @Override
  public boolean isThere() {
    return console() != null;
  }

  @Override
  public char @Nullable [] askSecret(String question) throws InterruptedException {
    Console console = console();
    if (console == null) {
      return null;
    }
    asked = true;
    // Reading from a terminal can't be stopped, so a thread of its own does; the program's end
    // takes
    // it along, and Java then shows again what is typed.
    BlockingQueue<Optional<char[]>> answers = new LinkedBlockingQueue<>();
    try (var _ = interrupted.onStop(() -> answers.add(Optional.empty()));
        var _ = terminated.onStop(() -> answers.add(Optional.empty()))) {
      Threads.startVirtual(
          "question",
          () -> answers.add(Optional.ofNullable(console.readPassword("%s: ", question))));
      char @Nullable [] secret = answers.take().orElse(null);
      if (secret == null || !isStopped()) {
        return secret;
      }
      Arrays.fill(secret, '\0');
      return null;
    }
  }

  @Override
  public boolean wasAsked() {
    return asked;
  }

  private boolean isStopped() {
    return interrupted.isStopped() || terminated.isStopped();
  }

  /** Since JDK 22 there is a console without a terminal too. */
  private static @Nullable Console console() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).orElse(null);
  }
}
