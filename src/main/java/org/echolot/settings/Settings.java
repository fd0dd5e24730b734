package org.echolot.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the window remembers and the user chose. Immutable; always within its ranges.
 *
 * @param window where the window was; null: never opened
 * @param resultSplit the list's part of the width beside the result, a fraction
 * @param consoleSplit the part of the height above the console, a fraction
 * @param columns the list's columns from left to right; empty: as they come
 * @param sort null: in the book's order
 * @param parallelism how many checks may run at once
 * @param engine the name of the engine that checks; one that is not there is kept, and our own
 *     checks
 * @param probesTls see {@link org.echolot.check.CheckRequest#probesTls}
 */
public record Settings(
    Theme theme,
    @Nullable WindowBounds window,
    double resultSplit,
    double consoleSplit,
    List<ColumnState> columns,
    @Nullable SortState sort,
    ConsoleSettings console,
    int parallelism,
    boolean probesTls,
    String engine,
    ListenerSettings listener,
    TicketSettings tickets) {

  /** The least and the most of a split. */
  public static final double MIN_SPLIT = 0.05;

  public static final double MAX_SPLIT = 0.95;

  /** The most checks at once. */
  public static final int MAX_PARALLELISM = 1000;

  public static final Settings DEFAULT =
      new Settings(
          Theme.SYSTEM,
          null,
          0.62,
          0.68,
          List.of(),
          null,
          ConsoleSettings.DEFAULT,
          64,
          true,
          "echolot",
          ListenerSettings.DEFAULT,
          TicketSettings.DEFAULT);

  /**
   * Splits are moved into their range.
   *
   * @throws IllegalArgumentException if a split is not a number, or the parallelism is not from 1
   *     to {@link #MAX_PARALLELISM}
   */
  public Settings {
    resultSplit = split(resultSplit);
    consoleSplit = split(consoleSplit);
    columns = List.copyOf(columns);
    if (parallelism < 1 || parallelism > MAX_PARALLELISM) {
      throw new IllegalArgumentException("parallelism " + parallelism + " is not from 1 to 1000");
    }
  }

  public Settings withTheme(Theme value) {
    return new Settings(
        value,
        window,
        resultSplit,
        consoleSplit,
        columns,
        sort,
        console,
        parallelism,
        probesTls,
        engine,
        listener,
        tickets);
  }

  public Settings withWindow(@Nullable WindowBounds value) {
    return new Settings(
        theme,
        value,
        resultSplit,
        consoleSplit,
        columns,
        sort,
        console,
        parallelism,
        probesTls,
        engine,
        listener,
        tickets);
  }

  public Settings withResultSplit(double value) {
    return new Settings(
        theme,
        window,
        value,
        consoleSplit,
        columns,
        sort,
        console,
        parallelism,
        probesTls,
        engine,
        listener,
        tickets);
  }

  public Settings withConsoleSplit(double value) {
    return new Settings(
        theme,
        window,
        resultSplit,
        value,
        columns,
        sort,
        console,
        parallelism,
        probesTls,
        engine,
        listener,
        tickets);
  }

  public Settings withColumns(List<ColumnState> value) {
    return new Settings(
        theme,
        window,
        resultSplit,
        consoleSplit,
        value,
        sort,
        console,
        parallelism,
        probesTls,
        engine,
        listener,
        tickets);
  }

  public Settings withSort(@Nullable SortState value) {
    return new Settings(
        theme,
        window,
        resultSplit,
        consoleSplit,
        columns,
        value,
        console,
        parallelism,
        probesTls,
        engine,
        listener,
        tickets);
  }

  public Settings withConsole(ConsoleSettings value) {
    return new Settings(
        theme,
        window,
        resultSplit,
        consoleSplit,
        columns,
        sort,
        value,
        parallelism,
        probesTls,
        engine,
        listener,
        tickets);
  }

  public Settings withParallelism(int value) {
    return new Settings(
        theme,
        window,
        resultSplit,
        consoleSplit,
        columns,
        sort,
        console,
        value,
        probesTls,
        engine,
        listener,
        tickets);
  }

  public Settings withProbesTls(boolean value) {
    return new Settings(
        theme,
        window,
        resultSplit,
        consoleSplit,
        columns,
        sort,
        console,
        parallelism,
        value,
        engine,
        listener,
        tickets);
  }

  public Settings withEngine(String value) {
    return new Settings(
        theme,
        window,
        resultSplit,
        consoleSplit,
        columns,
        sort,
        console,
        parallelism,
        probesTls,
        value,
        listener,
        tickets);
  }

  public Settings withListener(ListenerSettings value) {
    return new Settings(
        theme,
        window,
        resultSplit,
        consoleSplit,
        columns,
        sort,
        console,
        parallelism,
        probesTls,
        engine,
        value,
        tickets);
  }

  public Settings withTickets(TicketSettings value) {
    return new Settings(
        theme,
        window,
        resultSplit,
        consoleSplit,
        columns,
        sort,
        console,
        parallelism,
        probesTls,
        engine,
        listener,
        value);
  }

  private static double split(double value) {
    if (Double.isNaN(value)) {
      throw new IllegalArgumentException("a split is not a number");
    }
    return Math.clamp(value, MIN_SPLIT, MAX_SPLIT);
  }
}
