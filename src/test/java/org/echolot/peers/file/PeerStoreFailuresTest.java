package org.echolot.peers.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.files.FileSteps;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a save leaves behind when one of its steps fails. */
class PeerStoreFailuresTest {

  private static final PeerBook OLD =
      PeerBook.EMPTY.withAdded(Peer.of("Old", new AeTitle("OLD"), "old", 104));
  private static final PeerBook NEW =
      PeerBook.EMPTY.withAdded(Peer.of("New", new AeTitle("NEW"), "new", 104));

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("peers.json");
  }

  /** The steps of a save, in their order. */
  enum Step {
    CREATE_FOLDERS,
    REQUIRE_WRITABLE,
    CREATE,
    COPY_PERMISSIONS,
    WRITE_AND_FORCE,
    WRITE_HALF,
    MOVE_ATOMICALLY
  }

  /** Fails one step with "No space left on device", and remembers what was called. */
  private static final class Failing implements FileSteps {
    private final Step failing;
    private final List<Step> called = new ArrayList<>();
    private boolean fails = true;

    Failing(Step failing) {
      this.failing = failing;
    }

    private void reach(Step step, Path path) throws IOException {
      called.add(step);
      if (fails && step == failing) {
        throw new FileSystemException(path.toString(), null, "No space left on device");
      }
    }

    @Override
    public void createFolders(Path path) throws IOException {
      reach(Step.CREATE_FOLDERS, path);
      FileSteps.super.createFolders(path);
    }

    @Override
    public void requireWritable(Path path) throws IOException {
      reach(Step.REQUIRE_WRITABLE, path);
      FileSteps.super.requireWritable(path);
    }

    @Override
    public void create(Path path) throws IOException {
      reach(Step.CREATE, path);
      FileSteps.super.create(path);
    }

    @Override
    public void copyPermissions(Path from, Path to) throws IOException {
      reach(Step.COPY_PERMISSIONS, from);
      FileSteps.super.copyPermissions(from, to);
    }

    @Override
    public void writeAndForce(Path path, byte[] content) throws IOException {
      reach(Step.WRITE_AND_FORCE, path);
      if (fails && failing == Step.WRITE_HALF) {
        FileSteps.super.writeAndForce(path, Arrays.copyOf(content, content.length / 2));
        reach(Step.WRITE_HALF, path);
      }
      FileSteps.super.writeAndForce(path, content);
    }

    @Override
    public void moveAtomically(Path from, Path to) throws IOException {
      reach(Step.MOVE_ATOMICALLY, to);
      FileSteps.super.moveAtomically(from, to);
    }
  }

  private List<String> filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  private PeerStore storeWithOldBook(FileSteps steps) throws IOException {
    new PeerStore(file).save(OLD);
    PeerStore store = new PeerStore(file, steps, InstantSource.system());
    assertThat(store.load().book()).isEqualTo(OLD);
    return store;
  }

  @ParameterizedTest
  @EnumSource
  void whicheverStepFailsTheOldFileIsWholeAndNothingElseIsLeft(Step step) throws IOException {
    Failing steps = new Failing(step);
    PeerStore store = storeWithOldBook(steps);

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(NEW))
        .withMessage(file + " could not be saved: No space left on device");

    assertThat(steps.called).endsWith(step);
    assertThat(new PeerStore(file).load().book()).isEqualTo(OLD);
    assertThat(filesInFolder()).containsExactly("peers.json");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "COPY_PERMISSIONS")
  void aFirstSaveThatFailsLeavesNothing(Step step) throws IOException {
    PeerStore store = new PeerStore(file, new Failing(step), InstantSource.system());

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.save(NEW));

    assertThat(filesInFolder()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aSaveThatFailedCanBeTriedAgain(Step step) throws IOException {
    Failing steps = new Failing(step);
    PeerStore store = storeWithOldBook(steps);

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.save(NEW));
    steps.fails = false;
    store.save(NEW);

    assertThat(new PeerStore(file).load().book()).isEqualTo(NEW);
  }

  @Test
  void aFailureToRemoveTheTemporaryFileDoesNotHideWhatWentWrong() throws IOException {
    PeerStore store =
        storeWithOldBook(
            new FileSteps() {
              @Override
              public void writeAndForce(Path path, byte[] content) throws IOException {
                throw new FileSystemException(path.toString(), null, "No space left on device");
              }

              @Override
              public void delete(Path path) throws IOException {
                throw new AccessDeniedException(path.toString());
              }
            });

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(NEW))
        .withMessage(file + " could not be saved: No space left on device")
        .satisfies(
            e ->
                assertThat(Objects.requireNonNull(e.getCause()).getSuppressed())
                    .singleElement()
                    .isInstanceOf(AccessDeniedException.class));
    assertThat(new PeerStore(file).load().book()).isEqualTo(OLD);
  }

  @Test
  void whereMovesCannotBeAtomicAPlainOneIsMade() throws IOException {
    PeerStore store =
        storeWithOldBook(
            new FileSteps() {
              @Override
              public void moveAtomically(Path from, Path to) throws IOException {
                throw new AtomicMoveNotSupportedException(
                    from.toString(), to.toString(), "not here");
              }
            });

    store.save(NEW);

    assertThat(new PeerStore(file).load().book()).isEqualTo(NEW);
    assertThat(filesInFolder()).containsExactly("peers.json");
  }

  @Test
  void aFolderThatCannotBeForcedDoesNotFailTheSave() throws IOException {
    PeerStore store =
        storeWithOldBook(
            new FileSteps() {
              @Override
              public void forceFolder(Path path) throws IOException {
                throw new AccessDeniedException(path.toString());
              }
            });

    store.save(NEW);

    assertThat(new PeerStore(file).load().book()).isEqualTo(NEW);
  }

  @Test
  void saysThatPermissionIsDenied() throws IOException {
    PeerStore store =
        storeWithOldBook(
            new FileSteps() {
              @Override
              public void create(Path path) throws IOException {
                throw new AccessDeniedException(path.toString());
              }
            });

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(NEW))
        .withMessage(file + " could not be saved: permission denied");
  }

  @Test
  void saysThatTheFileSystemIsReadOnly() throws IOException {
    PeerStore store =
        storeWithOldBook(
            new FileSteps() {
              @Override
              public void create(Path path) {
                throw new ReadOnlyFileSystemException();
              }
            });

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(NEW))
        .withMessage(file + " could not be saved: the file system is read-only");
  }

  @Test
  void aFileThatCannotBeReadIsNeitherMovedNorSavedOver() throws IOException {
    Files.writeString(file, "secret of root");
    PeerStore store =
        new PeerStore(
            file,
            new FileSteps() {
              @Override
              public byte[] read(Path path, int maxBytes) throws IOException {
                throw new AccessDeniedException(path.toString());
              }
            },
            InstantSource.system());

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(store::load)
        .withMessage(file + " could not be read: permission denied");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> store.save(NEW))
        .withMessage(file + " could not be read: permission denied");
    assertThat(file).hasContent("secret of root");
    assertThat(filesInFolder()).containsExactly("peers.json");
  }

  @Test
  void aDeviceThatIsFullLeavesTheOldFileWhole() throws IOException {
    Configuration small =
        Configuration.unix().toBuilder().setBlockSize(512).setMaxSize(4 * 512).build();
    try (FileSystem disk = Jimfs.newFileSystem(small)) {
      Path onDisk = disk.getPath("/work/peers.json");
      PeerStore store = new PeerStore(onDisk);
      store.save(OLD);
      String old = Files.readString(onDisk);
      Peer large = NEW.peers().getFirst().withName("x".repeat(100));
      PeerBook tooMuch = NEW;
      for (int i = 0; i < 100; i++) {
        tooMuch = tooMuch.withAdded(large.copy("peer " + i));
      }
      PeerBook book = tooMuch;

      assertThatExceptionOfType(IOException.class)
          .isThrownBy(() -> store.save(book))
          .withMessageStartingWith("/work/peers.json could not be saved: ");

      assertThat(Files.readString(onDisk)).isEqualTo(old);
      try (Stream<Path> files = Files.list(onDisk.getParent())) {
        assertThat(files).containsExactly(onDisk);
      }
    }
  }
}
