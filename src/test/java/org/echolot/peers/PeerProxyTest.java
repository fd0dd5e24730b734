package org.echolot.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.echolot.check.Approach;
import org.echolot.check.Approach.Proxy;
import org.echolot.check.Approach.ProxyHeader;
import org.echolot.dicom.pdu.AeTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeerProxyTest {

  @ParameterizedTest
  @CsvSource({
    "http://10.1.1.1:3128, http://10.1.1.1:3128",
    "HTTP://proxy.example.org:3128/, http://proxy.example.org:3128",
    "'  socks5h://[2001:db8::1]:1080 ', socks5://[2001:db8::1]:1080",
    "proxy-protocol-2, proxy-protocol-2",
    "Proxy-Protocol-1 socks5://h:1080, socks5://h:1080 proxy-protocol-1"
  })
  void whatIsReadIsWrittenInOneWay(String text, String written) {
    assertThat(PeerProxy.faultOf(text)).isNull();
    PeerProxy read = PeerProxy.parse(text);
    assertThat(read).hasToString(written);
    assertThat(PeerProxy.parse(written)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.1.1.1:3128",
        "http://10.1.1.1",
        "http://10.1.1.1:70000",
        "ftp://10.1.1.1:21",
        "http://a:1 http://b:2",
        "proxy-protocol-3",
        "http://a:1/path",
        "http://a b"
      })
  void whatIsNoneIsSaidInWords(String text) {
    assertThat(PeerProxy.faultOf(text)).startsWith("Write http://host:port or socks5://host:port");
  }

  @Test
  void aPasswordIsNotRepeated() {
    assertThat(PeerProxy.faultOf("http://me:secret@10.1.1.1:3128"))
        .contains("does not authenticate")
        .doesNotContain("secret");
  }

  @Test
  void aCheckOfThePeerGoesByIt() {
    Peer peer = Peer.of("CT 1", new AeTitle("CT1"), "10.1.2.3", 104);
    PeerDraft draft = PeerDraft.editing(peer);
    assertThat(draft.proxy()).isEmpty();
    Peer behind =
        new Peer(
            peer.id(),
            peer.name(),
            peer.calledAe(),
            peer.host(),
            peer.port(),
            null,
            peer.tags(),
            "",
            peer.timeouts(),
            null,
            null,
            null,
            null,
            PeerProxy.parse("socks5://10.1.1.1:1080 proxy-protocol-2"),
            peer.raw());

    Approach approach = PeerBook.EMPTY.requestFor(behind, Path.of(".")).approach();

    assertThat(approach.proxy()).isEqualTo(new Proxy(Proxy.Kind.SOCKS5, "10.1.1.1", 1080));
    assertThat(approach.proxyHeader()).isEqualTo(ProxyHeader.V2);
    assertThat(PeerBook.EMPTY.requestFor(peer, Path.of(".")).approach()).isEqualTo(Approach.PLAIN);
    assertThat(PeerDraft.editing(behind).proxy())
        .isEqualTo("socks5://10.1.1.1:1080 proxy-protocol-2");
    assertThat(behind.isReachedLike(peer)).isFalse();
  }
}
