package org.echolot.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.PeerDraft.Field;
import org.junit.jupiter.api.Test;

class PeersEditTest {

  private static final Peer PLAIN = Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104);
  private static final PeerTls OWN = PeerTls.DEFAULT.withTrustedFingerprint("ab".repeat(32));
  private static final Peer SECURE =
      Peer.of("MR 2", new AeTitle("MR2"), "10.1.2.4", 104)
          .withTls(OWN)
          .withWatch(PeerWatch.DEFAULT);

  private static PeersEdit texts(Map<Field, String> texts) {
    return new PeersEdit(texts, null);
  }

  @Test
  void setsWhatItNamesAndLeavesAllElse() {
    PeersEdit edit = texts(Map.of(Field.CALLING_AE, "STATION", Field.ECHO_TIMEOUT, "2s"));
    Peer edited = edit.appliedTo(SECURE);
    assertThat(edited.callingAe()).isEqualTo(new AeTitle("STATION"));
    assertThat(edited.timeouts())
        .isEqualTo(new PeerTimeouts(null, null, null, Duration.ofSeconds(2), null));
    assertThat(edited)
        .usingRecursiveComparison()
        .ignoringFields("callingAe", "timeouts")
        .isEqualTo(SECURE);
  }

  @Test
  void aBlankTextIsWhatAPeerHasWithoutOneOfItsOwn() {
    Peer own = texts(Map.of(Field.CALLING_AE, "STATION")).appliedTo(PLAIN);
    assertThat(texts(Map.of(Field.CALLING_AE, " ")).appliedTo(own)).isEqualTo(PLAIN);
  }

  @Test
  void watchingIsTurnedOnForAllAndOff() {
    Peer watched = texts(Map.of(Field.WATCH, "5m")).appliedTo(PLAIN);
    assertThat(watched.watch()).isEqualTo(new PeerWatch(Duration.ofMinutes(5)));
    assertThat(texts(Map.of(Field.WATCH, "")).appliedTo(SECURE).watch()).isNull();
  }

  @Test
  void tlsThatIsTurnedOnKeepsWhatAPeerHadOfIt() {
    PeersEdit on = new PeersEdit(Map.of(), true);
    assertThat(on.appliedTo(PLAIN).tls()).isEqualTo(PeerTls.DEFAULT);
    assertThat(on.appliedTo(SECURE).tls()).isEqualTo(OWN);
    assertThat(new PeersEdit(Map.of(), false).appliedTo(SECURE).tls()).isNull();
  }

  @Test
  void knowsWhatSeveralHaveInCommon() {
    Peer tagged = texts(Map.of(Field.CALLING_AE, "ME")).appliedTo(PLAIN);
    assertThat(PeersEdit.common(List.of(PLAIN, SECURE), Field.CALLING_AE)).contains("");
    assertThat(PeersEdit.common(List.of(PLAIN, tagged), Field.CALLING_AE)).isEmpty();
    assertThat(PeersEdit.commonTls(List.of(PLAIN, tagged))).contains(false);
    assertThat(PeersEdit.commonTls(List.of(PLAIN, SECURE))).isEmpty();
    assertThat(PeersEdit.commonTls(List.of(SECURE))).contains(true);
  }

  @Test
  void tagsAreAddedAndRemovedAndThoseOfOneAloneStay() {
    Peer one = PLAIN.withTags(List.of("ct", "Ward 4"));
    Peer other = SECURE.withTags(List.of("mr"));
    PeersEdit edit = new PeersEdit(Map.of(), " go-live , ct,", "ward 4", null);

    assertThat(edit.isNothing()).isFalse();
    assertThat(edit.appliedTo(one).tags()).containsExactly("ct", "go-live");
    assertThat(edit.appliedTo(other).tags()).containsExactly("mr", "go-live", "ct");
    assertThat(new PeersEdit(Map.of(), "", " ", null).isNothing()).isTrue();
  }

  @Test
  void countsTheTagsThatPeersHaveTheMostFrequentFirst() {
    Peer one = PLAIN.withTags(List.of("ct", "ward 4"));
    Peer other = SECURE.withTags(List.of("ward 4"));

    assertThat(PeersEdit.tagsOf(List.of(one, other)).entrySet())
        .containsExactly(Map.entry("ward 4", 2), Map.entry("ct", 1));
  }

  @Test
  void saysWhatIsWrongByField() {
    PeersEdit edit =
        texts(Map.of(Field.CALLING_AE, "MUCH_TOO_LONG_A_TITLE", Field.ECHO_TIMEOUT, "x"));
    assertThat(edit.faults(List.of(PLAIN, SECURE)))
        .containsOnlyKeys(Field.CALLING_AE, Field.ECHO_TIMEOUT);
    assertThatIllegalArgumentException().isThrownBy(() -> texts(Map.of(Field.NAME, "same")));
  }
}
