package org.echolot.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.realpeers.Programs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said of a host name, with real DNS servers that are well, broken, dead or not there. */
@Tag("network")
@Timeout(120)
class LookupTest {

  /** A dnsmasq that knows the names of lab.test. */
  private static final String GOOD = "10.77.2.33";

  /** A dnsmasq that knows nothing and may ask nobody. */
  private static final String REFUSING = "10.77.2.34";

  /** What goes to it is dropped. */
  private static final String DEAD = "10.77.2.35";

  private static final String DEAD_TOO = "10.77.2.36";

  /** A computer without a DNS server. */
  private static final String WITHOUT_SERVICE = "10.77.2.37";

  private static final String FAILING = "10.77.2.38";
  private static final String GARBLING = "10.77.2.39";

  /** The router has no way to it. */
  private static final String NOWHERE = "10.9.9.9";

  /** The client has none. */
  private static final String WITHOUT_ROUTE = "10.8.8.8";

  private static Lab lab;
  private static ScriptedPeer peer;

  @BeforeAll
  static void build() throws Exception {
    lab = Lab.open();
    String dnsmasq =
        Programs.find("dnsmasq", "dnsmasq-base")
            + " --conf-file=/dev/null --no-resolv --no-hosts --bind-interfaces --pid-file="
            + " --user=root --listen-address=";
    lab.server()
        .run(
            dnsmasq
                + GOOD
                + " --local=/lab.test/ --host-record=pacs.lab.test,"
                + Lab.SERVER
                + " --host-record=two.lab.test,10.77.2.99 --host-record=two.lab.test,"
                + Lab.SERVER
                + " --host-record=vanished.lab.test,10.77.2.98"
                + " --host-record=vanished.lab.test,10.77.2.99"
                + " --txt-record=words.lab.test,hello --address=/blocked.lab.test/0.0.0.0"
                + " --host-record=own.lab.test,127.0.0.1; "
                + dnsmasq
                + REFUSING);
    serve(FAILING, question -> response(question, 2));
    serve(
        GARBLING,
        question -> Arrays.copyOf("no DNS at all".getBytes(StandardCharsets.US_ASCII), 13));
    lab.router()
        .firewall("forward", "ip daddr " + DEAD + " drop", "ip daddr " + DEAD_TOO + " drop");
    String _ = lab.client().run("ip route add unreachable 10.8.0.0/16");
    lab.client().file("nsswitch.conf", "hosts: files dns\n");
    lab.client().file("hosts", "127.0.0.1 localhost\n" + Lab.SERVER + " written\n0.0.0.0 blank\n");
    peer =
        lab.server()
            .inside(
                () -> ScriptedPeer.alwaysPlayingOn(InetAddress.ofLiteral("::"), Line::serveEcho));
  }

  @AfterAll
  static void remove() {
    if (peer != null) {
      peer.close();
    }
    if (lab != null) {
      lab.close();
    }
  }

  /** Answers each question that comes to an address of the server. */
  private static void serve(String address, UnaryOperator<byte[]> answer) {
    DatagramSocket socket =
        lab.server().inside(() -> new DatagramSocket(new InetSocketAddress(address, 53)));
    Thread.ofPlatform()
        .daemon()
        .name("DNS server " + address)
        .start(
            () -> {
              try {
                while (true) {
                  DatagramPacket packet = new DatagramPacket(new byte[512], 512);
                  socket.receive(packet);
                  packet.setData(answer.apply(Arrays.copyOf(packet.getData(), packet.getLength())));
                  socket.send(packet);
                }
              } catch (SocketException _) {
                // The lab is gone.
              } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
              }
            });
  }

  private static byte[] response(byte[] question, int code) {
    byte[] response = question.clone();
    response[2] |= (byte) 0x80;
    response[3] = (byte) (0x80 | code);
    return response;
  }

  /** What the client says of a name when it has these DNS servers. */
  private static Told check(String host, List<String> servers, String... options) {
    StringBuilder settings = new StringBuilder("search lab.test\n");
    servers.forEach(server -> settings.append("nameserver ").append(server).append('\n'));
    lab.client().file("resolv.conf", settings.toString());
    String[] arguments = Arrays.copyOf(options, options.length + 1);
    arguments[options.length] = "ANY@" + host + ":" + peer.port();
    return lab.echo(arguments).only();
  }

  @Test
  void aDeadFirstDnsServerCostsFiveSecondsAndAWarning() {
    Told told = check("pacs.lab.test", List.of(DEAD, GOOD));

    assertThat(told.text("outcome")).isEqualTo("SUCCESS");
    assertThat(Double.parseDouble(told.stage("RESOLVE", "millis"))).isBetween(4_900.0, 9_000.0);
    assertThat(told.json().toString())
        .contains(
            "SLOW_LOOKUP",
            DEAD + ", the first of 2 DNS servers, did not respond within 1.5 s when asked");
  }

  @Test
  void aTimeoutOfTheUserHoldsForTheLookupAndSaysWhichServerIsDead() {
    Told told = check("pacs.lab.test", List.of(DEAD, GOOD), "--timeout", "3s");

    assertThat(told.cause()).isEqualTo("RESOLVE_TIMEOUT");
    assertThat(told.move()).isEqualTo("NETWORK");
    assertThat(told.summary()).contains(DEAD + " did not respond", GOOD + " answers");
    assertThat(told.advice().getFirst()).contains("DNS server " + DEAD);
    assertThat(told.totalMillis()).isBetween(2_900.0, 4_500.0);
  }

  @Test
  void deadDnsServersAreNamedWhenTheLookupTimesOut() {
    Told told = check("pacs.lab.test", List.of(DEAD, DEAD_TOO));

    assertThat(told.cause()).isEqualTo("RESOLVE_TIMEOUT");
    assertThat(told.move()).isEqualTo("NETWORK");
    assertThat(told.summary()).contains(DEAD + " did not", DEAD_TOO + " did not");
    assertThat(told.totalMillis()).isBetween(10_900.0, 15_000.0);
  }

  @Test
  void aNameThatDnsDoesNotKnowIsAMatterOfSpelling() {
    Told told = check("pacz.lab.test", List.of(GOOD));

    assertThat(told.cause()).isEqualTo("UNKNOWN_HOST");
    assertThat(told.move()).isEqualTo("OURS");
    assertThat(told.summary()).contains("DNS does not know", GOOD);
    assertThat(told.advice().getFirst()).contains("spelling");
  }

  @Test
  void aNameWithoutAddressIsNotMisspelt() {
    Told told = check("words.lab.test", List.of(GOOD));

    assertThat(told.cause()).isEqualTo("UNKNOWN_HOST");
    assertThat(told.summary()).contains("no IP address", GOOD);
    assertThat(told.advice().getFirst()).contains("name of a host");
  }

  @Test
  void brokenDnsServersAreTheNetworksMoveAndSayNothingOfTheSpelling() {
    assertDnsFailed(FAILING, "SERVFAIL");
    assertDnsFailed(REFUSING, "REFUSED");
    assertDnsFailed(WITHOUT_SERVICE, "nothing listens on its port 53");
    assertDnsFailed(NOWHERE, "did not respond");
    assertDnsFailed(WITHOUT_ROUTE, "cannot be reached");
  }

  private static void assertDnsFailed(String server, String how) {
    Told told = check("pacs.lab.test", List.of(server));

    assertThat(told.cause()).isEqualTo("UNKNOWN_HOST");
    assertThat(told.move()).isEqualTo("NETWORK");
    assertThat(told.summary()).contains("DNS failed", server, how);
    assertThat(told.advice().getFirst()).contains("DNS server", server);
    assertThat(String.join(" ", told.advice())).doesNotContain("spelling");
  }

  @Test
  void garbageIsNoAnswer() {
    Told told = check("pacs.lab.test", List.of(GARBLING));

    assertThat(told.move()).isEqualTo("NETWORK");
    assertThat(told.summary()).contains(GARBLING + " sends something that is not a DNS answer");
  }

  @Test
  void aFirstDnsServerThatFailsMayBeTheOneThatKnowsTheName() {
    Told told = check("pacz.lab.test", List.of(FAILING, GOOD));

    assertThat(told.cause()).isEqualTo("UNKNOWN_HOST");
    assertThat(told.move()).isEqualTo("NETWORK");
    assertThat(told.summary()).contains("SERVFAIL", "no such name");
  }

  @Test
  void whatDnsAnswersToTheNameOfAProxyIsSaid() {
    Told told = check("pacs.lab.test", List.of(GOOD), "--proxy", "http://proxi.lab.test:3128");

    assertThat(told.cause()).isEqualTo("PROXY_UNREACHABLE");
    assertThat(told.summary()).contains("proxi.lab.test:3128", GOOD, "no such name");
  }

  @Test
  void anAddressThatIsNoneFailsAtTheLookup() {
    Told told = check("blocked.lab.test", List.of(GOOD));

    assertThat(told.text("stage")).isEqualTo("RESOLVE");
    assertThat(told.cause()).isEqualTo("UNKNOWN_HOST");
    assertThat(told.move()).isEqualTo("NETWORK");
    assertThat(told.summary()).contains("DNS server " + GOOD + " gives 0.0.0.0", "a filter");

    Told written = check("blank", List.of(GOOD));

    assertThat(written.move()).isEqualTo("OURS");
    assertThat(written.summary()).contains("/etc/hosts gives 0.0.0.0");

    Told typed = check("0.0.0.0", List.of(GOOD));

    assertThat(typed.text("stage")).isEqualTo("RESOLVE");
    assertThat(typed.summary()).contains("nothing can be called at 0.0.0.0");
  }

  @Test
  void aNameThatMeansThisComputerIsNoPlainSuccess() {
    try (ScriptedPeer own =
        lab.client()
            .inside(
                () ->
                    ScriptedPeer.playingOn(
                        InetAddress.ofLiteral("127.0.0.1"), peer.port(), Line::serveEcho))) {
      Told told = check("own.lab.test", List.of(GOOD));

      assertThat(told.text("outcome")).isEqualTo("SUCCESS");
      assertThat(told.json().toString()).contains("NAME_IS_LOOPBACK", "means this computer itself");
      assertThat(own.port()).isEqualTo(peer.port());
    }
  }

  @Test
  void aTunnelIsThoughtOfWhereThePortOfThisComputerIsClosed() {
    Told told = check("localhost", List.of(GOOD));

    assertThat(told.cause()).isEqualTo("CONNECTION_REFUSED");
    assertThat(told.advice().get(1)).contains("ssh -L");
    assertThat(told.json().toString()).doesNotContain("NAME_IS_LOOPBACK");
  }

  @Test
  void aDeadFirstAddressIsAWarningAndTwoDeadOnesAreBothNamed() {
    Told told = check("two.lab.test", List.of(GOOD));

    assertThat(told.text("outcome")).isEqualTo("SUCCESS");
    assertThat(told.json().toString())
        .contains("DEAD_ADDRESS", "10.77.2.99, the first of 2 addresses");

    Told vanished = check("vanished.lab.test", List.of(GOOD), "--connect-timeout", "1s");

    assertThat(vanished.summary()).contains("none of the 2 addresses", "10.77.2.98", "10.77.2.99");
  }

  @Test
  void theDetailSaysWhereANameCameFrom() {
    assertThat(check("written", List.of(GOOD)).stage("RESOLVE", "detail"))
        .isEqualTo("written → " + Lab.SERVER + ", from /etc/hosts");
    assertThat(check("pacs", List.of(GOOD)).stage("RESOLVE", "detail"))
        .isEqualTo("pacs → " + Lab.SERVER + ", as pacs.lab.test");
  }
}
