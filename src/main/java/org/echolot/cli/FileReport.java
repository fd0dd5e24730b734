package org.echolot.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.echolot.cli.option.InputException;
import org.echolot.files.FileFaults;
import org.echolot.fleet.Schedule;
import org.echolot.report.Report;
import org.echolot.text.Escapes;

/** Puts results into a file as the checks end. What it can't write it tells once. */
final class FileReport implements Report {

  /** What takes the results. */
  interface Sink {

    /**
     * A check ended.
     *
     * @throws IOException if it can't be written
     */
    void add(Schedule.Ended ended) throws IOException;

    /**
     * Nothing follows.
     *
     * @throws IOException if not all could be written
     */
    void close() throws IOException;
  }

  /** Makes a sink. */
  @FunctionalInterface
  interface Opener {

    /**
     * Makes or empties the file.
     *
     * @throws IOException if it can't be written
     */
    Sink open(Path file) throws IOException;
  }

  private final Path file;
  private final Sink sink;
  private final PrintStream err;
  private boolean broken;

  private FileReport(Path file, Sink sink, PrintStream err) {
    this.file = file;
    this.sink = sink;
    this.err = err;
  }

  /**
   * Opens the file.
   *
   * @throws InputException if it can't be written
   */
  static FileReport open(Path file, Opener opener, PrintStream err) throws InputException {
    try {
      return new FileReport(file, opener.open(file), err);
    } catch (IOException e) {
      throw new InputException("can't write " + file + ": " + FileFaults.words(e));
    }
  }

  @Override
  public void checkEnded(Schedule.Ended ended) {
    if (!broken) {
      attempt(() -> sink.add(ended));
    }
  }

  @Override
  public void allEnded() {
    attempt(sink::close);
  }

  @Override
  public boolean isBroken() {
    return broken;
  }

  private interface Step {
    void run() throws IOException;
  }

  private void attempt(Step step) {
    try {
      step.run();
    } catch (IOException e) {
      if (!broken) {
        err.println(
            Escapes.oneLine("echolot echo: can't write " + file + ": " + FileFaults.words(e)));
      }
      broken = true;
    }
  }
}
