package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.echolot.ui.peers.Book.ended;
import static org.echolot.ui.peers.Book.names;
import static org.echolot.ui.peers.Book.namesIn;
import static org.echolot.ui.peers.Book.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.PeerDraft;
import org.echolot.peers.PeerTls;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.ByHand;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeersModelTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("peers.json");
  }

  private PeersModel model() {
    return new PeersModel(new PeerFile(new PeerStore(file), Runnable::run, Runnable::run));
  }

  private PeersModel loaded(String... names) throws IOException {
    Book.write(file, names);
    PeersModel model = model();
    model.load();
    return model;
  }

  private void somebodyElseAdds(PeersModel model, String name) throws IOException {
    Path other = folder.resolve("other.json");
    new PeerStore(other).saveAnyway(model.book().withAdded(peer(name)));
    Files.move(other, file, StandardCopyOption.REPLACE_EXISTING);
    model.file().look();
  }

  private static PeerRow row(PeersModel model, String name) {
    return model.rows().stream()
        .filter(row -> row.peer().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void showsWhatTheFileHoldsInItsOrder() throws IOException {
    assertThat(names(loaded("MR 2", "CT 1", "Archive").rows()))
        .containsExactly("MR 2", "CT 1", "Archive");
  }

  @Test
  void canBeEditedOnlyOnceTheFileWasRead() {
    ByHand disk = new ByHand();
    ByHand fx = new ByHand();
    PeersModel model = new PeersModel(new PeerFile(new PeerStore(file), disk, fx));
    model.load();
    assertThat(model.editableProperty().get()).isFalse();
    assertThat(model.loadedProperty().get()).isFalse();

    disk.runAll();
    assertThat(model.editableProperty().get()).isFalse();

    fx.runAll();
    assertThat(model.editableProperty().get()).isTrue();
    assertThat(model.loadedProperty().get()).isTrue();
  }

  @Test
  void canNotBeEditedWhileTheFileIsReadAgain() throws IOException {
    Book.write(file, "CT 1");
    ByHand disk = new ByHand();
    PeersModel model = new PeersModel(new PeerFile(new PeerStore(file), disk, Runnable::run));
    model.load();
    disk.runAll();

    // A change now would be made to the old list, and be saved over the new file unasked.
    model.load();
    assertThat(model.editableProperty().get()).isFalse();

    disk.runAll();
    assertThat(model.editableProperty().get()).isTrue();
  }

  @Test
  void aFileFromANewerVersionIsShownAndCanNotBeEdited() throws IOException {
    Book.write(file, "CT 1");
    Files.writeString(file, Files.readString(file).replace("\"version\": 1", "\"version\": 9"));
    PeersModel model = model();
    model.load();
    assertThat(names(model.rows())).containsExactly("CT 1");
    assertThat(model.editableProperty().get()).isFalse();
  }

  @Test
  void addsAtTheEndAndSaves() throws IOException {
    PeersModel model = loaded("CT 1", "MR 2");
    PeerRow added = model.add(peer("Archive"));
    assertThat(names(model.rows())).containsExactly("CT 1", "MR 2", "Archive");
    assertThat(model.rows()).last().isSameAs(added);
    assertThat(namesIn(file)).containsExactly("CT 1", "MR 2", "Archive");
  }

  @Test
  void putsADuplicateBelowItsOriginalUnderAFreeName() throws IOException {
    PeersModel model = loaded("CT 1", "MR 2");
    PeerRow original = row(model, "CT 1");
    ended(original, Results.refused(Results.request("CT 1")));

    PeerRow copy = model.duplicate(original);
    model.duplicate(original);
    assertThat(names(model.rows())).containsExactly("CT 1", "CT 1 (3)", "CT 1 (2)", "MR 2");
    assertThat(copy.status()).isEqualTo(Status.NEVER_CHECKED);
    assertThat(copy.id()).isNotEqualTo(original.id());
    assertThat(namesIn(file)).isEqualTo(names(model.rows()));
  }

  @Test
  void replacesInPlaceAndSaves() throws IOException {
    PeersModel model = loaded("CT 1", "MR 2");
    PeerRow row = row(model, "CT 1");
    model.replace(row, Book.edited(row.peer(), "CT one", "OTHER", "10.9.9.9", 11_112));
    assertThat(names(model.rows())).containsExactly("CT one", "MR 2");
    assertThat(model.rows()).first().isSameAs(row);
    assertThat(namesIn(file)).containsExactly("CT one", "MR 2");
  }

  @Test
  void aNameMayChangeInCaseAlone() throws IOException {
    PeersModel model = loaded("ct 1", "MR 2");
    PeerRow row = row(model, "ct 1");
    ended(row, Results.success(Results.request("ct 1"), Duration.ofMillis(1)));

    PeerDraft draft = PeerDraft.editing(row.peer()).withName("CT 1");
    model.replace(row, draft.toPeer(model.book().names()));
    assertThat(namesIn(file)).containsExactly("CT 1", "MR 2");
    assertThat(row.status()).as("it is still the same peer").isEqualTo(Status.OK);
  }

  @Test
  void savesTheAeTitleToComeAs() throws IOException {
    PeersModel model = loaded("CT 1");
    model.setCallingAe(new AeTitle("WORKSTATION1"));
    assertThat(new PeerStore(file).read().book().callingAe())
        .isEqualTo(new AeTitle("WORKSTATION1"));
  }

  @Test
  void whatWasFoundUnderAnotherAeTitleOfOursIsForgotten() throws IOException {
    PeersModel model = loaded("CT 1");
    ended(row(model, "CT 1"), Results.refused(Results.request("CT 1")));

    model.setCallingAe(model.book().callingAe());
    assertThat(row(model, "CT 1").status()).as("nothing changed").isEqualTo(Status.FAILED);

    model.setCallingAe(new AeTitle("WORKSTATION1"));
    assertThat(row(model, "CT 1").status()).isEqualTo(Status.NEVER_CHECKED);
  }

  // Delete and undo

  @Test
  void deletesAndBringsBackWhereTheyStoodWithWhatIsKnownOfThem() throws IOException {
    PeersModel model = loaded("A", "B", "C", "D");
    PeerRow b = row(model, "B");
    ended(b, Results.refused(Results.request("B")));

    model.delete(List.of(row(model, "D"), b));
    assertThat(names(model.rows())).containsExactly("A", "C");
    assertThat(namesIn(file)).containsExactly("A", "C");
    assertThat(model.undoTextProperty().get()).isEqualTo("2 peers");

    assertThat(names(model.undo().orElseThrow().rows())).containsExactly("B", "D");
    assertThat(names(model.rows())).containsExactly("A", "B", "C", "D");
    assertThat(namesIn(file)).containsExactly("A", "B", "C", "D");
    assertThat(row(model, "B").status()).isEqualTo(Status.FAILED);
    assertThat(row(model, "B").id()).isEqualTo(Book.written("B").id());
    assertThat(model.undoTextProperty().get()).isEmpty();
  }

  @Test
  void whatWasAddedIsRemovedAgainAndComesBack() throws IOException {
    PeersModel model = loaded("A", "B");
    PeerRow copy = model.duplicate(row(model, "A"));
    assertThat(names(model.rows())).containsExactly("A", "A (2)", "B");
    assertThat(model.undoTextProperty().get()).isEqualTo("A (2)");

    Undone undone = model.undo().orElseThrow();
    assertThat(undone.removed()).containsExactly(copy);
    assertThat(undone.text()).isEqualTo("Removed A (2) again.");
    assertThat(names(model.rows())).containsExactly("A", "B");
    assertThat(namesIn(file)).containsExactly("A", "B");

    assertThat(model.redo().orElseThrow().rows()).containsExactly(copy);
    assertThat(namesIn(file)).containsExactly("A", "A (2)", "B");
    model.delete(List.of(copy));
    model.undo();
    model.undo();
    assertThat(names(model.rows())).containsExactly("A", "B");
    assertThat(model.undo()).isEmpty();
  }

  @Test
  void takesAnEditBackToo() throws IOException {
    PeersModel model = loaded("A", "B");
    PeerRow a = row(model, "A");
    Peer before = a.peer();
    model.replace(a, before.withTls(PeerTls.DEFAULT));
    model.replace(a, a.peer().withName("C"));
    assertThat(model.undoTextProperty().get()).isEqualTo("C");

    assertThat(model.undo().orElseThrow().text()).isEqualTo("Undid the change to C.");
    assertThat(a.peer()).isEqualTo(before.withTls(PeerTls.DEFAULT));
    assertThat(names(model.undo().orElseThrow().rows())).containsExactly("A");
    assertThat(a.peer()).isEqualTo(before);
    assertThat(namesIn(file)).containsExactly("A", "B");
    assertThat(model.undo()).isEmpty();
  }

  @Test
  void anEditThatIsTakenBackTakesNobodysName() throws IOException {
    PeersModel model = loaded("A", "B");
    PeerRow a = row(model, "A");
    model.replace(a, a.peer().withName("C"));
    somebodyElseAdds(model, "a");
    assertThat(model.undo()).isPresent();
    assertThat(namesIn(file)).containsExactly("C", "B", "a");
  }

  @Test
  void anEditThatChangesNothingIsNotUndone() throws IOException {
    PeersModel model = loaded("A");
    PeerRow a = row(model, "A");
    model.replace(a, a.peer());
    assertThat(model.undoTextProperty().get()).isEmpty();
  }

  @Test
  void whatWasUndoneIsDoneAgainInTheSameOrder() throws IOException {
    PeersModel model = loaded("A", "B", "C", "D");
    PeerRow c = row(model, "C");
    model.delete(List.of(row(model, "A"), row(model, "B")));
    model.replace(c, c.peer().withName("C2"));
    model.move(List.of(row(model, "D")), c, false, Map.of());
    assertThat(names(model.rows())).containsExactly("D", "C2");
    assertThat(model.redo()).as("nothing was undone").isEmpty();

    model.undo();
    model.undo();
    model.undo();
    assertThat(names(model.rows())).containsExactly("A", "B", "C", "D");
    assertThat(model.redoTextProperty().get()).isEqualTo("2 peers");
    assertThat(names(model.redo().orElseThrow().removed())).containsExactly("A", "B");
    assertThat(names(model.rows())).containsExactly("C", "D");
    assertThat(model.redo().orElseThrow().text()).isEqualTo("Did the change to C2 again.");
    assertThat(model.redo()).isPresent();
    assertThat(names(model.rows())).containsExactly("D", "C2");
    assertThat(model.book().names()).containsExactly("D", "C2");
    assertThat(model.redo()).isEmpty();

    model.undo();
    assertThat(names(model.rows())).as("it can be undone again").containsExactly("C2", "D");
    model.delete(List.of(c));
    assertThat(model.redo()).as("something else was done").isEmpty();
  }

  @Test
  void undoesTheLastDeleteFirst() throws IOException {
    PeersModel model = loaded("A", "B", "C");
    model.delete(List.of(row(model, "A")));
    model.delete(List.of(row(model, "C")));
    assertThat(model.undoTextProperty().get()).isEqualTo("C");

    model.undo();
    assertThat(names(model.rows())).containsExactly("B", "C");
    assertThat(model.undoTextProperty().get()).isEqualTo("A");

    model.undo();
    assertThat(names(model.rows())).containsExactly("A", "B", "C");
    assertThat(model.undo()).isEmpty();
    assertThat(namesIn(file)).containsExactly("A", "B", "C");
  }

  @Test
  void whatComesBackGetsAFreeNameIfItsOwnWasGivenAway() throws IOException {
    PeersModel model = loaded("A", "B");
    model.delete(List.of(row(model, "A")));
    somebodyElseAdds(model, "a");
    assertThat(names(model.undo().orElseThrow().rows())).containsExactly("A (2)");
    assertThat(namesIn(file)).containsExactly("A (2)", "B", "a");
  }

  @Test
  void whatComesBackFindsAPlaceInAListThatGotShorter() throws IOException {
    PeersModel model = loaded("A", "B", "C");
    model.delete(List.of(row(model, "C")));
    model.delete(List.of(row(model, "A"), row(model, "B")));
    model.undo();
    model.undo();
    assertThat(namesIn(file)).containsExactly("A", "B", "C");
  }

  @Test
  void deletingWhatIsNotThereChangesNothing() throws IOException {
    PeersModel model = loaded("A");
    model.delete(List.of(new PeerRow(peer("B"))));
    assertThat(names(model.rows())).containsExactly("A");
    assertThat(model.undoTextProperty().get()).isEmpty();
  }

  @Test
  void fiftyDeletionsCanBeUndone() throws IOException {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < 55; i++) {
      all.add("P" + i);
    }
    PeersModel model = loaded(all.toArray(String[]::new));
    all.forEach(name -> model.delete(List.of(row(model, name))));

    int undone = 0;
    while (!model.undo().isEmpty()) {
      undone++;
    }
    assertThat(undone).isEqualTo(50);
    assertThat(names(model.rows())).isEqualTo(all.subList(5, 55));
  }

  // Reading again

  @Test
  void readingAgainKeepsWhatIsKnownOfPeersThatDidNotChange() throws IOException {
    PeersModel model = loaded("A", "B", "C");
    PeerRow a = row(model, "A");
    ended(a, Results.refused(Results.request("A")));
    model.delete(List.of(row(model, "C")));

    Book.write(file, "B", "a", "New");
    model.load();
    assertThat(names(model.rows())).containsExactly("B", "a", "New");
    assertThat(row(model, "a")).isSameAs(a);
    assertThat(a.status()).isEqualTo(Status.FAILED);
    assertThat(model.undoTextProperty().get()).as("the deletion was of the old list").isEmpty();
  }

  @Test
  void readingAgainFindsAPeerThatWasRenamedAndTakesNoOtherForItThatHasItsName() throws IOException {
    PeersModel model = loaded("A", "B");
    PeerRow a = row(model, "A");
    PeerRow b = row(model, "B");
    ended(a, Results.refused(Results.request("A")));

    new PeerStore(file)
        .saveAnyway(
            PeerBook.EMPTY.withAdded(a.peer().withName("C")).withAdded(b.peer().withName("A")));
    model.load();
    assertThat(names(model.rows())).containsExactly("C", "A");
    assertThat(model.rows()).containsExactly(a, b);
    assertThat(a.status()).isEqualTo(Status.FAILED);
    assertThat(b.status()).isEqualTo(Status.NEVER_CHECKED);
  }

  @Test
  void aRowTakesNoOtherPeer() throws IOException {
    PeersModel model = loaded("A");
    PeerRow a = row(model, "A");
    assertThatThrownBy(() -> model.replace(a, peer("A", "OTHER", "10.9.9.9", 104)))
        .isInstanceOf(NoSuchElementException.class);
    assertThatIllegalArgumentException().isThrownBy(() -> a.edit(peer("A")));
    assertThat(a.peer().calledAe()).isEqualTo(new AeTitle("CT1"));
  }

  @Test
  void readingAgainForgetsWhatWasFoundOfAPeerThatIsReachedInAnotherWay() throws IOException {
    PeersModel model = loaded("A");
    ended(row(model, "A"), Results.refused(Results.request("A")));

    new PeerStore(file)
        .saveAnyway(
            PeerBook.EMPTY.withAdded(
                Book.edited(Book.written("A"), "A", "CT1", "other.example", 104)));
    model.load();
    assertThat(row(model, "A").status()).isEqualTo(Status.NEVER_CHECKED);
    assertThat(row(model, "A").peer().host()).isEqualTo("other.example");
  }

  // Filter

  @Test
  void showsThePeersThatTheFilterLetsThrough() throws IOException {
    PeersModel model = loaded("MR head", "XA head", "MR knee");
    model.shown().filterProperty().set("mr");
    assertThat(names(model.shown().peersProperty().get())).containsExactly("MR head", "MR knee");
    assertThat(model.rows()).hasSize(3);

    model.shown().filterProperty().set("  knee   MR ");
    assertThat(names(model.shown().peersProperty().get())).containsExactly("MR knee");

    model.shown().filterProperty().set(" ");
    assertThat(model.shown().peersProperty().get()).hasSize(3);
  }

  @Test
  void theFilterFollowsHowPeersStandAndWhatTheyAreCalled() throws IOException {
    PeersModel model = loaded("CT 1", "MR 2");
    model.shown().filterProperty().set("refused");
    assertThat(model.shown().peersProperty().get()).isEmpty();

    ended(row(model, "MR 2"), Results.refused(Results.request("MR 2")));
    assertThat(names(model.shown().peersProperty().get())).containsExactly("MR 2");

    model.shown().filterProperty().set("new name");
    PeerRow renamed = row(model, "CT 1");
    model.replace(renamed, renamed.peer().withName("New Name"));
    assertThat(names(model.shown().peersProperty().get())).containsExactly("New Name");
  }

  @Test
  void aRowThatTheFilterShowsStaysWhileItIsCheckedAgain() throws IOException {
    PeersModel model = loaded("CT 1");
    ended(row(model, "CT 1"), Results.refused(Results.request("CT 1")));
    model.shown().filterProperty().set("refused");

    row(model, "CT 1").checkQueued();
    assertThat(names(model.shown().peersProperty().get())).containsExactly("CT 1");
  }

  @Test
  void movingIsOneStepToUndoWithWhatItEdits() throws IOException {
    PeersModel model = loaded("A", "B", "C", "D");
    PeerRow a = row(model, "A");
    Peer tagged = a.peer().withTags(List.of("ward 4"));
    assertThat(model.move(List.of(a, row(model, "B")), row(model, "D"), true, Map.of(a, tagged)))
        .isTrue();
    assertThat(namesIn(file)).containsExactly("C", "D", "A", "B");
    assertThat(row(model, "A").peer().tags()).containsExactly("ward 4");

    somebodyElseAdds(model, "E");
    PeerRow added = row(model, "E");
    assertThat(model.undoTextProperty().get()).isEqualTo("2 peers");
    Undone undone = model.undo().orElseThrow();
    assertThat(names(undone.rows())).containsExactly("A", "B");
    assertThat(namesIn(file)).containsExactly("A", "B", "C", "D", "E");
    assertThat(names(model.rows())).containsExactly("A", "B", "C", "D", "E");
    assertThat(model.rows()).contains(a, added);
    assertThat(a.peer().tags()).isEmpty();
  }

  @Test
  void movingThatChangesNothingIsNoStep() throws IOException {
    PeersModel model = loaded("A", "B");
    assertThat(model.move(List.of(row(model, "A")), row(model, "B"), false, Map.of())).isFalse();
    assertThat(model.undo()).isEmpty();
  }

  @Test
  void anImportIsOneStepToUndo() throws IOException {
    PeersModel model = loaded("A", "B");
    PeerBook before = model.book();
    Peer changed = before.peers().getFirst().withName("A2");
    PeerBook imported =
        before.withReplaced(changed).withAdded(Peer.of("C", new AeTitle("C"), "h", 1));

    List<PeerRow> taken = model.take(imported);

    assertThat(taken).extracting(row -> row.peer().name()).containsExactly("A2", "C");
    assertThat(model.undoTextProperty().get()).isEqualTo("the import of 2 peers");
    assertThat(model.rows()).extracting(row -> row.peer().name()).containsExactly("A2", "B", "C");
    Undone undone = model.undo().orElseThrow();
    assertThat(undone.removed()).extracting(row -> row.peer().name()).containsExactly("C");
    assertThat(model.rows()).extracting(row -> row.peer().name()).containsExactly("A", "B");
    assertThat(new PeerStore(file).read().book()).isEqualTo(before);
    assertThat(model.undo()).isEmpty();
  }

  @Test
  void anImportThatChangesNothingIsNoStep() throws IOException {
    PeersModel model = loaded("A");

    assertThat(model.take(model.book())).isEmpty();
    assertThat(model.undo()).isEmpty();
  }
}
