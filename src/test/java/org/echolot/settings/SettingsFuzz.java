package org.echolot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Any bytes, as the settings. They are read or kept aside, and what was read is saved as the same.
 */
public final class SettingsFuzz {

  private static final Path FOLDER =
      Jimfs.newFileSystem(Configuration.unix()).getPath("/work/settings");

  private SettingsFuzz() {}

  /** Inputs to begin with. */
  public static Stream<byte[]> seeds() {
    FieldsWritten fields = new FieldsWritten(org.echolot.json.JsonValue.Obj.EMPTY);
    Settings _ = Settings.DEFAULT.through(fields);
    return Stream.of(org.echolot.json.JsonWriter.write(fields.object()), "{}", "{\"theme\":7}")
        .map(text -> text.getBytes(StandardCharsets.UTF_8));
  }

  /** Tries one input. */
  public static void run(byte[] bytes) throws Exception {
    Files.createDirectories(FOLDER);
    Path file = FOLDER.resolve("settings.json");
    Files.write(file, bytes);
    SettingsStore store = new SettingsStore(file);
    SettingsStore.Loaded loaded = store.load();
    loaded.problem().ifPresent(problem -> assertThat(problem).isNotBlank().doesNotContain("\n"));
    store.save(loaded.settings());
    assertThat(new SettingsStore(file).load().settings()).isEqualTo(loaded.settings());
    clear();
  }

  private static void clear() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
  }
}
