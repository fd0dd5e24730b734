package org.echolot.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.echolot.files.AtomicFile;
import org.echolot.files.BrokenFiles;
import org.echolot.files.FileFaults;
import org.echolot.files.FileSteps;
import org.echolot.files.Utf8Text;
import org.echolot.files.Utf8Text.NotUtf8Exception;
import org.echolot.json.ParserWords;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps {@link Settings} in a JSON file. Fields that this version does not know are kept. Not safe
 * for use by several threads at once.
 */
public final class SettingsStore {

  private static final int MAX_BYTES = 1 << 20;

  private final Path file;
  private final FileSteps steps;
  private final BrokenFiles brokenFiles;
  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private ObjectNode read = mapper.createObjectNode();

  private boolean brokenIsInPlace;

  /**
   * What reading found.
   *
   * @param problem why the defaults hold, in one line; empty if the file was read, or if there is
   *     none
   */
  public record Loaded(Settings settings, Optional<String> problem) {}

  public SettingsStore(Path file) {
    this(file, FileSteps.REAL, InstantSource.system());
  }

  /**
   * @param steps how files are read and written
   * @param clock for the names of broken files
   */
  public SettingsStore(Path file, FileSteps steps, InstantSource clock) {
    this.file = file;
    this.steps = steps;
    this.brokenFiles = new BrokenFiles(steps, clock);
  }

  public Path file() {
    return file;
  }

  /**
   * Reads the file. A value that is wrong or out of range is the default instead. A file that is no
   * JSON object is moved aside under a dated name.
   */
  public Loaded load() {
    read = mapper.createObjectNode();
    byte[] bytes;
    try {
      bytes = steps.read(file, MAX_BYTES + 1);
    } catch (NoSuchFileException _) {
      return new Loaded(Settings.DEFAULT, Optional.empty());
    } catch (IOException e) {
      return broken(file + " could not be read: " + FileFaults.words(e));
    }
    if (bytes.length > MAX_BYTES) {
      return aside(file + " is longer than 1 MiB");
    }
    try {
      JsonNode tree = mapper.readTree(Utf8Text.decode(bytes));
      if (tree instanceof ObjectNode object) {
        read = object;
        return new Loaded(SettingsFormat.read(object), Optional.empty());
      }
      return aside(file + ":1:1 the settings must be a JSON object");
    } catch (NotUtf8Exception e) {
      return aside(file + ":" + e.getMessage());
    } catch (JacksonException e) {
      TokenStreamLocation location = e.getLocation();
      String place = location == null ? "1:1" : location.getLineNr() + ":" + location.getColumnNr();
      return aside(file + ":" + place + " not JSON: " + ParserWords.plain(e.getOriginalMessage()));
    }
  }

  /**
   * Saves atomically, see {@link AtomicFile}.
   *
   * @throws IOException if it can't be written, or if a broken file could not be moved aside first;
   *     the old file is as it was
   */
  public void save(Settings settings) throws IOException {
    if (brokenIsInPlace) {
      brokenFiles.moveAside(file);
      brokenIsInPlace = false;
    }
    ObjectNode merged = read.deepCopy();
    SettingsFormat.write(settings, merged);
    String text = mapper.writer().with(SettingsFormat.layout()).writeValueAsString(merged) + "\n";
    new AtomicFile(file, steps).write(text.getBytes(StandardCharsets.UTF_8));
    read = merged;
  }

  private Loaded aside(String problem) {
    try {
      return broken(problem + "; it is kept as " + brokenFiles.moveAside(file));
    } catch (IOException e) {
      brokenIsInPlace = true;
      return broken(problem + "; it could not be moved aside: " + FileFaults.words(e));
    }
  }

  private static Loaded broken(String problem) {
    return new Loaded(Settings.DEFAULT, Optional.of(problem));
  }
}
