package org.echolot.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.echolot.files.AtomicFile;
import org.echolot.files.BrokenFiles;
import org.echolot.files.FileFaults;
import org.echolot.files.FileSteps;
import org.echolot.files.Utf8Text;
import org.echolot.files.Utf8Text.NotUtf8Exception;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonDocument.Position;
import org.echolot.json.JsonValue;
import org.echolot.json.JsonValue.Obj;
import org.echolot.json.JsonWriter;

/**
 * Keeps {@link Settings} in a JSON file. Fields that this version does not know are kept. Not safe
 * for use by several threads at once.
 */
public final class SettingsStore {

  private static final int MAX_BYTES = 1 << 20;

  private final Path file;
  private final FileSteps steps;
  private final BrokenFiles brokenFiles;

  /** What the file had, for the fields in it that this version does not know. */
  private Obj read = Obj.EMPTY;

  /** What the file had when we read or wrote it last. */
  private Obj seen = Obj.EMPTY;

  /** All that we had then, to tell what we changed since. */
  private Obj ours = Obj.EMPTY;

  /** Whether somebody else writes the file too, so that it has what we don't. */
  private boolean isShared;

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
    read = Obj.EMPTY;
    seen = Obj.EMPTY;
    ours = Obj.EMPTY;
    isShared = false;
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
      read = object(Utf8Text.decode(bytes));
      Settings settings = Settings.DEFAULT.through(new FieldsRead(read));
      seen = read;
      ours = written(settings);
      return new Loaded(settings, Optional.empty());
    } catch (NotUtf8Exception e) {
      return aside(file + ":" + e.getMessage());
    } catch (FaultException e) {
      Position at = e.position();
      return aside(file + ":" + at.line() + ":" + at.column() + " " + e.getMessage());
    }
  }

  private static Obj object(String text) throws FaultException {
    JsonDocument document = JsonDocument.read(text);
    if (document.root() instanceof Obj object) {
      return object;
    }
    throw new FaultException(
        document.positionOf(document.root()), "the settings must be a JSON object");
  }

  /**
   * Saves atomically, see {@link AtomicFile}. Where another Echolot saved in the meantime, its
   * fields stay but those that we changed.
   *
   * @throws IOException if it can't be written, or if a broken file could not be moved aside first;
   *     the old file is as it was
   */
  public void save(Settings settings) throws IOException {
    if (brokenIsInPlace) {
      brokenFiles.moveAside(file);
      brokenIsInPlace = false;
    }
    Obj next = written(settings);
    Obj there = onDisk();
    isShared |= !there.equals(seen);
    Obj content = isShared ? merged(there, next) : next;
    new AtomicFile(file, steps).write(JsonWriter.write(content).getBytes(StandardCharsets.UTF_8));
    ours = next;
    seen = content;
  }

  /** What somebody else wrote, with what we changed since we wrote last. */
  private Obj merged(Obj theirs, Obj next) {
    Map<String, JsonValue> fields = new LinkedHashMap<>(theirs.fields());
    ours.fields().keySet().stream()
        .filter(name -> !next.fields().containsKey(name))
        .forEach(fields::remove);
    next.fields().entrySet().stream()
        .filter(field -> !field.getValue().equals(ours.fields().get(field.getKey())))
        .forEach(field -> fields.put(field.getKey(), field.getValue()));
    return new Obj(fields);
  }

  private Obj written(Settings settings) {
    FieldsWritten fields = new FieldsWritten(read);
    Settings _ = settings.through(fields);
    return fields.object();
  }

  /** What the file has by now; what it had where that can't be read. */
  private Obj onDisk() {
    try {
      return object(Utf8Text.decode(steps.read(file, MAX_BYTES)));
    } catch (IOException | NotUtf8Exception | FaultException _) {
      return seen;
    }
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
