package org.echolot.peers.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.echolot.peers.lint.HintKind.ADDRESS_IS_UNSPECIFIED;
import static org.echolot.peers.lint.HintKind.AE_IN_LOWER_CASE;
import static org.echolot.peers.lint.HintKind.AE_WITH_SPACES_AROUND;
import static org.echolot.peers.lint.HintKind.CHARACTER_THAT_MISLEADS;
import static org.echolot.peers.lint.HintKind.DEFAULT_AE;
import static org.echolot.peers.lint.HintKind.FILE_MISSING;
import static org.echolot.peers.lint.HintKind.NAME_IS_LOOPBACK;
import static org.echolot.peers.lint.HintKind.NAME_NOT_ANSWERED;
import static org.echolot.peers.lint.HintKind.NAME_UNKNOWN;
import static org.echolot.peers.lint.HintKind.PLAIN_ON_TLS_PORT;
import static org.echolot.peers.lint.HintKind.SAME_AE_ON_TWO_HOSTS;
import static org.echolot.peers.lint.HintKind.SAME_HOST_AND_PORT;
import static org.echolot.peers.lint.HintKind.SAME_PEER_TWICE;
import static org.echolot.peers.lint.HintKind.TLS_ON_PLAIN_PORT;
import static org.echolot.peers.lint.HintKind.UNREADABLE;
import static org.echolot.peers.lint.HintKind.WEB_PORT;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.echolot.check.run.HostNames.Answer;
import org.echolot.peers.PeerBook;
import org.echolot.peers.file.PeerStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeersLintTest {

  @TempDir Path folder;

  private static String peer(String name, String ae, String host, int port) {
    return peer(name, ae, host, port, "");
  }

  private static String peer(String name, String ae, String host, int port, String more) {
    return String.format(
        "{\"name\": \"%s\", \"calledAe\": \"%s\", \"host\": \"%s\", \"port\": %d%s}",
        name, ae, host, port, more.isEmpty() ? "" : ", " + more);
  }

  private PeerBook book(String... peers) throws IOException {
    Path file = folder.resolve("peers.json");
    Files.writeString(file, "{\"peers\": [" + String.join(",\n", peers) + "]}");
    return new PeerStore(file).load().book();
  }

  private List<Hint> hints(String... peers) throws IOException {
    return PeersLint.of(book(peers), folder, Map.of());
  }

  private List<HintKind> kinds(String... peers) throws IOException {
    return hints(peers).stream().map(Hint::kind).toList();
  }

  @Test
  void peersThatAreAllRightGetNoHint() throws IOException {
    assertThat(
            kinds(
                peer("CT 1", "CT1", "10.1.2.3", 104),
                peer("Röntgen", "RTG1", "rtg1.example", 11112, "\"tls\": {}"),
                peer("Архив", "ARC", "10.1.2.4", 2762, "\"tls\": {}"),
                peer("放射线", "MR_2", "10.1.2.5", 104)))
        .isEmpty();
  }

  @Test
  void oneTitleAtTwoHostsIsNamedWithTheOther() throws IOException {
    List<Hint> hints =
        hints(peer("CT 1", "CT1", "10.1.2.3", 104), peer("CT 2", "CT1", "10.1.2.4", 104));

    assertThat(hints).extracting(Hint::kind).containsExactly(SAME_AE_ON_TWO_HOSTS);
    assertThat(hints.getFirst().peerName()).isEqualTo("CT 2");
    assertThat(hints.getFirst().text()).contains("CT1", "\"CT 1\" at 10.1.2.3:104");
  }

  @Test
  void oneTitleAtTwoPortsOfAHostIsNoHint() throws IOException {
    assertThat(kinds(peer("A", "CT1", "10.1.2.3", 104), peer("B", "CT1", "10.1.2.3", 11112)))
        .isEmpty();
  }

  @Test
  void oneHostAndPortWithTwoTitlesAndOnePeerTwiceAreToldApart() throws IOException {
    assertThat(kinds(peer("A", "CT1", "Ct.example", 104), peer("B", "CT2", "ct.example", 104)))
        .containsExactly(SAME_HOST_AND_PORT);
    assertThat(kinds(peer("A", "CT1", "Ct.example", 104), peer("B", "CT1", "ct.example", 104)))
        .containsExactly(SAME_PEER_TWICE);
  }

  @Test
  void aPeerThatIsCalledByTwoOfOurTitlesIsNoHint() throws IOException {
    assertThat(
            kinds(
                peer("A", "CT1", "ct", 104), peer("B", "CT1", "ct", 104, "\"callingAe\": \"WS1\"")))
        .isEmpty();
  }

  @Test
  void manyAlikeGetOneHintEach() throws IOException {
    String[] peers =
        IntStream.range(0, 500)
            .mapToObj(i -> peer("P" + i, "CT1", "10.1." + i / 250 + "." + i % 250, 104))
            .toArray(String[]::new);

    assertThat(hints(peers)).hasSize(499);
  }

  @Test
  void lowerCaseAndSpacesAndDefaultsOfAnAeTitleAreTold() throws IOException {
    assertThat(kinds(peer("A", "Ct1", "h", 104))).containsExactly(AE_IN_LOWER_CASE);
    assertThat(kinds(peer("A", " CT1", "h", 104))).containsExactly(AE_WITH_SPACES_AROUND);
    assertThat(kinds(peer("A", "CT1", "h", 104, "\"callingAe\": \"Ws1\"")))
        .containsExactly(AE_IN_LOWER_CASE);
    assertThat(kinds(peer("A", "ANY-SCP", "h", 104))).containsExactly(DEFAULT_AE);
    assertThat(kinds(peer("A", "STORESCP", "h", 104))).containsExactly(DEFAULT_AE);
    assertThat(kinds(peer("A", "CT1", "h", 104, "\"callingAe\": \"STORESCU\""))).isEmpty();
  }

  @Test
  void charactersThatLookLikeOthersAreShownWithTheirCodePoint() throws IOException {
    List<Hint> cyrillic = hints(peer("CT Аrchive", "CT1", "h", 104));
    assertThat(cyrillic).extracting(Hint::kind).containsExactly(CHARACTER_THAT_MISLEADS);
    assertThat(cyrillic.getFirst().text())
        .isEqualTo("The name has \"А\" (U+0410, cyrillic capital letter a) at character 4.");
    assertThat(hints(peer("CT\u00A01", "CT1", "h", 104)).getFirst().text())
        .contains("an invisible character (U+00A0, no-break space) at character 3");
    assertThat(kinds(peer("A", "CT1", "h", 104, "\"tags\": [\"a\u200Bb\"]")))
        .containsExactly(CHARACTER_THAT_MISLEADS);
  }

  @Test
  void anAeTitleOrHostWithACharacterThatLooksLikeAnotherIsUnreadableAndNamesIt()
      throws IOException {
    List<Hint> hints =
        hints(peer("A", "CTА", "h", 104), peer("B", "CT1", "pаcs", 104), peer("C", "C", "h", 0));

    assertThat(hints).extracting(Hint::kind).containsOnly(UNREADABLE).hasSize(3);
    assertThat(hints).extracting(Hint::peerName).containsExactly("A", "B", "C");
    assertThat(hints.get(0).text()).startsWith("Line 1: ").contains("U+0410");
    assertThat(hints.get(1).text()).startsWith("Line 2: ").contains("U+0430");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 443, 8042, 8080})
  void portsOfTheWebAreTold(int port) throws IOException {
    assertThat(kinds(peer("A", "CT1", "h", port))).containsExactly(WEB_PORT);
  }

  @Test
  void tlsThatDoesNotFitThePortIsTold() throws IOException {
    assertThat(kinds(peer("A", "CT1", "h", 104, "\"tls\": {}"))).containsExactly(TLS_ON_PLAIN_PORT);
    assertThat(kinds(peer("A", "CT1", "h", 2762))).containsExactly(PLAIN_ON_TLS_PORT);
  }

  @Test
  void aFileThatIsGoneIsNamedAndOneThatIsThereIsNot() throws IOException {
    Files.writeString(folder.resolve("ca.pem"), "");
    String tls = "\"tls\": {\"trustedCertificates\": \"%s\"}";

    assertThat(kinds(peer("A", "CT1", "h", 2762, String.format(tls, "ca.pem")))).isEmpty();
    List<Hint> gone = hints(peer("A", "CT1", "h", 2762, String.format(tls, "gone.pem")));
    assertThat(gone).extracting(Hint::kind).containsExactly(FILE_MISSING);
    assertThat(gone.getFirst().text()).contains(folder.resolve("gone.pem").toString());
  }

  @Test
  void whatNamesMeanIsTold() throws IOException {
    PeerBook book =
        book(
            peer("A", "A", "gone", 104),
            peer("B", "B", "late", 104),
            peer("C", "C", "here", 104),
            peer("D", "D", "localhost", 104),
            peer("E", "E", "good", 104),
            peer("F", "F", "zero", 104),
            peer("G", "G", "0.0.0.0", 104),
            peer("H", "H", "::", 104),
            peer("I", "I", "127.0.0.1", 104));
    InetAddress loopback = InetAddress.ofLiteral("127.0.1.1");
    Map<String, Answer> names =
        Map.of(
            "gone", new Answer.Unknown(),
            "late", new Answer.NoAnswer(),
            "here", new Answer.Found(List.of(loopback)),
            "localhost", new Answer.Found(List.of(loopback)),
            "good", new Answer.Found(List.of(InetAddress.ofLiteral("10.1.2.3"))),
            "zero", new Answer.Found(List.of(InetAddress.ofLiteral("0.0.0.0"))));

    List<Hint> hints = PeersLint.of(book, folder, names);

    assertThat(PeersLint.hostNames(book))
        .containsExactlyInAnyOrder("gone", "late", "here", "localhost", "good", "zero");
    assertThat(hints)
        .extracting(hint -> hint.peerName() + " " + hint.kind())
        .containsExactly(
            "A " + NAME_UNKNOWN,
            "B " + NAME_NOT_ANSWERED,
            "C " + NAME_IS_LOOPBACK,
            "F " + ADDRESS_IS_UNSPECIFIED,
            "G " + ADDRESS_IS_UNSPECIFIED,
            "H " + ADDRESS_IS_UNSPECIFIED);
  }
}
