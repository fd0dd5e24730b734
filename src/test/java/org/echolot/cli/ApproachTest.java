package org.echolot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.peer.Answers;
import org.echolot.peer.HeldPort;
import org.echolot.peer.ScriptedPeer;
import org.echolot.peer.TunnelProxy;
import org.echolot.realpeers.DcmtkServer;
import org.echolot.realpeers.Programs;
import org.echolot.realpeers.RealPeer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What echoscu can be told, and how a check comes to its peer. */
@Timeout(60)
class ApproachTest {

  @TempDir Path folder;

  private String json(String... arguments) {
    CommandLineRun run = new CommandLineRun(folder);
    String[] all = new String[arguments.length + 3];
    all[0] = "echo";
    all[1] = "--format";
    all[2] = "json";
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    int _ = run.run(all);
    return run.out() + run.err();
  }

  @Test
  void contextsSyntaxesAndTheMaxPduLengthAreProposedAsTold() {
    List<AssociateRq> requests = new CopyOnWriteArrayList<>();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              requests.add(line.acceptAssociation());
              PDataTf _ = line.receive(PDataTf.class);
              line.send(Answers.echoSuccess());
              line.confirmRelease();
            })) {
      assertThat(
              json(
                  "--propose-contexts=128",
                  "--propose-syntaxes=3",
                  "--max-pdu=65536",
                  "ANY@127.0.0.1:" + peer.port()))
          .contains("\"outcome\":\"SUCCESS\"")
          .contains("\"warnings\":[]");
    }
    AssociateRq rq = requests.getFirst();
    assertThat(rq.presentationContexts())
        .hasSize(128)
        .allMatch(context -> context.transferSyntaxes().size() == 3);
    assertThat(rq.userInformation().maxPduLength()).contains(65_536L);
  }

  @Test
  void theAssociationIsAbortedWhereThatIsAskedFor() {
    List<Abort> aborts = new CopyOnWriteArrayList<>();
    try (ScriptedPeer peer =
        ScriptedPeer.playing(
            line -> {
              line.serveUntilRelease();
              aborts.add(line.receive(Abort.class));
            })) {
      assertThat(json("--abort", "ANY@127.0.0.1:" + peer.port()))
          .contains("\"outcome\":\"SUCCESS\"")
          .contains("\"endedBy\":\"OUR_ABORT\"");
    }
    assertThat(aborts).containsExactly(Abort.byServiceUser());
  }

  @Test
  void storescpAnswersAsManyContextsAndSyntaxesAsThereCanBe() {
    try (RealPeer storescp = DcmtkServer.storescp()) {
      assertThat(
              json(
                  "--propose-contexts=128",
                  "--propose-syntaxes=28",
                  "--abort",
                  "ANY@127.0.0.1:" + storescp.port()))
          .contains("\"outcome\":\"SUCCESS\"");
    }
  }

  @Test
  void theSystemSaysWhatItKnowsOfTheNetwork() {
    try (ScriptedPeer peer = ScriptedPeer.answering()) {
      assertThat(json("ANY@127.0.0.1:" + peer.port()))
          .containsPattern(
              "\"network\":\\{\"rttMillis\":0\\.[0-9]+,\"retransmissions\":0,\"mss\":[0-9]+,"
                  + "\"pathMtu\":65535\\}");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void aProxyConnectsUsByTheNameOfThePeer(String kind) throws Exception {
    try (TunnelProxy proxy = kind.equals("http") ? TunnelProxy.http() : TunnelProxy.socks();
        ScriptedPeer peer = ScriptedPeer.answering()) {
      String address = "localhost:" + peer.port();

      assertThat(json("--proxy", kind + "://127.0.0.1:" + proxy.port(), "ANY@" + address))
          .contains("\"outcome\":\"SUCCESS\"")
          .contains("by proxy 127.0.0.1:" + proxy.port());
      assertThat(proxy.asked()).containsExactly(address);
    }
  }

  @Test
  void aSavedPeerIsReachedByItsOwnProxyUnlessAnotherIsNamed() throws Exception {
    try (TunnelProxy own = TunnelProxy.socks();
        TunnelProxy named = TunnelProxy.http();
        ScriptedPeer peer =
            ScriptedPeer.playing(line -> line.serveEcho(), line -> line.serveEcho())) {
      Files.writeString(
          folder.resolve("peers.json"),
          "{\"version\":1,\"peers\":[{\"name\":\"CT"
              + " 1\",\"calledAe\":\"CT1\",\"host\":\"localhost\",\"port\":"
              + peer.port()
              + ",\"proxy\":\"socks5://127.0.0.1:"
              + own.port()
              + "\"}]}");

      assertThat(json("--peers", "peers.json", "CT 1"))
          .contains("\"outcome\":\"SUCCESS\"")
          .contains("by proxy 127.0.0.1:" + own.port());
      assertThat(
              json("--peers", "peers.json", "--proxy", "http://127.0.0.1:" + named.port(), "CT 1"))
          .contains("by proxy 127.0.0.1:" + named.port());
      assertThat(own.asked()).hasSize(1);
      assertThat(named.asked()).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "socks5"})
  void aProxyThatDoesNotReachThePeerIsTheOneToAsk(String kind) throws Exception {
    try (TunnelProxy proxy = kind.equals("http") ? TunnelProxy.http() : TunnelProxy.socks();
        HeldPort nobody = HeldPort.open()) {
      assertThat(
              json(
                  "--proxy",
                  kind + "://127.0.0.1:" + proxy.port(),
                  "ANY@127.0.0.1:" + nobody.number()))
          .contains("\"stage\":\"CONNECT\",\"cause\":\"PROXY_REFUSED\"")
          .containsPattern("502 Bad Gateway|SOCKS reply 5, connection refused");
    }
  }

  @Test
  void aProxyThatIsNotThereOrIsNoneIsToldFromThePeer() throws Exception {
    try (HeldPort nobody = HeldPort.open();
        ScriptedPeer talker =
            ScriptedPeer.alwaysPlaying(
                line -> {
                  line.send("SSH-2.0-OpenSSH_9.2\r\n");
                  line.discardUntilClosed();
                })) {
      assertThat(json("--proxy", "http://127.0.0.1:" + nobody.number(), "ANY@10.0.0.1:104"))
          .contains("\"cause\":\"PROXY_UNREACHABLE\"")
          .contains("the peer was not called");
      assertThat(json("--proxy", "http://127.0.0.1:" + talker.port(), "ANY@10.0.0.1:104"))
          .contains("\"cause\":\"PROXY_NO_ANSWER\"")
          .contains("no HTTP proxy");
      assertThat(json("--proxy", "socks5://proxy.invalid:1080", "--timeout=2s", "ANY@10.0.0.1:104"))
          .contains("\"stage\":\"RESOLVE\",\"cause\":\"PROXY_UNREACHABLE\"");
    }
  }

  @Test
  void aProxyThatSaysNothingIsGivenUpInTime() {
    try (ScriptedPeer silent = ScriptedPeer.alwaysPlaying(line -> line.staySilent())) {
      assertThat(
              json(
                  "--proxy",
                  "http://127.0.0.1:" + silent.port(),
                  "--connect-timeout=300ms",
                  "ANY@10.0.0.1:104"))
          .contains("\"cause\":\"PROXY_NO_ANSWER\"")
          .contains("\"endedBy\":\"OUR_DEADLINE\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2"})
  void haproxyThatExpectsTheProxyProtocolLetsUsThrough(String version) {
    try (RealPeer storescp = DcmtkServer.storescp();
        RealPeer haproxy = haproxy(storescp.port())) {
      String target = "ANY@127.0.0.1:" + haproxy.port();

      assertThat(json("--proxy-protocol", version, target))
          .as(haproxy::log)
          .contains("\"outcome\":\"SUCCESS\"");
      assertThat(json(target)).contains("\"outcome\":\"FAILURE\"");
    }
  }

  private static RealPeer haproxy(int behind) {
    return RealPeer.start(
        "haproxy",
        (place, port) -> {
          Path config = place.resolve("haproxy.cfg");
          Files.writeString(
              config,
              """
              defaults
                mode tcp
                timeout connect 5s
                timeout client 10s
                timeout server 10s
              frontend dicom
                bind 127.0.0.1:%d accept-proxy
                default_backend store
              backend store
                server one 127.0.0.1:%d
              """
                  .formatted(port, behind));
          return List.of(
              Programs.find("haproxy", "haproxy").toString(), "-db", "-f", config.toString());
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--proxy=ftp://h:1",
        "--proxy=http://h",
        "--proxy=http://me:secret@h:1",
        "--proxy-protocol=3",
        "--propose-contexts=129",
        "--max-pdu=1"
      })
  void whatCannotBeIsBadUsageAndNoPasswordIsRepeated(String option) {
    CommandLineRun run = new CommandLineRun(folder);

    assertThat(run.run("echo", option, "ANY@127.0.0.1:1")).isEqualTo(2);
    assertThat(run.err()).hasLineCount(1).doesNotContain("secret");
  }
}
