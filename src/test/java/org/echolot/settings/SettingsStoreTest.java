package org.echolot.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.files.FileSteps;
import org.echolot.settings.SettingsStore.Loaded;
import org.echolot.ticket.TicketFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsStoreTest {

  private static final InstantSource CLOCK =
      InstantSource.fixed(
          LocalDateTime.of(2026, 11, 25, 10, 15, 30).atZone(ZoneId.systemDefault()).toInstant());

  private static final Settings OTHER =
      new Settings(
          new AppearanceSettings(Theme.DARK, true),
          new WindowSettings(new WindowBounds(-10, 20.5, 800, 600, true), 0.5, 0.25, "/media"),
          new ListSettings(
              List.of(new ColumnState("name", 120, true), new ColumnState("host", 80.5, false)),
              new SortState("name", false)),
          new ConsoleSettings("TRACE", "UTC", "OPEN", "PEER", true),
          new CheckSettings(
              8,
              false,
              "dcm4che",
              new TimeoutSettings(
                  Duration.ofMillis(500),
                  Duration.ofSeconds(1),
                  Duration.ofSeconds(2),
                  Duration.ofMinutes(3),
                  Duration.ofHours(1))),
          new ListenerSettings(new AeTitle("ME"), 104, true, false, "10.1.9.8"),
          new TicketSettings(TicketFormat.MARKDOWN, true),
          new HistorySettings(30, 365),
          new WatchSettings("22:00-06:00"));

  @TempDir Path folder;
  private Path file;
  private SettingsStore store;

  @BeforeEach
  void makeStore() {
    file = folder.resolve("config").resolve("settings.json");
    store = new SettingsStore(file, FileSteps.REAL, CLOCK);
  }

  private Loaded loadOf(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return store.load();
  }

  private Settings settingsOf(String text) throws IOException {
    Loaded loaded = loadOf(text);
    assertThat(loaded.problem()).isEmpty();
    return loaded.settings();
  }

  @Test
  void aMissingFileMeansTheDefaults() {
    assertThat(store.load()).isEqualTo(new Loaded(Settings.DEFAULT, Optional.empty()));
    assertThat(Settings.DEFAULT)
        .isEqualTo(
            new Settings(
                new AppearanceSettings(Theme.SYSTEM),
                new WindowSettings(null, 0.62, 0.68),
                new ListSettings(List.of(), null),
                ConsoleSettings.DEFAULT,
                new CheckSettings(64, true, "echolot"),
                new ListenerSettings(new AeTitle("ECHOLOT"), 11_112, false, true),
                new TicketSettings(TicketFormat.TEXT, false),
                new HistorySettings(90, 730),
                new WatchSettings("")));
  }

  @Test
  void howTheServerSpeaksTlsIsKeptOnceItWasChosen() throws IOException {
    ListenerSettings secure =
        new ListenerSettings(
            new AeTitle("ME"),
            104,
            false,
            true,
            ListenerSettings.LOOPBACK,
            new ListenerTls(true, "me.pem", "me.key", "ca.pem", true));
    store.save(Settings.DEFAULT.with(secure));
    assertThat(store.load().settings().listener()).isEqualTo(secure);
    assertThat(Files.readString(file)).contains("\"certificate\": \"me.pem\"");

    store.save(Settings.DEFAULT);
    assertThat(store.load().settings().listener()).isEqualTo(ListenerSettings.DEFAULT);
  }

  @Test
  void aTimeoutThatIsNoneIsTheDefault() throws IOException {
    Settings settings = settingsOf("{\"timeouts\": {\"echo\": \"soon\", \"connect\": \"2s\"}}");

    assertThat(settings.checks().timeouts().echo()).isEqualTo(TimeoutSettings.DEFAULT.echo());
    assertThat(settings.checks().timeouts().connect()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void everySettingIsFoundAgain() throws IOException {
    store.save(OTHER);

    assertThat(new SettingsStore(file).load()).isEqualTo(new Loaded(OTHER, Optional.empty()));
  }

  /** Written by the version before, whose fields an older version still looks for. */
  private static final String WRITTEN_BEFORE =
      """
      {
        "theme": "DARK",
        "compact": true,
        "window": {
          "x": -10.0,
          "y": 20.5,
          "width": 800.0,
          "height": 600.0,
          "maximized": true
        },
        "resultSplit": 0.5,
        "consoleSplit": 0.25,
        "lastFolder": "/media",
        "columns": [
          {
            "id": "name",
            "width": 120.0,
            "visible": true
          },
          {
            "id": "host",
            "width": 80.5,
            "visible": false
          }
        ],
        "sort": {
          "columnId": "name",
          "ascending": false
        },
        "consoleLevel": "TRACE",
        "consoleTimes": "UTC",
        "consoleDrawer": "OPEN",
        "consoleScope": "PEER",
        "consoleWraps": true,
        "parallelism": 8,
        "probesTls": false,
        "engine": "dcm4che",
        "timeouts": {
          "connect": "500ms",
          "tls": "1s",
          "associate": "2s",
          "echo": "3m",
          "release": "1h"
        },
        "listener": {
          "ae": "ME",
          "port": 104,
          "anyCalled": true,
          "startsWithWindow": false,
          "address": "10.1.9.8"
        },
        "tickets": {
          "format": "MARKDOWN",
          "hidesNames": true
        },
        "history": {
          "keptDays": 30,
          "hoursKeptDays": 365
        },
        "watch": {
          "quietHours": "22:00-06:00"
        }
      }
      """;

  @Test
  void aFileOfTheVersionBeforeIsReadAndTheSameFieldsAreWritten() throws IOException {
    assertThat(settingsOf(WRITTEN_BEFORE)).isEqualTo(OTHER);

    Files.delete(file);
    new SettingsStore(file).save(OTHER);
    assertThat(Files.readString(file).replaceAll("\\s+", ""))
        .isEqualTo(WRITTEN_BEFORE.replaceAll("\\s+", ""));
  }

  @Test
  void whatIsNoNumberIsNotWritten() throws IOException {
    store.save(OTHER.with(OTHER.window().withBounds(new WindowBounds(Double.NaN, 1, 2, 3, false))));

    assertThat(new SettingsStore(file).load())
        .isEqualTo(
            new Loaded(
                OTHER.with(new WindowSettings(null, 0.5, 0.25, "/media")), Optional.empty()));
  }

  @Test
  void whatIsTakenBackIsForgotten() throws IOException {
    store.save(OTHER);
    store.save(Settings.DEFAULT);

    assertThat(new SettingsStore(file).load().settings()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void keepsFieldsThatItDoesNotKnow() throws IOException {
    Settings settings =
        settingsOf(
            """
            {"future": {"a": [1, 2.50]}, "theme": "LIGHT",
             "window": {"screen": "left", "x": 1, "y": 2, "width": 3, "height": 4},
             "listener": {"bind": "::1", "port": 105}}
            """);
    store.save(settings.with(new CheckSettings(2, true, "echolot")));

    assertThat(Files.readString(file))
        .startsWith(
            """
            {
              "future": {
                "a": [1, 2.50]
              },
              "theme": "LIGHT",
              "window": { "screen": "left", "x": 1.0, "y": 2.0, "width": 3.0, "height": 4.0, \
            "maximized": false },
            """)
        .contains("\"listener\": { \"bind\": \"::1\", \"port\": 105,")
        .contains("\"parallelism\": 2,")
        .endsWith("}\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"theme\": \"PINK\"",
        "\"theme\": 1",
        "\"window\": {\"x\": 1, \"y\": 1, \"width\": 0, \"height\": 5}",
        "\"window\": {\"x\": 1e999, \"y\": 1, \"width\": 5, \"height\": 5}",
        "\"window\": {\"x\": \"1\", \"y\": 1, \"width\": 5, \"height\": 5}",
        "\"window\": []",
        "\"resultSplit\": 7",
        "\"resultSplit\": -0.1",
        "\"consoleSplit\": \"half\"",
        "\"columns\": {\"id\": \"name\"}",
        "\"columns\": [3, {\"id\": \"\", \"width\": 4}, {\"id\": \"a\"}, {\"id\": \"a\", \"width\":"
            + " -1}]",
        "\"sort\": {\"ascending\": true}",
        "\"sort\": null",
        "\"consoleLevel\": \" \"",
        "\"consoleTimes\": 1",
        "\"parallelism\": 0",
        "\"parallelism\": 1001",
        "\"parallelism\": 99999999999",
        "\"parallelism\": 8.5",
        "\"probesTls\": 0",
        "\"listener\": 7",
        "\"listener\": {\"ae\": \"A\\\\B\", \"port\": 70000, \"anyCalled\": 1,"
            + " \"startsWithWindow\": null}",
      })
  void whatIsWrongIsTheDefaultInstead(String field) throws IOException {
    assertThat(settingsOf("{" + field + "}")).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void oneWrongFieldDoesNotTakeTheOthersAlong() throws IOException {
    assertThat(
            settingsOf(
                """
                {"theme": "DARK", "parallelism": -3,
                 "listener": {"ae": "ME", "port": 0}}
                """))
        .isEqualTo(
            Settings.DEFAULT
                .with(new AppearanceSettings(Theme.DARK))
                .with(new ListenerSettings(new AeTitle("ME"), 11_112, false, true)));
  }

  @Test
  void splitsLeaveBothSidesVisible() throws IOException {
    WindowSettings settings =
        settingsOf("{\"resultSplit\": 0.001, \"consoleSplit\": 0.999}").window();

    assertThat(settings.resultSplit()).isEqualTo(0.05);
    assertThat(settings.consoleSplit()).isEqualTo(0.95);
    assertThat(WindowSettings.DEFAULT.withSplits(2, 0.5).resultSplit()).isEqualTo(0.95);
  }

  @Test
  void eachSectionIsChangedWholeAndAlone() {
    Settings all = Settings.DEFAULT;
    List<SettingsSection> sections =
        List.of(
            OTHER.appearance(),
            OTHER.window(),
            OTHER.list(),
            OTHER.console(),
            OTHER.checks(),
            OTHER.listener(),
            OTHER.tickets(),
            OTHER.history(),
            OTHER.watch());
    for (SettingsSection section : sections) {
      assertThat(all.with(section)).isNotEqualTo(all);
      all = all.with(section);
    }

    assertThat(all).isEqualTo(OTHER);
  }

  // Broken files

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|:1:1 the file is empty",
        "[1]|:1:1 the settings must be a JSON object",
        "{\"theme\": }|:1:11 not JSON: Unexpected character '}': expected a value",
        "{\"a\": 1} 2|:1:10 something follows after the end",
        "{\"a\": 1, \"a\": 2}|:1:10 the field \"a\" stands here twice",
      })
  void aBrokenFileIsMovedAsideAndTheDefaultsHold(String content, String problem)
      throws IOException {
    Loaded loaded = loadOf(content);
    Path aside = file.resolveSibling("settings.broken-2026-11-25-101530.json");

    assertThat(loaded.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(loaded.problem().orElseThrow())
        .startsWith(file + problem)
        .endsWith("; it is kept as " + aside)
        .doesNotContain("\n")
        .doesNotContain("Feature");
    assertThat(file).doesNotExist();
    assertThat(aside).hasContent(content);
    store.save(OTHER);
    assertThat(aside).hasContent(content);
  }

  @Test
  void aFileThatIsNotUtf8OrTooLongIsMovedAsideToo() throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, "{\"ä\": 1}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(store.load().problem().orElseThrow()).startsWith(file + ":1:3 the byte E4H");
    Files.write(file, new byte[(1 << 20) + 1]);
    assertThat(store.load().problem().orElseThrow()).startsWith(file + " is longer than 1 MiB");

    assertThat(file).doesNotExist();
  }

  @Test
  void aBrokenFileThatCannotBeMovedAsideIsNotSavedOver() throws IOException {
    FileSteps stuck =
        new FileSteps() {
          @Override
          public void move(Path from, Path to) throws IOException {
            throw new AccessDeniedException(to.toString());
          }
        };
    store = new SettingsStore(file, stuck, CLOCK);
    Loaded loaded = loadOf("broken");

    assertThat(loaded.problem().orElseThrow())
        .endsWith("; it could not be moved aside: permission denied");
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.save(OTHER));
    assertThat(file).hasContent("broken");
  }

  @Test
  void aFileThatCannotBeReadIsSaidSoAndStays() throws IOException {
    Files.createDirectories(file);

    assertThat(store.load().settings()).isEqualTo(Settings.DEFAULT);
    assertThat(store.load().problem().orElseThrow()).startsWith(file + " could not be read: ");
    assertThat(file).isDirectory();
  }

  @Test
  void aSaveThatFailsLeavesTheOldSettings() throws IOException {
    store.save(OTHER);
    FileSteps full =
        new FileSteps() {
          @Override
          public void writeAndForce(Path path, byte[] content) throws IOException {
            throw new FileSystemException(path.toString(), null, "No space left on device");
          }
        };

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> new SettingsStore(file, full, CLOCK).save(Settings.DEFAULT))
        .withMessage(file + " could not be saved: No space left on device");
    assertThat(new SettingsStore(file).load().settings()).isEqualTo(OTHER);
  }

  @Test
  void twoWindowsDoNotUndoEachOthersSettings() throws IOException {
    Path shared = folder.resolve("shared.json");
    new SettingsStore(shared).save(Settings.DEFAULT);
    SettingsStore first = new SettingsStore(shared);
    SettingsStore second = new SettingsStore(shared);
    Settings ofFirst = first.load().settings();
    Settings ofSecond = second.load().settings();

    first.save(ofFirst.with(new AppearanceSettings(Theme.DARK)));
    second.save(ofSecond.with(new CheckSettings(7, false, "echolot")));
    second.save(ofSecond.with(new CheckSettings(8, false, "echolot")));

    Settings both = new SettingsStore(shared).load().settings();
    assertThat(both.appearance().theme()).isEqualTo(Theme.DARK);
    assertThat(both.checks().parallelism()).isEqualTo(8);
  }
}
