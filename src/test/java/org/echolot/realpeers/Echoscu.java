package org.echolot.realpeers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of DCMTK's {@code echoscu}, the client that everybody knows. */
public final class Echoscu {

  private static final long PATIENCE_SECONDS = 60;

  /**
   * How a run ended.
   *
   * @param output what it wrote, standard error included
   */
  public record Run(int exitCode, String output) {}

  private final Process process;

  private Echoscu(Process process) {
    this.process = process;
  }

  /** Starts it against a port of this computer, as {@code ECHOSCU}, verbose. */
  public static Echoscu start(int port, String calledAe, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(Programs.find("echoscu", "dcmtk").toString(), "-v", "-aec", calledAe));
    command.addAll(List.of(options));
    command.addAll(List.of("127.0.0.1", String.valueOf(port)));
    try {
      return new Echoscu(new ProcessBuilder(command).redirectErrorStream(true).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts it and waits for its end. */
  public static Run run(int port, String calledAe, String... options) {
    return start(port, calledAe, options).await();
  }

  /** Waits for its end. */
  public Run await() {
    try {
      String output =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("echoscu does not end: " + output);
      }
      return new Run(process.exitValue(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while echoscu runs", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
