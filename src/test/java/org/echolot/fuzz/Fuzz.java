package org.echolot.fuzz;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.echolot.concurrent.Deadline;

/**
 * Looks for inputs at which a target breaks, for a time: {@code bin/fuzz}. What it finds it leaves
 * among the test resources, where {@link FuzzRegressionTest} tries it from then on.
 */
public final class Fuzz {

  private static final String TARGET = "echolot.fuzz.target";

  private static final List<String> NOT_LOOKED_FOR =
      List.of(
          "com.code_intelligence.jazzer.sanitizers.ServerSideRequestForgery",
          "com.code_intelligence.jazzer.sanitizers.RegexInjection",
          "com.code_intelligence.jazzer.sanitizers.RegexRoadblocks");

  /**
   * What looks at each character of all that is shown has no paths to be found, and would take half
   * of the time if each of its steps were noted.
   */
  private static final List<String> NOT_GUIDED_BY =
      List.of(
          "org.echolot.fuzz.**", "org.echolot.text.Escapes", "org.echolot.secrets.SecretTraces");

  /** One input that takes longer hangs, in seconds. */
  private static final int TIMEOUT = 25;

  /** The good inputs are tried so often before anything is measured, or for so long. */
  private static final int WARM_UP_RUNS = 500;

  private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(20);

  private static Target target = Target.PDU;

  private Fuzz() {}

  /** Whether this JVM fuzzes. */
  static boolean isRunning() {
    return System.getProperty(TARGET) != null;
  }

  /** Called by Jazzer, once. */
  public static void fuzzerInitialize() throws Exception {
    target = Target.valueOf(System.getProperty(TARGET));
    List<byte[]> seeds = target.seeds();
    Deadline deadline = Deadline.after(LONGEST_WARM_UP);
    Budget.warmUp(
        () -> {
          for (int run = 0; run < WARM_UP_RUNS && !deadline.hasPassed(); run++) {
            target.run(seeds.get(run % seeds.size()));
          }
        });
  }

  /** Called by Jazzer with each input. */
  public static void fuzzerTestOneInput(byte[] input) throws Exception {
    target.run(input);
  }

  /**
   * @param args the target's label, the seconds, and what else libFuzzer is to be told; or {@code
   *     --list} and {@code wire} or {@code all}, for the labels
   */
  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("--list")) {
      Stream.of(Target.values())
          .filter(each -> args[1].equals("all") || each.isOnTheWire())
          .forEach(each -> System.out.println(each.label()));
      return;
    }
    Target chosen =
        Stream.of(Target.values())
            .filter(each -> args.length > 1 && each.label().equals(args[0]))
            .findFirst()
            .orElse(null);
    if (chosen == null || !args[1].matches("[1-9][0-9]{0,5}")) {
      System.err.println(
          "Usage: bin/fuzz TARGET|wire|all SECONDS, with a target of "
              + Stream.of(Target.values()).map(Target::label).collect(Collectors.joining(", ")));
      System.exit(2);
      return;
    }
    System.setProperty(TARGET, chosen.name());
    Path corpus = Path.of("target", "fuzz", chosen.label());
    Path seeds = seeds(chosen);
    Files.createDirectories(corpus);
    Files.createDirectories(chosen.keptFolder());
    List<String> arguments =
        List.of(
            "--target_class=" + Fuzz.class.getName(),
            "--instrumentation_includes=org.echolot.**",
            "--instrumentation_excludes=" + String.join(":", NOT_GUIDED_BY),
            // A socket of ours is no fault, and what the fuzzer notes of each regular expression
            // that
            // is tried would count as our memory.
            "--disabled_hooks=" + String.join(":", NOT_LOOKED_FOR),
            "--reproducer_path=" + corpus,
            "-artifact_prefix=" + chosen.keptFolder() + "/",
            "-max_total_time=" + args[1],
            "-timeout=" + TIMEOUT,
            "-rss_limit_mb=0",
            "-print_final_stats=1");
    Jazzer.main(
        Stream.of(
                arguments.stream(),
                Arrays.stream(args).skip(2),
                Stream.of(corpus.toString(), seeds.toString()))
            .flatMap(each -> each)
            .toArray(String[]::new));
  }

  private static Path seeds(Target chosen) throws IOException {
    Path folder = Path.of("target", "fuzz", chosen.label() + "-seeds");
    Files.createDirectories(folder);
    int number = 0;
    for (byte[] seed : chosen.seeds()) {
      Files.write(folder.resolve(String.valueOf(++number)), seed);
    }
    return folder;
  }
}
