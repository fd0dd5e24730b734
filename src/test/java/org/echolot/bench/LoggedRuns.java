package org.echolot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.check.CheckStage;

/**
 * What the command line reads with its whole log and without one, as its user runs it: each run a
 * cold process, in turns.
 */
final class LoggedRuns {

  private static final Pattern STAGE =
      Pattern.compile("\"stage\":\"(\\w+)\",\"state\":\"\\w+\",\"millis\":([0-9.]+)");

  private static final List<CheckStage> STAGES = List.of(CheckStage.ASSOCIATE, CheckStage.ECHO);

  /** How many runs of many checks each way. */
  private static final int RUNS = 5;

  private final PrintStream out;
  private final String target;

  LoggedRuns(PrintStream out, int port) {
    this.out = out;
    this.target = "ANY-SCP@127.0.0.1:" + port;
  }

  /** Prints the medians of one long run each way, and of the first checks of many processes. */
  void compare(int repeats, int processes) throws IOException {
    String[] repeated = {"--repeat", String.valueOf(repeats), "--interval", "2ms"};
    Map<CheckStage, Samples> quiet = new EnumMap<>(CheckStage.class);
    Map<CheckStage, Samples> logged = new EnumMap<>(CheckStage.class);
    for (int i = 0; i < RUNS; i++) {
      merge(quiet, run(false, repeated));
      merge(logged, run(true, repeated));
    }
    print("echo --repeat " + repeats, quiet, logged, "0.85 to 1.15");
    Map<CheckStage, Samples> firstQuiet = new EnumMap<>(CheckStage.class);
    Map<CheckStage, Samples> firstLogged = new EnumMap<>(CheckStage.class);
    for (int i = 0; i < processes; i++) {
      merge(firstQuiet, run(false));
      merge(firstLogged, run(true));
    }
    print("first check of a process", firstQuiet, firstLogged, "0.5 to 1.5");
  }

  private void print(
      String what, Map<CheckStage, Samples> quiet, Map<CheckStage, Samples> logged, String aim) {
    for (CheckStage stage : STAGES) {
      double without = Objects.requireNonNull(quiet.get(stage)).medianMillis();
      double with = Objects.requireNonNull(logged.get(stage)).medianMillis();
      out.printf(
          Locale.ROOT,
          "  %-24s %-10s no log %8.3f ms   --log trace %8.3f ms   ratio %.2f   (aim: %s)%n",
          what,
          stage.label(),
          without,
          with,
          with / without,
          aim);
    }
  }

  private static void merge(Map<CheckStage, Samples> all, Map<CheckStage, Samples> more) {
    more.forEach(
        (stage, samples) ->
            all.computeIfAbsent(stage, _ -> new Samples())
                .add(Math.round(samples.medianMillis() * 1e6)));
  }

  private Map<CheckStage, Samples> run(boolean log, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("bin/run", "echo", "--format", "json"));
    command.addAll(List.of(options));
    if (log) {
      command.addAll(List.of("--log", "trace"));
    }
    command.add(target);
    Process process =
        new ProcessBuilder(command)
            .directory(Path.of("").toAbsolutePath().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Map<CheckStage, Samples> samples = new EnumMap<>(CheckStage.class);
    process.inputReader().lines().forEach(line -> add(samples, line));
    if (samples.isEmpty()) {
      throw new IllegalStateException(String.join(" ", command) + " found nothing out");
    }
    return samples;
  }

  private static void add(Map<CheckStage, Samples> samples, String json) {
    Matcher stage = STAGE.matcher(json);
    while (stage.find()) {
      samples
          .computeIfAbsent(CheckStage.valueOf(stage.group(1)), _ -> new Samples())
          .add(Math.round(Double.parseDouble(stage.group(2)) * 1e6));
    }
  }
}
