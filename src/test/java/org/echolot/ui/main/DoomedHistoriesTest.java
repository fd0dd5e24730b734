package org.echolot.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.echolot.capture.Recording;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.history.HistoryFolder;
import org.echolot.history.HistoryStore;
import org.echolot.history.Retention;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.echolot.ui.Results;
import org.echolot.ui.peers.PeerRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DoomedHistoriesTest {

  @TempDir Path folder;

  private static PeerRow row(String name) {
    return new PeerRow(Peer.of(name, new AeTitle("A"), "10.1.2.3", 104));
  }

  private static CheckResult result(PeerRow row) {
    CheckRequest request =
        CheckRequest.of(
            row.id(), row.peer().name(), new AeTitle("A"), new AeTitle("B"), "10.1.2.3", 104);
    return Results.success(request, Duration.ofMillis(1));
  }

  @Test
  void historiesGoAtTheEndUnlessTheirPeersCameBack() throws Exception {
    PeerRow gone = row("Gone");
    PeerRow back = row("Back");
    try (HistoryStore store =
        HistoryStore.open(new HistoryFolder(folder), Retention.FOREVER, _ -> {})) {
      store.keep(result(gone));
      store.keep(result(back));
      store.flush().get(20, TimeUnit.SECONDS);
      DoomedHistories histories = new DoomedHistories(store);
      histories.add(List.of(gone, back));
      assertThat(known(store)).containsExactlyInAnyOrder(gone.id(), back.id());

      histories.carryOut(PeerBook.EMPTY.withAdded(back.peer()));
    }

    try (HistoryStore store =
        HistoryStore.open(new HistoryFolder(folder), Retention.FOREVER, _ -> {})) {
      assertThat(known(store)).containsExactly(back.id());
    }
  }

  private static List<UUID> known(HistoryStore store) {
    return List.copyOf(store.reader().recent(1).keySet());
  }

  @Test
  void nobodyIsAskedWhereNothingIsKept() {
    PeerRow row = row("CT 1");
    assertThat(new DoomedHistories(null).concerns(List.of(row))).isFalse();
    try (HistoryStore store =
        HistoryStore.open(new HistoryFolder(folder), Retention.FOREVER, _ -> {})) {
      DoomedHistories histories = new DoomedHistories(store);
      assertThat(histories.concerns(List.of(row))).isFalse();
      row.checkEnded(result(row), Recording.EMPTY);
      assertThat(histories.concerns(List.of(row))).isTrue();
    }
  }
}
