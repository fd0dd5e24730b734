package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.echolot.json.JsonValue;
import org.echolot.peers.UnreadPeer;
import org.echolot.peers.file.PeerStore;
import org.echolot.ui.peers.PeerFile;
import org.echolot.ui.peers.PeerFile.Trouble;
import org.echolot.ui.peers.PeersModel;
import org.junit.jupiter.api.Test;

class FileNoticeTest {

  private static final Path FILE = Path.of("peers.json");

  private static Notice of(Trouble trouble) {
    return FileNotice.of(
        trouble, new PeersModel(new PeerFile(new PeerStore(FILE), Runnable::run, Runnable::run)));
  }

  @Test
  void aBrokenFileIsNamedWithItsPlaceAndWhereItIsKept() {
    Notice notice =
        of(new Trouble.Broken("peers.json:3:12 not JSON: oops", Path.of("peers.json.broken-1")));
    assertThat(notice.kind()).isEqualTo(Notice.Kind.DANGER);
    assertThat(notice.text()).contains("peers.json:3:12 not JSON: oops", "peers.json.broken-1");
    assertThat(notice.offers())
        .extracting(Notice.Offer::id)
        .containsExactly("notice-reload", "notice-dismiss");
  }

  @Test
  void peersThatCouldNotBeReadAreNamedWithTheirLinesAndAreLeftInTheFile() {
    UnreadPeer unread =
        new UnreadPeer(
            2, "CT 1", 7, 3, "\"port\": Port 0 can't be, at peer 2", new JsonValue.Bool(true));
    Notice one = of(new Trouble.Unread(FILE, List.of(unread)));
    Notice five = of(new Trouble.Unread(FILE, Collections.nCopies(5, unread)));

    assertThat(one.kind()).isEqualTo(Notice.Kind.WARNING);
    assertThat(one.text())
        .startsWith(
            "1 peer in peers.json could not be read and is not in the list: line 7, \"port\"")
        .contains("leaves it in the file as it is");
    assertThat(five.text()).startsWith("5 peers in peers.json").contains("; and 2 more. ");
    assertThat(one.offers())
        .extracting(Notice.Offer::id)
        .containsExactly("notice-reload", "notice-dismiss");
  }

  @Test
  void aNewerFileIsToLookAtAndThereIsNothingToBeDone() {
    Notice notice = of(new Trouble.Newer(FILE, 7));
    assertThat(notice.kind()).isEqualTo(Notice.Kind.WARNING);
    assertThat(notice.text())
        .contains("newer version", "version 7", "can be checked but not changed");
    assertThat(notice.offers()).isEmpty();
  }

  @Test
  void aFileThatChangedMeanwhileOffersBothWaysOut() {
    Notice notice = of(new Trouble.ChangedMeanwhile(FILE, List.of()));
    assertThat(notice.text())
        .startsWith("Not saved: another program has changed or deleted peers.json");
    assertThat(notice.offers())
        .extracting(Notice.Offer::id)
        .containsExactly("notice-reload", "notice-overwrite");
    assertThat(notice.offers())
        .extracting(Notice.Offer::label)
        .containsExactly(
            "Read it, and keep mine beside it", "Overwrite it, and keep theirs beside it");
  }

  @Test
  void aFileThatCanNotBeReadIsNotWrittenOver() {
    Notice notice = of(new Trouble.CantRead("peers.json could not be read: it is a folder"));
    assertThat(notice.text()).contains("it is a folder", "Echolot will not overwrite it");
    assertThat(notice.offers()).extracting(Notice.Offer::id).containsExactly("notice-reload");
  }

  @Test
  void aSaveThatFailedSaysWhyAndIsTriedAgain() {
    Notice notice = of(new Trouble.CantSave("peers.json could not be saved: no space left"));
    assertThat(notice.text()).isEqualTo("Not saved: peers.json could not be saved: no space left.");
    assertThat(notice.offers())
        .extracting(Notice.Offer::id)
        .containsExactly("notice-save-again", "notice-dismiss");
  }
}
