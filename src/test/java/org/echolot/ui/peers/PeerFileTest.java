package org.echolot.ui.peers;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.ui.peers.Book.names;
import static org.echolot.ui.peers.Book.namesIn;
import static org.echolot.ui.peers.Book.peer;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.echolot.files.FileSteps;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.ByHand;
import org.echolot.ui.peers.PeerFile.Trouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerFileTest {

  @TempDir Path folder;
  private Path file;
  private PeersModel model;
  private final DiskThatFills steps = new DiskThatFills();

  /** A disk that has no room, or does not answer, while the test says so. */
  private static final class DiskThatFills implements FileSteps {
    @Nullable IOException onRead;
    @Nullable IOException onWrite;
    @Nullable RuntimeException onAnything;

    @Override
    public byte[] read(Path path, int maxBytes) throws IOException {
      if (onAnything != null) {
        throw onAnything;
      }
      if (onRead != null) {
        throw onRead;
      }
      return FileSteps.super.read(path, maxBytes);
    }

    @Override
    public void writeAndForce(Path path, byte[] content) throws IOException {
      if (onWrite != null) {
        throw onWrite;
      }
      FileSteps.super.writeAndForce(path, content);
    }
  }

  @BeforeEach
  void makeModel() {
    file = folder.resolve("peers.json");
    PeerStore store = new PeerStore(file, steps, InstantSource.system());
    model = new PeersModel(new PeerFile(store, Runnable::run, Runnable::run));
  }

  private @Nullable Trouble trouble() {
    return model.file().trouble();
  }

  private Path kept(String word) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(path -> path.getFileName().toString().startsWith("peers." + word + "-"))
          .findAny()
          .orElseThrow();
    }
  }

  @Test
  void nothingIsReadWhileWhatTheWindowHasCantBeKept() throws IOException {
    loadAndAdd("CT 1");
    Book.write(file, "Theirs");
    model.add(peer("MR 2"));
    steps.onWrite = new IOException("No space left on device");

    model.load();

    assertThat(trouble()).isInstanceOf(Trouble.CantSave.class);
    assertThat(names(model.rows())).containsExactly("CT 1", "MR 2");
    assertThat(namesIn(file)).containsExactly("Theirs");
  }

  private void loadAndAdd(String name) {
    model.load();
    model.add(peer(name));
  }

  private static void makeNewer(Path path) throws IOException {
    Files.writeString(path, Files.readString(path).replace("\"version\": 1", "\"version\": 7"));
  }

  @Test
  void noFileIsNoTrouble() {
    model.load();
    assertThat(trouble()).isNull();
    assertThat(model.rows()).isEmpty();
    assertThat(model.editableProperty().get()).isTrue();
  }

  // Broken

  @Test
  void aBrokenFileIsKeptAsideAndThatStaysToldUntilItWasRead() throws IOException {
    String broken = "{\n  \"version\": 1,\n  \"peers\": [ oops ]\n}\n";
    Files.writeString(file, broken);
    loadAndAdd("CT 1");

    assertThat(trouble())
        .isInstanceOfSatisfying(
            Trouble.Broken.class,
            found -> {
              assertThat(found.problem()).startsWith(file + ":3:");
              assertThat(found.keptAs()).hasContent(broken).isNotEqualTo(file);
            });
    assertThat(namesIn(file)).containsExactly("CT 1");

    model.file().dismissTrouble();
    assertThat(trouble()).isNull();
  }

  // One bad peer

  @Test
  void withOneBadPeerTheOthersAreThereAndCanBeChangedAndItIsToldUntilItWasRead()
      throws IOException {
    Files.writeString(
        file,
        """
        {"peers": [{"name": "CT\\t1", "calledAe": "CT1", "host": "ct1", "port": 104},
        {"name": "MR 2", "calledAe": "MR2", "host": "mr2", "port": 104}]}
        """);
    loadAndAdd("US 3");

    assertThat(trouble())
        .isInstanceOfSatisfying(
            Trouble.Unread.class,
            found -> assertThat(found.unread().getFirst().problem()).startsWith("1:21 \"name\": "));
    assertThat(namesIn(file)).containsExactly("MR 2", "US 3");
    assertThat(file).content().contains("CT\\t1");

    model.file().dismissTrouble();
    assertThat(trouble()).isNull();
  }

  // Newer

  @Test
  void aNewerFileIsNeverWritten() throws IOException {
    Book.write(file, "CT 1");
    makeNewer(file);
    String content = Files.readString(file);
    loadAndAdd("MR 2");

    assertThat(trouble()).isEqualTo(new Trouble.Newer(file, 7));
    assertThat(file).hasContent(content);
    model.file().dismissTrouble();
    assertThat(trouble()).as("it is not settled by reading the notice").isNotNull();
  }

  @Test
  void whatBecameNewerMeanwhileIsNotOverwrittenAndSaidSo() throws IOException {
    loadAndAdd("CT 1");
    makeNewer(file);
    String content = Files.readString(file);
    model.add(peer("MR 2"));
    assertThat(trouble()).isInstanceOf(Trouble.ChangedMeanwhile.class);

    model.saveAnyway();
    assertThat(file).hasContent(content);
    assertThat(trouble())
        .isInstanceOfSatisfying(
            Trouble.CantSave.class, found -> assertThat(found.problem()).contains("newer version"));
  }

  // Changed meanwhile

  @Test
  void whatSomebodyElseChangedIsNotOverwrittenUnasked() throws IOException {
    loadAndAdd("CT 1");
    Book.write(file, "Theirs");
    model.add(peer("MR 2"));
    assertThat(trouble()).isEqualTo(new Trouble.ChangedMeanwhile(file, List.of()));
    assertThat(namesIn(file)).containsExactly("Theirs");

    model.add(peer("Archive"));
    assertThat(trouble()).isEqualTo(new Trouble.ChangedMeanwhile(file, List.of()));
    assertThat(namesIn(file)).containsExactly("Theirs");
  }

  @Test
  void whatSomebodyElseChangedCanBeReadInstead() throws IOException {
    loadAndAdd("CT 1");
    Book.write(file, "Theirs");
    model.add(peer("MR 2"));

    model.load();
    assertThat(trouble()).isNull();
    assertThat(names(model.rows())).containsExactly("Theirs");
    assertThat(namesIn(kept("unsaved"))).containsExactly("CT 1", "MR 2");
    model.add(peer("Ours"));
    assertThat(namesIn(file)).containsExactly("Theirs", "Ours");
  }

  @Test
  void whatSomebodyElseChangedIsOverwrittenWhenTheUserSaysSo() throws IOException {
    loadAndAdd("CT 1");
    Book.write(file, "Theirs");
    model.add(peer("MR 2"));

    model.saveAnyway();
    assertThat(trouble()).isNull();
    assertThat(namesIn(file)).containsExactly("CT 1", "MR 2");
    assertThat(namesIn(kept("replaced"))).containsExactly("Theirs");
    model.add(peer("Archive"));
    assertThat(trouble()).isNull();
    assertThat(namesIn(file)).containsExactly("CT 1", "MR 2", "Archive");
  }

  // Somebody else, and what he does goes together with ours

  private void change(String old, String now) throws IOException {
    Files.writeString(file, Files.readString(file).replace(old, now));
  }

  @Test
  void whatSomebodyElseSavedIsMergedWithWhatIsSavedHere() throws IOException {
    loadAndAdd("CT 1");
    model.add(peer("MR 2"));
    change("\"CT 1\"", "\"CT 1 theirs\"");

    model.add(peer("Archive"));

    assertThat(trouble()).isNull();
    assertThat(namesIn(file)).containsExactly("CT 1 theirs", "MR 2", "Archive");
    assertThat(names(model.rows())).containsExactly("CT 1 theirs", "MR 2", "Archive");
  }

  @Test
  void whatSomebodyElseSavedIsSeenAtTheNextLookAndTheRowsStay() throws IOException {
    loadAndAdd("CT 1");
    PeerRow row = model.add(peer("MR 2"));
    change("\"MR 2\"", "\"MR 2 theirs\"");

    model.file().look();

    assertThat(names(model.rows())).containsExactly("CT 1", "MR 2 theirs");
    assertThat(model.rows().getLast()).isSameAs(row);
    model.delete(List.of(row));
    model.file().look();
    assertThat(namesIn(file)).containsExactly("CT 1");
  }

  @Test
  void ourOwnSaveAndAHalfWrittenOrMissingFileAreNoNews() throws IOException {
    loadAndAdd("CT 1");
    model.file().look();
    Files.writeString(file, "{\"peers\": [");
    model.file().look();
    assertThat(names(model.rows())).containsExactly("CT 1");
    Files.delete(file);
    model.file().look();

    assertThat(names(model.rows())).containsExactly("CT 1");
    assertThat(trouble()).isNull();
  }

  @Test
  void onePeerThatBothChangedIsShownInBothVersionsAndNothingIsSaved() throws IOException {
    loadAndAdd("CT 1");
    PeerRow row = model.add(peer("MR 2"));
    change("\"MR 2\"", "\"MR 2 theirs\"");

    model.replace(row, row.peer().withName("MR 2 mine"));

    assertThat(trouble())
        .isInstanceOfSatisfying(
            Trouble.ChangedMeanwhile.class,
            found -> {
              assertThat(found.collisions()).hasSize(1);
              assertThat(requireNonNull(found.collisions().getFirst().mine()).name())
                  .isEqualTo("MR 2 mine");
              assertThat(requireNonNull(found.collisions().getFirst().theirs()).name())
                  .isEqualTo("MR 2 theirs");
            });
    assertThat(namesIn(file)).containsExactly("CT 1", "MR 2 theirs");
    model.add(peer("Archive"));
    assertThat(namesIn(file)).as("nor by the next change").containsExactly("CT 1", "MR 2 theirs");
  }

  @Test
  void undoTakesBackOursAndNothingThatSomebodyElseDidToTheSamePeer() throws IOException {
    loadAndAdd("CT 1");
    PeerRow first = model.rows().getFirst();
    PeerRow second = model.add(peer("MR 2"));
    model.replace(first, first.peer().withName("CT 1 mine"));
    model.replace(second, second.peer().withName("MR 2 mine"));
    change("\"MR 2 mine\"", "\"MR 2 theirs\"");
    model.file().look();

    assertThat(model.undo()).isPresent();
    assertThat(namesIn(file)).containsExactly("CT 1", "MR 2 theirs");
    assertThat(model.undo().orElseThrow().removed()).containsExactly(first);
    assertThat(model.undo()).isEmpty();
    assertThat(namesIn(file)).as("added here, but changed there").containsExactly("MR 2 theirs");
  }

  // Can't read

  @Test
  void aFaultThatNobodyForesawIsTold() {
    loadAndAdd("CT 1");
    steps.onAnything = new IllegalArgumentException("broken");
    model.add(peer("MR 2"));
    assertThat(trouble()).isEqualTo(new Trouble.CantSave("broken"));

    model.load();
    assertThat(trouble()).isEqualTo(new Trouble.CantRead("broken"));
    assertThat(model.loadedProperty().get()).isTrue();
  }

  @Test
  void whatCanNotBeReadIsNeverWritten() throws IOException {
    Book.write(file, "CT 1");
    steps.onRead = new FileSystemException(file.toString(), null, "the device is gone");
    model.load();
    assertThat(trouble())
        .isEqualTo(new Trouble.CantRead(file + " could not be read: the device is gone"));
    assertThat(model.editableProperty().get()).isFalse();

    steps.onRead = null;
    model.add(peer("MR 2"));
    assertThat(namesIn(file)).containsExactly("CT 1");

    model.load();
    assertThat(trouble()).isNull();
    assertThat(names(model.rows())).containsExactly("CT 1");
    assertThat(model.editableProperty().get()).isTrue();
  }

  // Can't save

  @Test
  void whatCanNotBeSavedIsTriedAgainWithAllChanges() throws IOException {
    loadAndAdd("CT 1");
    steps.onWrite = new FileSystemException(file.toString(), null, "no space left on device");
    model.add(peer("MR 2"));
    model.add(peer("Archive"));
    assertThat(trouble())
        .isEqualTo(new Trouble.CantSave(file + " could not be saved: no space left on device"));
    assertThat(namesIn(file)).containsExactly("CT 1");

    model.saveAgain();
    assertThat(trouble()).isInstanceOf(Trouble.CantSave.class);

    steps.onWrite = null;
    model.saveAgain();
    assertThat(trouble()).isNull();
    assertThat(namesIn(file)).containsExactly("CT 1", "MR 2", "Archive");
  }

  @Test
  void theNextGoodSaveSettlesOneThatFailed() throws IOException {
    loadAndAdd("CT 1");
    steps.onWrite = new FileSystemException(file.toString(), null, "no space left on device");
    model.add(peer("MR 2"));
    steps.onWrite = null;
    model.add(peer("Archive"));
    assertThat(trouble()).isNull();
    assertThat(namesIn(file)).containsExactly("CT 1", "MR 2", "Archive");
  }

  // Order and threads

  @Test
  void savesReachTheFileInTheOrderOfTheChangesAndTroubleReachesTheScreenInIts() throws IOException {
    ByHand disk = new ByHand();
    ByHand fx = new ByHand();
    PeerFile byHand = new PeerFile(new PeerStore(file), disk, fx);
    AtomicReference<PeerBook> read = new AtomicReference<>();
    byHand.load(PeerBook.EMPTY, read::set, Duration.ZERO);
    Peer first = peer("CT 1");
    PeerBook one = PeerBook.EMPTY.withAdded(first);
    byHand.save(one);
    byHand.save(one.withAdded(peer("MR 2")));
    byHand.save(one.without(Set.of(first.id())).withAdded(peer("Archive")));
    assertThat(file).as("nothing is written by the caller").doesNotExist();

    disk.runAll();
    assertThat(namesIn(file)).containsExactly("Archive");
    assertThat(read.get()).as("nothing is shown by the disk's thread").isNull();

    fx.runAll();
    assertThat(read.get()).isEqualTo(PeerBook.EMPTY);
    assertThat(byHand.trouble()).isNull();
  }
}
