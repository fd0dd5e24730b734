package org.echolot.ui.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of peers that are let go at a line of the list. */
class PeerDropTest {

  private final PeerRow ct = row("CT 1", "Modalities", "ward 4");
  private final PeerRow mr = row("MR 2", "Modalities");
  private final PeerRow archive = row("Archive", "Archives");
  private final PeerRow plain = row("Plain");

  private static PeerRow row(String name, String... tags) {
    return new PeerRow(Book.peer(name).withTags(List.of(tags)));
  }

  private static List<String> tagsAfter(PeerRow moved, ListRow at) {
    return new PeerDrop(List.of(moved), at, true)
        .edited(Grouping.TAG)
        .values()
        .iterator()
        .next()
        .tags();
  }

  @Test
  void inAnotherGroupItsTagTakesThePlaceOfTheFirst() {
    assertThat(tagsAfter(ct, archive)).containsExactly("Archives", "ward 4");
    assertThat(tagsAfter(plain, archive)).containsExactly("Archives");
    assertThat(tagsAfter(row("X", "Modalities", "archives"), archive)).containsExactly("Archives");
    assertThat(tagsAfter(archive, GroupRow.of("Modalities", List.of(ct, mr), false)))
        .containsExactly("Modalities");
    assertThat(tagsAfter(ct, plain)).isEmpty();
  }

  @Test
  void inItsOwnGroupAPeerIsNotEdited() {
    assertThat(new PeerDrop(List.of(ct), mr, false).edited(Grouping.TAG)).isEmpty();
    assertThat(new PeerDrop(List.of(ct), archive, false).edited(Grouping.HOST)).isEmpty();
  }

  @Test
  void atAHeaderItBecomesTheFirstOfItsGroup() {
    GroupRow modalities = GroupRow.of("Modalities", List.of(ct, mr), false);
    assertThat(new PeerDrop(List.of(archive), modalities, false).beside()).isEqualTo(ct);
    assertThat(new PeerDrop(List.of(ct), modalities, false).beside()).isEqualTo(mr);
  }

  @Test
  void whatMakesNoSenseIsNotPossible() {
    assertThat(new PeerDrop(List.of(ct), ct, true).isPossible(Grouping.TAG, false)).isFalse();
    assertThat(new PeerDrop(List.of(ct), mr, true).isPossible(Grouping.TAG, false)).isTrue();
    assertThat(new PeerDrop(List.of(ct), mr, true).isPossible(Grouping.TAG, true))
        .as("sorted by a column")
        .isFalse();
    assertThat(new PeerDrop(List.of(ct), archive, true).isPossible(Grouping.TAG, true)).isTrue();
    PeerRow elsewhere = new PeerRow(Book.peer("Else", "E", "10.9.9.9", 104));
    assertThat(new PeerDrop(List.of(ct), elsewhere, true).isPossible(Grouping.HOST, false))
        .as("another host")
        .isFalse();
    assertThat(new PeerDrop(List.of(ct), elsewhere, true).isPossible(Grouping.NONE, false))
        .isTrue();
  }
}
