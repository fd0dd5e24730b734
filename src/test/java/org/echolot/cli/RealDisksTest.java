package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.echolot.cli.environment.ExitCode;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.faults.Fault;
import org.echolot.faults.FaultLog;
import org.echolot.files.SmallDisk;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.ChangedMeanwhileException;
import org.echolot.peers.file.PeerStore;
import org.echolot.settings.AppearanceSettings;
import org.echolot.settings.Settings;
import org.echolot.settings.SettingsStore;
import org.echolot.settings.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is kept on a disk that is full, that is read-only, or that lost a folder: it is said in
 * words, nothing is lost, and what the command found is told all the same.
 */
@Timeout(60)
class RealDisksTest {

  private static final PeerBook OLD =
      PeerBook.EMPTY.withAdded(Peer.of("Old", new AeTitle("OLD"), "old", 104));
  private static final PeerBook NEW = OLD.withAdded(Peer.of("New", new AeTitle("NEW"), "new", 1));
  private static final Settings DARK = Settings.DEFAULT.with(new AppearanceSettings(Theme.DARK));

  @TempDir Path folder;
  private SmallDisk disk;

  /** What a disk does to whoever writes, in the words of Linux. */
  enum Trouble {
    FULL("No space left on device") {
      @Override
      void begin(SmallDisk disk) throws IOException {
        disk.fill();
      }

      @Override
      void end(SmallDisk disk) throws IOException {
        disk.clear();
      }
    },
    READ_ONLY("the file system is read-only") {
      @Override
      void begin(SmallDisk disk) throws IOException, InterruptedException {
        disk.makeReadOnly();
      }

      @Override
      void end(SmallDisk disk) throws IOException, InterruptedException {
        disk.makeWritable();
      }
    };

    private final String words;

    Trouble(String words) {
      this.words = words;
    }

    abstract void begin(SmallDisk disk) throws IOException, InterruptedException;

    abstract void end(SmallDisk disk) throws IOException, InterruptedException;
  }

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")));
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    if (disk != null) {
      disk.close();
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(disk.root())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private int echo(CommandLineRun run, String... options) throws IOException {
    ListenerOptions listener = ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0);
    try (VerificationScp scp = VerificationScp.start(listener, new Journal())) {
      InetSocketAddress address = scp.address();
      List<String> args =
          new ArrayList<>(List.of("echo", "ECHOLOT@127.0.0.1:" + address.getPort()));
      args.addAll(List.of(options));
      return run.run(args.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @EnumSource
  void peersStayAsTheyWereAndCanBeSavedLater(Trouble trouble)
      throws IOException, InterruptedException {
    Path file = disk.root().resolve("peers.json");
    PeerStore store = new PeerStore(file);
    PeerStore.Loaded _ = store.load();
    store.save(OLD);
    trouble.begin(disk);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(NEW))
        .withMessage(file + " could not be saved: " + trouble.words);
    assertThat(new PeerStore(file).load().book()).isEqualTo(OLD);
    trouble.end(disk);
    assertThat(names()).containsExactly("peers.json");
    store.save(NEW);
    assertThat(new PeerStore(file).load().book()).isEqualTo(NEW);
  }

  @ParameterizedTest
  @EnumSource
  void settingsStayAsTheyWereAndCanBeSavedLater(Trouble trouble)
      throws IOException, InterruptedException {
    Path file = disk.root().resolve("settings.json");
    SettingsStore store = new SettingsStore(file);
    SettingsStore.Loaded _ = store.load();
    store.save(Settings.DEFAULT);
    trouble.begin(disk);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(DARK))
        .withMessage(file + " could not be saved: " + trouble.words);
    assertThat(new SettingsStore(file).load().settings()).isEqualTo(Settings.DEFAULT);
    trouble.end(disk);
    assertThat(names()).containsExactly("settings.json");
    store.save(DARK);
    assertThat(new SettingsStore(file).load().settings()).isEqualTo(DARK);
  }

  @ParameterizedTest
  @EnumSource
  void settingsThatAreNoJsonAreNotSavedOver(Trouble trouble)
      throws IOException, InterruptedException {
    Path file = disk.root().resolve("settings.json");
    Files.writeString(file, "{ theirs");
    SettingsStore store = new SettingsStore(file);
    trouble.begin(disk);

    assertThat(store.load().problem()).isPresent();

    trouble.end(disk);
    store.save(DARK);
    List<String> others = new ArrayList<>(names());
    others.remove("settings.json");
    assertThat(others).hasSize(1);
    assertThat(disk.root().resolve(others.getFirst())).hasContent("{ theirs");
  }

  @ParameterizedTest
  @EnumSource
  void faultsAreToldThoughTheyCannotBeKept(Trouble trouble)
      throws IOException, InterruptedException {
    trouble.begin(disk);
    FaultLog log =
        new FaultLog(
            disk.root().resolve("faults.log"), UnaryOperator.identity(), InstantSource.system());
    List<Fault> told = new ArrayList<>();
    log.addReader(told::add);

    log.uncaughtException(Thread.currentThread(), new IllegalStateException("injected"));

    assertThat(told).singleElement().satisfies(fault -> assertThat(fault.isKept()).isFalse());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--capture=c.pcapng", "--ticket=t.txt", "--ticket=t.md", "--ticket=t.zip"})
  void onAFullDiskTheResultIsToldAndTheCodeIs130(String option) throws IOException {
    disk.fill();
    CommandLineRun run = new CommandLineRun(disk.root());

    int code = echo(run, option);

    String file = option.replaceAll(".*=", "");
    assertThat(run.errLines())
        .filteredOn(line -> !line.contains("not kept in the history"))
        .singleElement()
        .asString()
        .contains("can't write " + disk.root().resolve(file) + ": No space left on device");
    if (code != ExitCode.USAGE) {
      assertThat(code).isEqualTo(ExitCode.STOPPED);
      assertThat(run.out()).contains("ECHOLOT@127.0.0.1:");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--capture=c.pcapng", "--ticket=t.txt", "--ticket=t.md", "--ticket=t.zip"})
  void aDiskThatFillsUpMeanwhileIs130AndOneLine(String option) throws IOException {
    CommandLineRun run = new CommandLineRun(disk.root());

    int code = echo(run, option, "--repeat=400", "--interval=1ms");

    assertThat(code).isEqualTo(ExitCode.STOPPED);
    assertThat(run.errLines())
        .filteredOn(line -> line.contains("can't write"))
        .containsExactly(
            "echolot echo: can't write "
                + disk.root().resolve(option.replaceAll(".*=", ""))
                + ": No space left on device");
    assertThat(run.out()).containsPattern("[0-9]+ checked: [0-9]+ ok, 0 failed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--capture=c.pcapng", "--ticket=t.txt", "--ticket=t.md", "--ticket=t.zip"})
  void aReadOnlyDiskIsSaidBeforeAnythingIsSent(String option)
      throws IOException, InterruptedException {
    disk.makeReadOnly();
    CommandLineRun run = new CommandLineRun(disk.root());

    assertThat(echo(run, option)).isEqualTo(ExitCode.USAGE);

    assertThat(run.out()).isEmpty();
    assertThat(run.errLines().getFirst())
        .contains("can't write " + disk.root() + "/")
        .endsWith(": Read-only file system");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--capture=gone/c.pcapng", "--ticket=gone/t.txt", "--ticket=gone/t.zip"})
  void aFolderThatIsNotThereIsSaidBeforeAnythingIsSent(String option) throws IOException {
    CommandLineRun run = new CommandLineRun(disk.root());

    assertThat(echo(run, option)).isEqualTo(ExitCode.USAGE);

    assertThat(run.out()).isEmpty();
    assertThat(run.errLines().getFirst()).endsWith(": there is no such file or folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "peers export --as csv %s/list.csv --peers peers.json",
        "peers flows %s/flows.txt --peers peers.json",
        "peers import list.csv --as csv --peers %s/peers.json",
        "acceptance --report %s/sheet.csv --timeout 1s X@127.0.0.1:1",
      })
  void whatAFullDiskDoesNotTakeIs130AndOneLineWhateverTheCommand(String command)
      throws IOException {
    new PeerStore(folder.resolve("peers.json")).save(OLD);
    new PeerStore(disk.root().resolve("peers.json")).save(OLD);
    Files.writeString(folder.resolve("list.csv"), "name,called_ae,host,port\nNew,NEW,new,104\n");
    disk.fill();
    CommandLineRun run = new CommandLineRun(folder);

    int code = run.run(String.format(Locale.ROOT, command, disk.root()).split(" ", -1));

    assertThat(code).as(run.err()).isEqualTo(ExitCode.STOPPED);
    assertThat(run.errLines())
        .filteredOn(line -> line.contains("No space left on device"))
        .hasSize(1);
  }

  @Test
  void aFolderThatVanishedIsMadeAgainAndNothingIsLost() throws IOException {
    Path away = disk.root().resolve("away");
    Path peersFile = away.resolve("peers.json");
    Path settingsFile = away.resolve("settings.json");
    PeerStore peers = new PeerStore(peersFile);
    PeerStore.Loaded _ = peers.load();
    peers.save(OLD);
    SettingsStore settings = new SettingsStore(settingsFile);
    SettingsStore.Loaded _ = settings.load();
    settings.save(Settings.DEFAULT);
    Files.delete(peersFile);
    Files.delete(settingsFile);
    Files.delete(away);

    // The window asks before it writes to what may be another disk by now.
    assertThatExceptionOfType(ChangedMeanwhileException.class).isThrownBy(() -> peers.save(NEW));
    peers.saveAnyway(NEW);
    settings.save(DARK);

    assertThat(new PeerStore(peersFile).load().book()).isEqualTo(NEW);
    assertThat(new SettingsStore(settingsFile).load().settings()).isEqualTo(DARK);
  }

  @Test
  void aResultThatAFullDiskTakesOnlyInPartIs130() throws IOException {
    Path file = disk.root().resolve("results.json");
    CommandLineRun run = new CommandLineRun(folder);
    disk.fill();
    try (var out = Files.newOutputStream(file)) {
      assertThat(run.run(out, "echo", "X@127.0.0.1:1", "--format=json"))
          .isEqualTo(ExitCode.STOPPED);
    }

    assertThat(run.errLines())
        .anyMatch(line -> line.contains("not everything could be written to standard output"));
  }
}
