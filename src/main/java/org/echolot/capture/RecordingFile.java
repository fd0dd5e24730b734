package org.echolot.capture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.echolot.check.CheckEvent;
import org.echolot.check.CheckResult;
import org.echolot.files.AtomicFile;
import org.echolot.files.FileSteps;
import org.echolot.files.Utf8Text;
import org.echolot.files.Utf8Text.NotUtf8Exception;
import org.echolot.json.JsonDocument;
import org.echolot.json.JsonDocument.FaultException;
import org.echolot.json.JsonDocument.Position;
import org.echolot.json.JsonWriter;

/**
 * A check in a file: JSON in UTF-8, which {@code docs/recording.md} describes. What is read is
 * equal to what was written. Pure but for the files; safe for use by any thread.
 *
 * <p>A file may come from anywhere: each value is held to what it can be, and neither memory nor
 * stack can be exhausted. A field that this version does not know is ignored. An event that it does
 * not know is passed over and counted, so that a check from a newer version can be read as far as
 * it is understood; the version of the format is for changes that can't be passed over.
 */
public final class RecordingFile {

  /** The version of the format that is written, and the newest that is read. */
  static final int VERSION = 1;

  /** The longest file, in bytes. A {@link Recorder} keeps less, even if all of it is escaped. */
  public static final int MAX_BYTES = 8 << 20;

  /** The most values and names in a file; a usual one has 500. */
  private static final int MAX_TOKENS = 500_000;

  private static final String VERSION_FIELD = "echolotRecording";

  private RecordingFile() {}

  /**
   * Makes or replaces a file, all or not at all.
   *
   * @throws IOException if it can't be written, or would be longer than {@link #MAX_BYTES}; the
   *     message names the file and says why in plain words
   */
  public static void write(Path file, RecordedCheck check) throws IOException {
    byte[] bytes = bytes(check);
    if (bytes.length > MAX_BYTES) {
      throw new IOException(file + " could not be saved: it would be " + tooLong());
    }
    new AtomicFile(file, FileSteps.REAL).write(bytes);
  }

  /** What a file has. */
  public static byte[] bytes(RecordedCheck check) {
    Recording recording = check.recording();
    EventWriter events = new EventWriter(check.result());
    FieldsWriter kept =
        new FieldsWriter()
            .put("leftOutSent", recording.leftOutSent())
            .put("leftOutReceived", recording.leftOutReceived())
            .put("unknownEvents", check.unknownEvents())
            .putAll("events", recording.events().stream().map(events::write).toList());
    FieldsWriter file =
        new FieldsWriter()
            .put(VERSION_FIELD, VERSION)
            .put("result", ResultJson.written(check.result()))
            .put("recording", kept.object());
    return JsonWriter.write(file.object()).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it can't be read
   * @throws FaultException if it is no recording, if something in it is wrong, or if it is of a
   *     newer version of the format
   */
  public static RecordedCheck read(Path file) throws IOException, FaultException {
    return read(FileSteps.REAL.read(file, MAX_BYTES + 1));
  }

  /**
   * Reads what a file has.
   *
   * @throws FaultException if it is no recording, if something in it is wrong, or if it is of a
   *     newer version of the format
   */
  public static RecordedCheck read(byte[] bytes) throws FaultException {
    if (bytes.length > MAX_BYTES) {
      throw new FaultException(Position.START, "the file is " + tooLong());
    }
    try {
      return read(JsonDocument.read(Utf8Text.decode(bytes), MAX_TOKENS));
    } catch (NotUtf8Exception e) {
      throw new FaultException(new Position(e.line(), e.column()), e.problem());
    }
  }

  private static String tooLong() {
    return "longer than " + (MAX_BYTES >> 20) + " MiB";
  }

  private static RecordedCheck read(JsonDocument document) throws FaultException {
    RecordedFields file = RecordedFields.of(document, document.root(), "a recording", "");
    long version = file.number(VERSION_FIELD, 1, Long.MAX_VALUE);
    if (version > VERSION) {
      throw file.fault(
          VERSION_FIELD,
          "a newer Echolot wrote this, in version "
              + version
              + " of the format; this one reads "
              + VERSION);
    }
    CheckResult result = ResultJson.read(file.object("result"));
    RecordedFields kept = file.object("recording");
    EventReader reader = new EventReader(result);
    List<CheckEvent> events = new ArrayList<>();
    int unknown = kept.number("unknownEvents", 0, Integer.MAX_VALUE - MAX_TOKENS);
    for (RecordedFields each : kept.objects("events", "an event", ", at event ")) {
      Optional<EventKind> kind = EventKind.of(each.text("event"));
      if (kind.isPresent()) {
        events.add(reader.read(kind.get(), each));
      } else {
        unknown++;
      }
    }
    return new RecordedCheck(
        result,
        new Recording(
            events,
            kept.number("leftOutSent", 0, Long.MAX_VALUE),
            kept.number("leftOutReceived", 0, Long.MAX_VALUE)),
        unknown);
  }
}
