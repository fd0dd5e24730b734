package org.echolot.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.PeerDraft.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerDraftTest {

  private static final Peer FULL =
      new Peer(
          "CT 1",
          new AeTitle("CT1"),
          "ct1.example",
          104,
          new AeTitle("WORKSTATION1"),
          List.of("radiology", "floor 2, left"),
          "hotline 4711\nsecond line",
          new PeerTimeouts(
              Duration.ofMillis(1500), Duration.ofSeconds(7), null, Duration.ofMinutes(1), null),
          new PeerTls("ca.pem", "me.p12", false),
          new PeerUserIdentity("username", "echolot"),
          RawFields.NONE);

  private static PeerDraft draft(String name, String calledAe, String host, String port) {
    return new PeerDraft(
        name, calledAe, host, port, "", "", "", "", "", "", "", false, Optional.empty());
  }

  private static PeerDraft withTexts(
      String callingAe, String tags, String connect, String release) {
    return new PeerDraft(
        "CT 1",
        "CT1",
        "ct1",
        "104",
        callingAe,
        tags,
        "",
        connect,
        "",
        "",
        release,
        false,
        Optional.empty());
  }

  @Test
  void anEditThatChangesNothingGivesAnEqualPeer() {
    PeerDraft draft = PeerDraft.editing(FULL);

    assertThat(draft.faults(List.of("CT 1", "MR 2"))).isEmpty();
    assertThat(draft.toPeer(List.of("CT 1", "MR 2"))).isEqualTo(FULL);
  }

  @Test
  void aPeerWithNothingButWhatIsRequiredSurvivesAnEditToo() {
    Peer plain = Peer.of("CT 1", new AeTitle("CT1"), "::1", 104);

    assertThat(PeerDraft.editing(plain).toPeer(List.of("CT 1"))).isEqualTo(plain);
  }

  @Test
  void trimsWhatIsPasted() {
    PeerDraft draft = draft("\u00A0CT 1 ", " CT1\t", "\uFEFF[::1]\n", "\u200B104 ");

    assertThat(draft.faults(List.of())).isEmpty();
    assertThat(draft.toPeer(List.of())).isEqualTo(Peer.of("CT 1", new AeTitle("CT1"), "::1", 104));
  }

  @Test
  void aBlankDraftLacksWhatIsRequired() {
    assertThat(PeerDraft.blank().faults(List.of()))
        .containsOnlyKeys(Field.NAME, Field.CALLED_AE, Field.HOST, Field.PORT);
    assertThatIllegalStateException().isThrownBy(() -> PeerDraft.blank().toPeer(List.of()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|A port is needed: a number from 1 to 65535; DICOM's are 104 and 11112.",
        "0|Port 0 can't be: a port is from 1 to 65535; DICOM's are 104 and 11112.",
        "70000|Port 70000 is too high: a port is from 1 to 65535.",
        "65536|Port 65536 is too high: a port is from 1 to 65535.",
        "99999999999999999999|That is too high: a port is from 1 to 65535.",
        "-1|A port has only digits, as in 104 or 11112.",
        "1o4|A port has only digits, as in 104 or 11112.",
        "١٠٤|A port has only digits, as in 104 or 11112."
      })
  void saysWhatIsWrongWithAPort(String port, String fault) {
    assertThat(draft("CT 1", "CT1", "ct1", port).faults(List.of()))
        .containsOnlyKeys(Field.PORT)
        .containsEntry(Field.PORT, fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'   '|An AE title can't be only spaces.",
        "ABCDEFGHIJKLMNOPQ|An AE title has 16 characters at most; this one has 17.",
        "A\\B|An AE title can't contain a backslash.",
        "MÜNCHEN|An AE title can only have plain ASCII characters; \"Ü\" is not one."
      })
  void saysWhatIsWrongWithAnAeTitle(String ae, String fault) {
    assertThat(draft("CT 1", ae, "ct1", "104").faults(List.of()))
        .containsOnlyKeys(Field.CALLED_AE)
        .containsEntry(Field.CALLED_AE, fault);
  }

  @Test
  void acceptsTheHighestPortAndTheLongestAeTitle() {
    assertThat(draft("CT 1", "ABCDEFGHIJKLMNOP", "ct1", "65535").faults(List.of())).isEmpty();
  }

  @Test
  void refusesANameThatIsTakenWhateverItsCase() {
    assertThat(draft(" ct 1", "CT1", "ct1", "104").faults(List.of("CT 1")))
        .containsEntry(Field.NAME, "There is a peer named \"CT 1\" already.");
  }

  @Test
  void aPeerMayKeepItsNameOrChangeItsCase() {
    PeerDraft old = PeerDraft.editing(Peer.of("CT 1", new AeTitle("CT1"), "ct1", 104));
    PeerDraft renamed =
        new PeerDraft(
            "ct 1", "CT1", "ct1", "104", "", "", "", "", "", "", "", false, old.original());

    assertThat(renamed.faults(List.of("CT 1"))).isEmpty();
    assertThat(renamed.toPeer(List.of("CT 1")).name()).isEqualTo("ct 1");
  }

  @Test
  void refusesLongNamesAndControlCharacters() {
    assertThat(draft("x".repeat(101), "CT1", "ct1", "104").faults(List.of()))
        .containsEntry(Field.NAME, "A name has 100 characters at most; this one has 101.");
    assertThat(draft("CT\t1", "CT1", "ct1", "104").faults(List.of()))
        .containsEntry(Field.NAME, "A name can't contain control characters or line breaks.");
    assertThat(draft("x".repeat(100), "CT1", "ct1", "104").faults(List.of())).isEmpty();
  }

  @Test
  void readsTheOptionalFields() {
    Peer peer = withTexts(" WS1 ", "a, b,, A ,a", "500ms", "1.5s").toPeer(List.of());

    assertThat(peer.callingAe()).isEqualTo(new AeTitle("WS1"));
    assertThat(peer.tags()).containsExactly("a", "b", "A");
    assertThat(peer.timeouts())
        .isEqualTo(
            new PeerTimeouts(Duration.ofMillis(500), null, null, null, Duration.ofMillis(1500)));
  }

  @Test
  void saysWhatIsWrongWithTheOptionalFields() {
    assertThat(withTexts("A\\B", "x".repeat(51), "5", "2h").faults(List.of()))
        .containsEntry(Field.CALLING_AE, "An AE title can't contain a backslash.")
        .containsEntry(Field.TAGS, "A tag has 50 characters at most; this one has 51.")
        .containsEntry(Field.CONNECT_TIMEOUT, "The unit is missing: write 5s or 5ms.")
        .containsEntry(Field.RELEASE_TIMEOUT, "The time can be 1 hour at most.")
        .hasSize(4);
  }

  @Test
  void turningTlsOffAndOnIsKept() {
    Peer plain = Peer.of("CT 1", new AeTitle("CT1"), "ct1", 104);
    PeerDraft on =
        new PeerDraft(
            "CT 1", "CT1", "ct1", "104", "", "", "", "", "", "", "", true, Optional.of(plain));
    PeerDraft off =
        new PeerDraft(
            "CT 1", "CT1", "ct1", "104", "", "", "", "", "", "", "", false, Optional.of(FULL));

    assertThat(on.toPeer(List.of()).tls()).isEqualTo(new PeerTls(null, null, true));
    assertThat(off.toPeer(List.of()).tls()).isNull();
    assertThat(off.toPeer(List.of()).userIdentity()).isEqualTo(FULL.userIdentity());
  }
}
