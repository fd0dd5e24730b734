package org.echolot.peers.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerBook;
import org.junit.jupiter.api.Test;

class PeersMergeTest {

  private static final Peer A = peer("A");
  private static final Peer B = peer("B");
  private static final Peer C = peer("C");
  private static final PeerBook BASE = book(A, B, C);

  private static Peer peer(String name) {
    return Peer.of(name, new AeTitle(name), name, 104);
  }

  private static PeerBook book(Peer... peers) {
    return new PeerBook(PeerBook.DEFAULT_CALLING_AE, List.of(peers), RawFields.NONE);
  }

  private static PeerBook merged(PeerBook mine, PeerBook theirs) {
    PeersMerge merge = new PeersMerge(BASE, mine, theirs);
    assertThat(merge.collides()).isFalse();
    assertThat(merge.collisions()).isEmpty();
    return merge.book();
  }

  private static List<PeersMerge.Collision> collisions(PeerBook mine, PeerBook theirs) {
    PeersMerge merge = new PeersMerge(BASE, mine, theirs);
    assertThat(merge.collides()).isTrue();
    return merge.collisions();
  }

  @Test
  void whoDidNothingGetsWhatTheOtherDid() {
    PeerBook changed = book(C, A.withName("A 2"), peer("D"));

    assertThat(merged(BASE, changed)).isEqualTo(changed);
    assertThat(merged(changed, BASE)).isEqualTo(changed);
    assertThat(merged(changed, changed)).isEqualTo(changed);
  }

  @Test
  void changesToDifferentPeersAreBothKept() {
    PeerBook mine = book(A.withName("A mine"), B, C);
    PeerBook theirs = book(A, B, C.withName("C theirs"));

    assertThat(merged(mine, theirs).names()).containsExactly("A mine", "B", "C theirs");
  }

  @Test
  void oneDeletesAndTheOtherAdds() {
    PeerBook theirs = book(A, peer("D"), B, C);

    assertThat(merged(book(A, C), theirs).names()).containsExactly("A", "D", "C");
    assertThat(merged(theirs, book(A, C)).names()).containsExactly("A", "D", "C");
  }

  @Test
  void whatBothAddStandsWhereEachPutIt() {
    PeerBook mine = book(peer("first"), A, B, C);
    PeerBook theirs = book(A, B, C, peer("last"));

    assertThat(merged(mine, theirs).names()).containsExactly("first", "A", "B", "C", "last");
  }

  @Test
  void theOrderIsThatOfWhoeverMovedSome() {
    assertThat(merged(book(C, B, A), book(A, B.withName("b"), C)).names())
        .containsExactly("C", "b", "A");
    assertThat(merged(book(A, B.withName("b"), C), book(C, B, A)).names())
        .containsExactly("C", "b", "A");
  }

  @Test
  void onePeerChangedByBothCollides() {
    Peer mine = A.withName("A mine");
    Peer theirs = A.withName("A theirs");

    assertThat(collisions(book(mine, B, C), book(theirs, B, C)))
        .containsExactly(new PeersMerge.Collision(mine, theirs));
  }

  @Test
  void onePeerDeletedHereAndChangedThereCollides() {
    Peer theirs = A.withName("A theirs");

    assertThat(collisions(book(B, C), book(theirs, B, C)))
        .containsExactly(new PeersMerge.Collision(null, theirs));
    assertThat(collisions(book(theirs, B, C), book(B, C)))
        .containsExactly(new PeersMerge.Collision(theirs, null));
  }

  @Test
  void twoPeersThatBothAddedUnderOneNameCollide() {
    Peer mine = peer("new");
    Peer theirs = peer("NEW");

    assertThat(collisions(book(A, B, C, mine), book(A, B, C, theirs)))
        .containsExactly(new PeersMerge.Collision(mine, theirs));
  }

  @Test
  void theTitleForAllPeersIsThatOfWhoChangedIt() {
    PeerBook mine = BASE.withCallingAe(new AeTitle("MINE"));
    PeerBook theirs = BASE.withCallingAe(new AeTitle("THEIRS"));

    assertThat(merged(mine, BASE).callingAe()).hasToString("MINE");
    assertThat(merged(BASE, theirs).callingAe()).hasToString("THEIRS");
    assertThat(collisions(mine, theirs)).isEmpty();
  }
}
