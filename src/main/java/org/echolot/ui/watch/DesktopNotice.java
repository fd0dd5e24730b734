package org.echolot.ui.watch;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.echolot.concurrent.Threads;
import org.echolot.text.Escapes;

/**
 * Tells something on the desktop, where the system has a program for that: {@code notify-send} on
 * Linux, {@code osascript} on macOS. Elsewhere it does nothing. Safe for use by any thread.
 */
public final class DesktopNotice {

  private static final int PATIENCE_SECONDS = 5;

  private final List<String> program;

  /** Uses the desktop's own program. */
  public DesktopNotice() {
    this(programOf(System.getProperty("os.name", "")));
  }

  /** What is said comes as arguments, which no program takes for a part of a script. */
  static List<String> programOf(String system) {
    return system.startsWith("Mac")
        ? List.of(
            "osascript",
            "-e",
            "on run argv",
            "-e",
            "display notification (item 2 of argv) with title (item 1 of argv)",
            "-e",
            "end run")
        : List.of("notify-send", "--app-name=Echolot", "--");
  }

  DesktopNotice(List<String> program) {
    this.program = List.copyOf(program);
  }

  /** Shows it, soon; returns at once. */
  public void show(String title, String text) {
    Threads.startVirtual("desktop notice", () -> run(title, text));
  }

  private void run(String title, String text) {
    List<String> command = new ArrayList<>(program);
    command.add(Escapes.oneLine(title));
    command.add(Escapes.oneLine(text));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (IOException _) {
      // There is no such program: the window shows it.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
