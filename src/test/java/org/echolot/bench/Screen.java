package org.echolot.bench;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * A display of our own, whose picture is a file that we look at: what is on it is known without
 * asking the display or the program that paints. The file is one of X's (XWD, version 7).
 */
final class Screen implements AutoCloseable {

  private static final int WIDTH = 1_280;
  private static final int HEIGHT = 800;
  private static final int BYTES_PER_COLOR = 12;
  private static final int PATIENCE_SECONDS = 10;

  private final Process server;
  private final String name;
  private final MappedByteBuffer picture;
  private final int start;
  private final int bytesPerLine;

  private Screen(Process server, String name, MappedByteBuffer picture) {
    this.server = server;
    this.name = name;
    this.picture = picture;
    this.start = picture.getInt(0) + BYTES_PER_COLOR * picture.getInt(19 * Integer.BYTES);
    this.bytesPerLine = picture.getInt(12 * Integer.BYTES);
  }

  /** Opens one. */
  static Screen open(Path folder) throws IOException, InterruptedException {
    Path number = folder.resolve("display");
    Process server =
        new ProcessBuilder(
                "bash",
                "-c",
                "exec Xvfb -displayfd 3 -screen 0 "
                    + (WIDTH + "x" + HEIGHT + "x24 -nolisten tcp -fbdir ")
                    + folder
                    + " 3>"
                    + number
                    + " 2>/dev/null")
            .start();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!Files.exists(number) || Files.size(number) == 0) {
      if (System.nanoTime() > end || !server.isAlive()) {
        throw new IOException("Xvfb does not start");
      }
      Thread.sleep(10);
    }
    try (FileChannel file =
        FileChannel.open(folder.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
      return new Screen(
          server,
          ":" + Files.readString(number).strip(),
          file.map(FileChannel.MapMode.READ_ONLY, 0, file.size()));
    }
  }

  /** What {@code DISPLAY} is for those who paint on it. */
  String name() {
    return name;
  }

  /** How many lines of the picture show more than one or two flat areas: text, mostly. */
  int writtenLines() {
    int lines = 0;
    Set<Integer> colors = new HashSet<>();
    for (int y = 0; y < HEIGHT; y++) {
      colors.clear();
      for (int x = 0; x < WIDTH && colors.size() < 5; x++) {
        colors.add(picture.getInt(start + y * bytesPerLine + x * Integer.BYTES));
      }
      lines += colors.size() < 5 ? 0 : 1;
    }
    return lines;
  }

  @Override
  public void close() {
    server.destroy();
  }
}
