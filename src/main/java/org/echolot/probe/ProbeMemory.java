package org.echolot.probe;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.jspecify.annotations.Nullable;

/**
 * The last probe of each peer, a file for each, of lines with an abstract syntax, a transfer syntax
 * and an answer. What can't be read there is as good as not there.
 *
 * @param folder need not be there yet
 */
public record ProbeMemory(Path folder) {

  /** More than any probe makes. */
  private static final long MAX_BYTES = 1 << 20;

  /**
   * Compares with the last probe, and keeps this one in its place. It waits for the disk.
   *
   * @return null if there was none before
   * @throws IOException if this one can't be kept
   */
  public @Nullable List<ProbeChange> exchange(UUID peerId, ServiceMatrix now) throws IOException {
    Path file = folder.resolve(peerId + ".txt");
    Map<String, Answer> before = read(file);
    Map<String, Answer> kept = new LinkedHashMap<>(before);
    ProbeChange.byKey(now.cells())
        .forEach(
            (key, answer) -> {
              if (answer != Answer.NOT_ASKED) {
                kept.put(key, answer);
              }
            });
    Files.createDirectories(folder);
    StringBuilder text = new StringBuilder();
    kept.forEach((key, answer) -> text.append(key).append(' ').append(answer).append('\n'));
    new AtomicFile(file, FileSteps.REAL).write(text.toString().getBytes(StandardCharsets.US_ASCII));
    return before.isEmpty() ? null : ProbeChange.between(before, now.cells());
  }

  private static Map<String, Answer> read(Path file) throws IOException {
    Map<String, Answer> answers = new LinkedHashMap<>();
    try {
      if (Files.size(file) > MAX_BYTES) {
        return answers;
      }
      for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
        int end = line.lastIndexOf(' ');
        if (end > 0) {
          answers.put(line.substring(0, end), Answer.valueOf(line.substring(end + 1)));
        }
      }
    } catch (NoSuchFileException | IllegalArgumentException _) {
      // The first probe, or the file of another version.
    }
    return answers;
  }
}
