package org.echolot.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs the system's programs to their end, within bounds. */
final class Shell {

  private static final long PATIENCE_SECONDS = 20;

  /**
   * How a program ended.
   *
   * @param code its exit code
   * @param text all that it wrote
   */
  record Ended(int code, String text) {}

  private Shell() {}

  /**
   * What a script of the POSIX shell wrote; it stops at the first command that fails.
   *
   * @throws AssertionError if it failed
   */
  static String run(List<String> prefix, String script) {
    Ended ended = end(prefix, script);
    if (ended.code() != 0) {
      throw new AssertionError(
          "exit code " + ended.code() + " of:\n" + script + "\nIt says:\n" + ended.text());
    }
    return ended.text();
  }

  /** The same, whatever comes of it. */
  static Ended end(List<String> prefix, String script) {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of("sh", "-eu", "-c", script));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Debian keeps what is root's where not every PATH leads.
    builder.environment().merge("PATH", ":/usr/sbin:/sbin", String::concat);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("does not end: " + script);
      }
      return new Ended(process.exitValue(), text);
    } catch (IOException e) {
      throw new UncheckedIOException(script, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + script, e);
    }
  }
}
