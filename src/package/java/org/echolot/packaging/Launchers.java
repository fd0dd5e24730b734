package org.echolot.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How Java starts the window and the command line. */
final class Launchers {

  static final String MAIN_CLASS = "org.echolot.Echolot";

  /** Passes where commands pass, for the cache; see bin/run. */
  static final String TRAINING_CLASS = "org.echolot.Training";

  /** As in bin/run: the cache is taken as it was written. */
  private static final List<String> PLAIN =
      List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0", "-XX:+UseSerialGC");

  /**
   * The JVM itself would write its warnings to standard output, among the results. JavaFX, and
   * SQLite on the class path, have libraries of the system's own.
   */
  static final List<String> WINDOW =
      Tool.with(
          PLAIN,
          "-Xlog:disable",
          "-Xms48m",
          "-XX:MaxNewSize=16m",
          "-XX:MinHeapFreeRatio=2",
          "-XX:MaxHeapFreeRatio=5",
          "-XX:MarkSweepDeadRatio=0",
          "-XX:+UseStringDeduplication",
          "-XX:TrimNativeHeapInterval=15000",
          "-Dprism.disableRegionCaching=true",
          "--enable-native-access=javafx.graphics,ALL-UNNAMED");

  static final List<String> COMMANDS =
      Tool.with(
          PLAIN,
          "-Xlog:disable",
          "-XX:-AOTRecordTraining",
          "-XX:-AOTReplayTraining",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=5",
          "--enable-native-access=ALL-UNNAMED");

  /** For commands that repeat, which are worth the better compiler; caches do not mind. */
  static final List<String> LONG_COMMANDS =
      COMMANDS.stream()
          .filter(option -> !option.matches("-XX:(TieredStop|CompileThreshold).*"))
          .toList();

  /** For those that check many peers once, which are worth the quick one. */
  static final List<String> MANY_COMMANDS =
      Tool.with(
          COMMANDS.stream().filter(option -> !option.startsWith("-XX:CompileThreshold")).toList(),
          "-XX:MaxNewSize=24m");

  private Launchers() {}

  /**
   * What jpackage is told of the launchers. On Windows the command line is {@code echolot.exe},
   * which has a console, and the window a program of its own; elsewhere a program can be both.
   */
  static List<String> arguments(Target system, Path work) throws IOException {
    List<String> arguments = new ArrayList<>();
    List<String> main = system.is(Target.Kind.WINDOWS) ? COMMANDS : WINDOW;
    for (String option : main) {
      arguments.addAll(List.of("--java-options", option));
    }
    arguments.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + cache(main == COMMANDS)));
    if (system.is(Target.Kind.WINDOWS)) {
      arguments.add("--win-console");
      Path window = work.resolve("window.properties");
      Files.writeString(
          window,
          "java-options=%s -XX:AOTCache=$APPDIR/%s%nwin-console=false%nwin-menu=true%n"
              .formatted(String.join(" ", WINDOW), cache(false)));
      arguments.addAll(List.of("--add-launcher", "Echolot window=" + window));
    } else if (system.is(Target.Kind.MAC)) {
      Path commands = work.resolve("commands.properties");
      Files.writeString(
          commands,
          "java-options=%s -XX:AOTCache=$APPDIR/%s%n"
              .formatted(String.join(" ", COMMANDS), cache(true)));
      arguments.addAll(List.of("--add-launcher", "echolot-cli=" + commands));
    }
    return arguments;
  }

  /** The jars in the order in which the launchers name them. */
  static List<Path> classPath(Path app) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(app.resolve("echolot.jar"));
    jars.addAll(Trees.files(app.resolve("lib"), ".jar"));
    return jars;
  }

  static String cache(boolean commands) {
    return commands ? "commands.aot" : "window.aot";
  }
}
