package org.echolot.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.echolot.check.UserIdentity;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.json.RawFields;
import org.echolot.peers.PeerDraft.Field;
import org.echolot.tls.TlsProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerDraftTest {

  private static final String SHA256_WITH_COLONS = " " + "0A:".repeat(31) + "0a ";

  private static final Peer FULL =
      new Peer(
          UUID.randomUUID(),
          "CT 1",
          new AeTitle("CT1"),
          "ct1.example",
          104,
          new AeTitle("WORKSTATION1"),
          List.of("radiology", "floor 2, left"),
          "hotline 4711\nsecond line",
          new PeerTimeouts(
              Duration.ofMillis(1500), Duration.ofSeconds(7), null, Duration.ofMinutes(1), null),
          new PeerTls("ca.pem", null, "me.p12", null, false, null, TlsProfile.RUNTIME),
          new PeerUserIdentity(UserIdentity.Type.USERNAME, "echolot", false),
          "10.77.3.10",
          RawFields.NONE);

  private static PeerDraft draft(String name, String calledAe, String host, String port) {
    return new PeerDraft(
        UUID.randomUUID(),
        name,
        calledAe,
        host,
        port,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        TlsDraft.OFF,
        UserIdentityDraft.NONE,
        Optional.empty());
  }

  private static PeerDraft withTexts(
      String callingAe, String tags, String connect, String release) {
    return new PeerDraft(
        UUID.randomUUID(),
        "CT 1",
        "CT1",
        "ct1",
        "104",
        callingAe,
        tags,
        "",
        "",
        "",
        "",
        connect,
        "",
        "",
        "",
        release,
        TlsDraft.OFF,
        UserIdentityDraft.NONE,
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
    Peer peer = draft.toPeer(List.of());
    assertThat(peer.name()).isEqualTo("CT 1");
    assertThat(peer.calledAe()).isEqualTo(new AeTitle("CT1"));
    assertThat(peer.host()).isEqualTo("::1");
    assertThat(peer.port()).isEqualTo(104);
  }

  @Test
  void theSourceIsAnAddressOrNothing() {
    assertThat(ofSource(" [fd77:3::10] ").toPeer(List.of()).source()).isEqualTo("fd77:3::10");
    assertThat(ofSource("10.77.3.10").toPeer(List.of()).source()).isEqualTo("10.77.3.10");
    assertThat(ofSource(" ").toPeer(List.of()).source()).isNull();
    assertThat(ofSource("eth0").faults(List.of()))
        .containsEntry(
            Field.SOURCE, "This must be an IP address of this computer, as in 10.1.2.3.");
    assertThat(PeerDraft.editing(ofSource("10.77.3.10").toPeer(List.of())).source())
        .isEqualTo("10.77.3.10");
  }

  private static PeerDraft ofSource(String source) {
    return new PeerDraft(
        UUID.randomUUID(),
        "CT 1",
        "CT1",
        "ct1",
        "104",
        "",
        "",
        "",
        "",
        source,
        "",
        "",
        "",
        "",
        "",
        "",
        TlsDraft.OFF,
        UserIdentityDraft.NONE,
        Optional.empty());
  }

  @Test
  void watchingIsAnIntervalOrOff() {
    assertThat(watched(" 30s ").toPeer(List.of()).watch())
        .isEqualTo(new PeerWatch(Duration.ofSeconds(30)));
    assertThat(watched("  ").toPeer(List.of()).watch()).isNull();
    assertThat(watched("9s").faults(List.of()))
        .containsEntry(Field.WATCH, "An interval is from 10s to 1h.");
    assertThat(watched("60").faults(List.of()))
        .containsEntry(Field.WATCH, "The unit is missing: write 60s or 60ms.");
    assertThat(PeerDraft.editing(watched("90s").toPeer(List.of())).watch()).isEqualTo("90s");
  }

  private static PeerDraft watched(String interval) {
    return new PeerDraft(
        UUID.randomUUID(),
        "CT 1",
        "CT1",
        "ct1",
        "104",
        "",
        "",
        "",
        interval,
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        TlsDraft.OFF,
        UserIdentityDraft.NONE,
        Optional.empty());
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
        "-1|A port contains only digits, as in 104 or 11112.",
        "1o4|A port contains only digits, as in 104 or 11112.",
        "١٠٤|A port contains only digits, as in 104 or 11112."
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
        "MÜNCHEN|An AE title can only have plain ASCII characters; \"Ü\" (U+00DC) is not one."
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
    PeerDraft renamed = old.withName("ct 1");

    assertThat(renamed.faults(List.of("CT 1"))).isEmpty();
    assertThat(renamed.toPeer(List.of("CT 1")).name()).isEqualTo("ct 1");
    assertThat(renamed.toPeer(List.of("CT 1")).id()).isEqualTo(old.id());
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
        .containsEntry(Field.RELEASE_TIMEOUT, "The time must be 1 hour at most.")
        .hasSize(4);
  }

  // TLS and user identity

  private static PeerDraft draft(TlsDraft tls, UserIdentityDraft identity, Optional<Peer> of) {
    return new PeerDraft(
        UUID.randomUUID(),
        "CT 1",
        "CT1",
        "ct1",
        "104",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        tls,
        identity,
        of);
  }

  private static PeerDraft draft(TlsDraft tls) {
    return draft(tls, UserIdentityDraft.NONE, Optional.empty());
  }

  private static TlsDraft tls(
      String trusted, String fingerprint, String certificate, String key, String serverName) {
    return new TlsDraft(
        true, trusted, fingerprint, certificate, key, true, serverName, TlsProfile.BCP195);
  }

  private static PeerDraft draft(UserIdentity.@Nullable Type type, String username) {
    return draft(TlsDraft.OFF, new UserIdentityDraft(type, username, true), Optional.empty());
  }

  @Test
  void turningTlsOffAndOnIsKept() {
    assertThat(draft(TlsDraft.OFF.withOn(true)).toPeer(List.of()).tls()).isEqualTo(PeerTls.DEFAULT);

    PeerDraft off =
        draft(
            TlsDraft.of(FULL.tls()).withOn(false),
            UserIdentityDraft.of(FULL.userIdentity()),
            Optional.of(FULL));
    assertThat(off.toPeer(List.of()).tls()).isNull();
    assertThat(off.toPeer(List.of()).userIdentity()).isEqualTo(FULL.userIdentity());
  }

  @Test
  void readsWhatIsTypedAboutTls() {
    TlsDraft typed =
        tls(" ca.pem\n", SHA256_WITH_COLONS, "me.pem", "\uFEFFme.key", "pacs.example.");

    assertThat(draft(typed).faults(List.of())).isEmpty();
    assertThat(draft(typed).toPeer(List.of()).tls())
        .isEqualTo(
            new PeerTls(
                "ca.pem",
                "0a".repeat(32),
                "me.pem",
                "me.key",
                true,
                "pacs.example",
                TlsProfile.BCP195));
  }

  @Test
  void saysWhatIsWrongWithTlsFieldByField() {
    assertThat(draft(tls("a\0b", "0a".repeat(20), "", "me.key", "10.1.2.3")).faults(List.of()))
        .containsEntry(
            Field.TRUSTED_CERTIFICATES,
            "This can't be the name of a file: Nul character not allowed.")
        .containsEntry(
            Field.TRUSTED_FINGERPRINT,
            "This is a SHA-1 fingerprint (40 hexadecimal digits). Enter the SHA-256 fingerprint,"
                + " which has 64.")
        .containsEntry(
            Field.CLIENT_KEY, "A private key needs the client certificate that it belongs to.")
        .containsEntry(
            Field.SERVER_NAME, "This must be a name: TLS cannot request a server by its address.")
        .hasSize(4);
  }

  @Test
  void nothingIsWrongWithTlsThatIsOff() {
    TlsDraft off = tls("a\0b", "x", "", "me.key", "_").withOn(false);

    assertThat(draft(off).faults(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "pacs_1.example,A server name cannot contain \"_\".",
    "::1,This must be a name: TLS cannot request a server by its address.",
    "https://pacs.example/,'This is a URL. Write only the host, without http:// and path:"
        + " pacs.example.'"
  })
  void saysWhatIsWrongWithANameToAskFor(String name, String fault) {
    assertThat(draft(tls("", "", "", "", name)).faults(List.of()))
        .containsExactly(Map.entry(Field.SERVER_NAME, fault));
  }

  @Test
  void readsTheTlsTimeout() {
    PeerDraft full = PeerDraft.editing(FULL);

    assertThat(full.tlsTimeout()).isEqualTo("7s");
    assertThat(full.toPeer(List.of()).timeouts().tls()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void aUserNeedsANameWhereTheTypeHasOne() {
    assertThat(draft(UserIdentity.Type.USERNAME_AND_PASSCODE, " ").faults(List.of()))
        .containsExactly(Map.entry(Field.USERNAME, "A user name is needed."));
    assertThat(draft(UserIdentity.Type.JWT, "").faults(List.of())).isEmpty();
    assertThat(draft(null, "").toPeer(List.of()).userIdentity()).isNull();
    assertThat(draft(UserIdentity.Type.USERNAME, " me\t").toPeer(List.of()).userIdentity())
        .isEqualTo(new PeerUserIdentity(UserIdentity.Type.USERNAME, "me", true));
  }
}
