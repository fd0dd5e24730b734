package org.echolot.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.echolot.concurrent.Threads;

/**
 * Shows a file in its folder, by the system's own program for that: the Explorer, the Finder, or
 * what the desktop has. Safe for use by any thread.
 */
public final class FolderView {

  private static final int PATIENCE_SECONDS = 5;

  private final String system;

  /** Uses the system's own program. */
  public FolderView() {
    this(System.getProperty("os.name", ""));
  }

  FolderView(String system) {
    this.system = system;
  }

  /** Shows it, soon; returns at once. Where the file is not there, its folder is shown. */
  public void show(Path file) {
    Threads.startVirtual("show in folder", () -> run(file.toAbsolutePath()));
  }

  private void run(Path file) {
    for (List<String> command : commands(file)) {
      try {
        if (succeeds(command)) {
          return;
        }
      } catch (IOException _) {
        // There is no such program: the next one may be there.
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** What may show it, the one that marks the file first. */
  List<List<String>> commands(Path file) {
    String os = system.toLowerCase(Locale.ROOT);
    boolean there = Files.exists(file);
    Path folder = Files.isDirectory(file) || file.getParent() == null ? file : file.getParent();
    if (os.startsWith("windows")) {
      return List.of(
          there
              ? List.of("explorer.exe", "/select,", file.toString())
              : List.of("explorer.exe", folder.toString()));
    }
    if (os.startsWith("mac")) {
      return List.of(
          there ? List.of("open", "-R", file.toString()) : List.of("open", folder.toString()));
    }
    List<String> open = List.of("xdg-open", folder.toString());
    return there ? List.of(fileManager(file), open) : List.of(open);
  }

  /** What most desktops answer to (freedesktop.org, File Manager DBus Interface). */
  private static List<String> fileManager(Path file) {
    return List.of(
        "dbus-send",
        "--session",
        "--print-reply",
        "--dest=org.freedesktop.FileManager1",
        "--type=method_call",
        "/org/freedesktop/FileManager1",
        "org.freedesktop.FileManager1.ShowItems",
        // A comma would begin another item.
        "array:string:" + file.toUri().toASCIIString().replace(",", "%2C"),
        "string:");
  }

  private static boolean succeeds(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    // One that goes on has opened a window; the Explorer ends with 1 whatever it did.
    return !process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)
        || process.exitValue() == 0
        || command.getFirst().equals("explorer.exe");
  }
}
