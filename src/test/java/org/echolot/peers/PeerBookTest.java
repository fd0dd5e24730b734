package org.echolot.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.echolot.check.CheckRequest;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeerBookTest {

  private static Peer peer(String name) {
    return Peer.of(name, new AeTitle("CT1"), "ct1", 104);
  }

  private static PeerBook book(String... names) {
    PeerBook book = PeerBook.EMPTY;
    for (String name : names) {
      book = book.withAdded(peer(name));
    }
    return book;
  }

  @Test
  void findsAPeerWhateverTheCase() {
    assertThat(book("CT 1", "MR 2").find("ct 1").map(Peer::name)).contains("CT 1");
    assertThat(book("CT 1").find("CT")).isEmpty();
  }

  @Test
  void namesAreUniqueWhateverTheirCase() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> book("CT 1", "ct 1"))
        .withMessage("There are two peers named \"ct 1\".");
    PeerBook two = book("A", "B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> two.withReplaced(two.peers().getLast().withName("a")));
  }

  @Test
  void idsAreUnique() {
    Peer peer = peer("A");
    PeerBook book = PeerBook.EMPTY.withAdded(peer);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> book.withAdded(peer.withName("B")))
        .withMessage("There are two peers with the ID " + peer.id() + ".");
    assertThat(book.withAdded(peer.copy("B")).names()).containsExactly("A", "B");
  }

  @Test
  void aCheckHasTheIdOfItsPeer() {
    Peer peer = peer("A");

    assertThat(PeerBook.EMPTY.requestFor(peer, Path.of("")).peerId()).isEqualTo(peer.id());
    assertThat(PeerBook.EMPTY.requestFor(peer.withName("B"), Path.of("")).peerId())
        .isEqualTo(peer.id());
  }

  @Test
  void aCheckFindsTheFilesOfAPeerBesideThePeersFile() {
    PeerTls tls =
        new PeerTls(
            "trust/ca.pem",
            "0a".repeat(32),
            "/etc/me.pem",
            null,
            false,
            "pacs.example",
            TlsProfile.BCP195);
    CheckRequest request = PeerBook.EMPTY.requestFor(with(tls, null), Path.of("/home/me/echolot"));

    assertThat(request.tls())
        .isEqualTo(
            new TlsSettings(
                Path.of("/home/me/echolot/trust/ca.pem"),
                "0a".repeat(32),
                Path.of("/etc/me.pem"),
                null,
                false,
                "pacs.example",
                TlsProfile.BCP195));
    assertThat(book("A").requestFor(peer("A"), Path.of("")).tls()).isNull();
    assertThat(PeerBook.EMPTY.requestFor(with(PeerTls.DEFAULT, null), Path.of("")).tls())
        .isEqualTo(TlsSettings.DEFAULT);
  }

  @Test
  void aCheckComesAsTheUserOfThePeer() {
    assertThat(identityOf(UserIdentity.Type.USERNAME_AND_PASSCODE, "me"))
        .isEqualTo(new UserIdentity(UserIdentity.Type.USERNAME_AND_PASSCODE, "me", true));
    // A name beside a token is kept in the file, and says nothing on the wire.
    assertThat(identityOf(UserIdentity.Type.SAML, "me"))
        .isEqualTo(new UserIdentity(UserIdentity.Type.SAML, "", true));
    assertThat(book("A").requestFor(peer("A"), Path.of("")).userIdentity()).isNull();
  }

  private static @Nullable UserIdentity identityOf(UserIdentity.Type type, String username) {
    return PeerBook.EMPTY
        .requestFor(with(null, new PeerUserIdentity(type, username, true)), Path.of(""))
        .userIdentity();
  }

  private static Peer with(@Nullable PeerTls tls, @Nullable PeerUserIdentity identity) {
    return new Peer(
        UUID.randomUUID(),
        "A",
        new AeTitle("A"),
        "a",
        104,
        null,
        List.of(),
        "",
        PeerTimeouts.DEFAULT,
        tls,
        identity,
        null,
        RawFields.NONE);
  }

  @Test
  void keepsTheUsersOrder() {
    PeerBook book = book("A", "B", "C");

    assertThat(book.withInserted(1, peer("X")).names()).containsExactly("A", "X", "B", "C");
    assertThat(book.withReplaced(book.peers().get(1).withName("Y")).names())
        .containsExactly("A", "Y", "C");
    assertThat(
            book.without(
                    Set.of(book.peers().get(0).id(), book.peers().get(2).id(), UUID.randomUUID()))
                .names())
        .containsExactly("B");
    assertThat(book.names()).containsExactly("A", "B", "C");
  }

  @Test
  void replacingNobodyIsAMistake() {
    assertThatExceptionOfType(NoSuchElementException.class)
        .isThrownBy(() -> book("A").withReplaced(peer("A")));
  }

  @Test
  void countsUpToAFreeName() {
    assertThat(book().freeName("CT 1")).isEqualTo("CT 1");
    assertThat(book("CT 1").freeName("ct 1")).isEqualTo("ct 1 (2)");
    assertThat(book("CT 1", "CT 1 (2)").freeName("CT 1")).isEqualTo("CT 1 (3)");
    assertThat(book("CT 1", "CT 1 (2)").freeName("CT 1 (2)")).isEqualTo("CT 1 (3)");
  }

  @Test
  void aFreeNameIsNotTooLong() {
    String longest = "x".repeat(100);

    assertThat(book(longest).freeName(longest)).isEqualTo("x".repeat(96) + " (2)");
  }

  @Test
  void aPeerIsValid() {
    AeTitle ae = new AeTitle("CT1");
    assertThatIllegalArgumentException().isThrownBy(() -> Peer.of(" ", ae, "ct1", 104));
    assertThatIllegalArgumentException().isThrownBy(() -> Peer.of("CT 1", ae, "c t", 104));
    assertThatIllegalArgumentException().isThrownBy(() -> Peer.of("CT 1", ae, "ct1", 0));
    assertThatIllegalArgumentException().isThrownBy(() -> Peer.of("CT 1", ae, "ct1", 65_536));
    Peer peer = Peer.of(" CT 1 ", ae, "[::1]", 104);
    assertThat(peer.name()).isEqualTo("CT 1");
    assertThat(peer.host()).isEqualTo("::1");
  }
}
