package org.echolot.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.text.AddressText;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Why there is no connection: one run of the program, in one network, with all that networks answer
 * to a SYN.
 */
@Tag("network")
@Timeout(120)
class ConnectFailuresTest {

  private static Lab lab;
  private static EchoRun run;

  @BeforeAll
  static void build() {
    lab = Lab.open();
    lab.router()
        .firewall(
            "forward",
            "ip daddr 10.77.2.32 reject with icmp type admin-prohibited",
            "ip daddr 10.77.2.33 reject with icmp type host-unreachable",
            "ip daddr 10.77.2.34 reject with icmp type net-prohibited",
            "ip daddr 10.77.2.35 reject with icmp type port-unreachable",
            "ip daddr 10.77.2.36 meta l4proto tcp reject with tcp reset",
            "ip daddr 10.77.2.37 drop",
            "ip daddr 10.77.2.38 tcp dport 104 drop",
            "ip saddr 10.77.2.44 ip daddr 10.77.3.10 drop",
            "ip6 daddr fd77:2::36 reject with icmpv6 type admin-prohibited",
            "ip6 daddr fd77:2::37 reject with icmpv6 type port-unreachable");
    lab.server()
        .firewall(
            "input",
            "ip daddr 10.77.2.40 reject with icmp type host-prohibited",
            "ip daddr 10.77.2.41 reject with icmp type port-unreachable");
    lab.router().run("ip route add 10.77.8.0/24 via 10.77.2.20");
    lab.server().run("echo 1 >/proc/sys/net/ipv4/ip_forward");
    lab.client()
        .run(
            "ip route add prohibit 10.77.200.1; ip route add unreachable 10.77.200.2; ip route add"
                + " blackhole 10.77.200.3; ip -6 route add prohibit fd77:200::1");
    lab.client()
        .firewall(
            "output",
            "ip daddr 10.77.2.42 reject with icmp type admin-prohibited",
            "ip daddr 10.77.2.43 drop");
    lab.router()
        .run(
            "nft add table ip nat; nft 'add chain ip nat pre { type nat hook prerouting priority"
                + " -100; }'; nft 'add rule ip nat pre ip daddr 10.77.1.1 tcp dport 1044 dnat to"
                + " 10.77.2.99:104'");
    List<String> arguments = new ArrayList<>(List.of("--timeout", "5s"));
    for (String address :
        List.of(
            "10.77.2.20",
            "10.77.2.32",
            "10.77.2.33",
            "10.77.2.34",
            "10.77.2.35",
            "10.77.2.36",
            "10.77.2.37",
            "10.77.2.38",
            "10.77.2.40",
            "10.77.2.41",
            "10.77.2.42",
            "10.77.2.99",
            "10.77.1.99",
            "10.77.9.9",
            "10.77.8.8",
            "10.77.200.1",
            "10.77.200.2",
            "10.77.200.3",
            "[fd77:2::36]",
            "[fd77:2::37]",
            "[fd77:9::9]",
            "[fd77:1::99]",
            "[fd77:200::1]",
            "[fe80::1]",
            "10.77.1.255",
            "10.77.1.11",
            "224.0.0.1")) {
      arguments.add("PACS@" + address + ":104");
    }
    run = lab.echo(arguments.toArray(String[]::new));
  }

  @AfterAll
  static void remove() {
    if (lab != null) {
      lab.close();
    }
  }

  private static Told told(String address) {
    return run.of("PACS@" + address + ":104");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10.77.2.20   | CONNECTION_REFUSED | OURS_OR_PEER       | 10.77.2.20 does not accept
          10.77.2.36   | CONNECTION_REFUSED | OURS_OR_PEER       | 10.77.2.36 does not accept
          10.77.2.35   | CONNECTION_REFUSED | NETWORK            | 10.77.1.1 answered for 10.77.2.35
          [fd77:2::37] | CONNECTION_REFUSED | NETWORK            | fd77:1::1 answered for fd77:2::37
          10.77.2.41   | CONNECTION_REFUSED | PEER_ADMINISTRATOR | a firewall on it refuses
          10.77.2.32   | HOST_UNREACHABLE   | NETWORK            | 10.77.1.1 forbids
          10.77.2.34   | HOST_UNREACHABLE   | NETWORK            | 10.77.1.1 forbids
          [fd77:2::36] | HOST_UNREACHABLE   | NETWORK            | fd77:1::1 forbids
          10.77.2.33   | HOST_UNREACHABLE   | NETWORK            | 10.77.1.1 answered within
          10.77.2.40   | HOST_UNREACHABLE   | PEER_ADMINISTRATOR | 10.77.2.40 is up, but its own firewall
          10.77.2.42   | HOST_UNREACHABLE   | OURS               | a firewall on this computer
          10.77.2.99   | HOST_UNREACHABLE   | OURS_OR_PEER       | 10.77.1.1 looked for 10.77.2.99 for 3
          10.77.1.99   | HOST_UNREACHABLE   | OURS_OR_PEER       | looked for 10.77.1.99 on its own network for 3
          [fd77:1::99] | HOST_UNREACHABLE   | OURS_OR_PEER       | looked for fd77:1::99 on its own network for 3
          10.77.9.9    | HOST_UNREACHABLE   | NETWORK            | 10.77.1.1 has no route to 10.77.9.9
          [fd77:9::9]  | HOST_UNREACHABLE   | NETWORK            | fd77:1::1 has no route to fd77:9::9
          10.77.8.8    | HOST_UNREACHABLE   | NETWORK            | until 10.77.2.20 gives up
          10.77.200.1  | HOST_UNREACHABLE   | OURS               | a route of this computer
          10.77.200.2  | HOST_UNREACHABLE   | OURS               | a route of this computer
          10.77.200.3  | HOST_UNREACHABLE   | OURS               | a route of this computer
          [fd77:200::1]| HOST_UNREACHABLE   | OURS               | a route of this computer
          [fe80::1]    | HOST_UNREACHABLE   | OURS               | valid only inside one network
          224.0.0.1    | HOST_UNREACHABLE   | OURS               | address of a group
          10.77.1.255  | HOST_UNREACHABLE   | OURS               | address of a group
          10.77.1.11   | CONNECTION_REFUSED | OURS               | is this computer itself
          10.77.2.37   | CONNECT_TIMEOUT    | NETWORK            | test packet got no answer either
          10.77.2.38   | CONNECT_TIMEOUT    | NETWORK            | 10.77.2.38 answers a test packet
          """)
  void whoeverSaysNoIsNamed(String address, String cause, String move, String summary) {
    Told told = told(address);

    assertThat(told.cause()).as(told.toString()).isEqualTo(cause);
    assertThat(told.summary()).as(told.toString()).contains(summary);
    assertThat(told.move()).isEqualTo(move);
  }

  @ParameterizedTest
  @CsvSource({
    "10.77.2.32, 3, 13, 10.77.1.1",
    "10.77.2.40, 3, 10, 10.77.2.40",
    "10.77.2.99, 3, 1, 10.77.1.1",
    "10.77.1.99, 3, 1, 10.77.1.10",
    "10.77.8.8, 11, 0, 10.77.2.20",
    "[fd77:2::36], 1, 1, fd77:1::1",
    "10.77.2.20, null, null, null",
    "10.77.2.37, null, null, null",
    "10.77.200.1, null, null, null"
  })
  void theIcmpErrorIsInTheJson(String address, String type, String code, String from) {
    assertThat(told(address).text("icmp.type")).isEqualTo(type);
    assertThat(told(address).text("icmp.code")).isEqualTo(code);
    assertThat(told(address).text("icmp.from")).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "10.77.2.32, 10.77.1.10",
    "10.77.2.37, 10.77.1.10",
    "10.77.2.99, 10.77.1.10",
    "[fd77:2::36], fd77:1::10",
    "10.77.200.1, null"
  })
  void theAddressThatWouldHaveCalledIsShown(String address, String source) {
    assertThat(told(address).text("sourceAddress")).isEqualTo(source);
  }

  @Test
  void withoutTheSystemsLibraryTimeAndWordsAreLeftAndNobodyIsWarned() {
    EchoRun poor =
        lab.echoWithoutNativeAccess(
            "--timeout",
            "5s",
            "PACS@10.77.2.32:104",
            "PACS@10.77.2.99:104",
            "PACS@[fd77:2::36]:104",
            "PACS@10.77.2.20:104",
            "PACS@10.77.200.1:104");

    assertThat(poor.log()).isEmpty();
    assertThat(poor.results()).allMatch(told -> told.text("icmp").equals("null"));
    assertThat(poor.of("PACS@10.77.2.32:104").summary())
        .contains("a device refused the connection to 10.77.2.32 within");
    assertThat(poor.of("PACS@10.77.2.99:104").summary())
        .contains("a search for 10.77.2.99 had no answer for 3");
    assertThat(poor.of("PACS@[fd77:2::36]:104").summary()).contains("is forbidden");
    assertThat(poor.of("PACS@10.77.2.20:104").cause()).isEqualTo("CONNECTION_REFUSED");
    assertThat(poor.of("PACS@10.77.200.1:104").move()).isEqualTo("OURS");
  }

  @Test
  void cablesAreNobodysBusinessWhereSomebodyAnswered() {
    for (Told told : run.results()) {
      if (!told.move().equals("OURS")) {
        assertThat(told.advice().getFirst()).as(told.summary()).doesNotContain("cable");
      }
    }
  }

  @Test
  void ourOtherAddressesAreListedWhereTheSourceMatters() {
    assertThat(told("10.77.2.37").advice().getLast()).contains("10.77.1.11", "10.77.3.10");
    assertThat(told("10.77.2.32").advice().toString()).contains("from 10.77.1.10 to 10.77.2.32");
  }

  @Test
  void withoutARouteNothingLeavesThisComputerAndTheMoveIsOurs() {
    try {
      lab.client().run("ip route del default; ip -6 route del default");
      EchoRun alone = lab.echo("PACS@10.77.2.20:104", "PACS@[fd77:2::20]:104");

      assertThat(alone.results()).hasSize(2).allMatch(told -> told.move().equals("OURS"));
      assertThat(alone.results())
          .allMatch(told -> told.summary().contains("this computer has no route"));
      lab.client().run("ip -6 addr flush scope global");
      assertThat(lab.echo("PACS@[fd77:2::20]:104").only().summary())
          .contains("an IPv6 address, but this computer has none");
    } finally {
      lab.client()
          .run(
              "ip -6 addr replace fd77:1::10/64 dev eth0 nodad; ip route replace default via"
                  + " 10.77.1.1; ip -6 route replace default via fd77:1::1");
    }
  }

  @Test
  void withoutAFreePortTheMoveIsOurs() {
    String range = lab.client().run("cat /proc/sys/net/ipv4/ip_local_port_range");
    // The only port is taken by a connection to the same peer.
    try (ScriptedPeer peer = lab.server().playing(Line::staySilent)) {
      lab.client().run("echo 40000 40000 >/proc/sys/net/ipv4/ip_local_port_range");
      try (var _ = lab.client().inside(() -> new Socket(Lab.SERVER, peer.port()))) {
        Told told = lab.echo("PACS@" + Lab.SERVER + ":" + peer.port()).only();

        assertThat(told.move()).isEqualTo("OURS");
        assertThat(told.summary()).contains("no free source port");
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    } finally {
      lab.client().run("echo '" + range + "' >/proc/sys/net/ipv4/ip_local_port_range");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.77.3.10, SUCCESS, 10.77.3.10, The peer answered",
    "10.77.1.11, SUCCESS, 10.77.1.11, The peer answered",
    "10.77.1.77, FAILURE, null, cannot call from the source address 10.77.1.77",
    "fd77:1::10, FAILURE, null, 'one is IPv4, the other IPv6'"
  })
  void theSourceCanBeChosen(String source, String outcome, String shown, String summary) {
    try (ScriptedPeer peer = lab.server().playing(Line::serveEcho)) {
      Told told = lab.echo("--source", source, "PACS@" + Lab.SERVER + ":" + peer.port()).only();

      assertThat(told.text("outcome")).isEqualTo(outcome);
      assertThat(told.text("sourceAddress")).isEqualTo(shown);
      assertThat(told.summary()).as(told.toString()).contains(summary);
      if (outcome.equals("FAILURE")) {
        assertThat(told.move()).isEqualTo("OURS");
      }
    }
  }

  @Test
  void aPeersSourceIsCalledFromByTheProbeToo() {
    List<String> callers = new CopyOnWriteArrayList<>();
    try (ScriptedPeer peer =
        lab.server()
            .playing(
                line -> {
                  callers.add(AddressText.of(line.socket().getInetAddress()));
                  line.receiveSomeOrEnd();
                })) {
      Told told = lab.echo("--source", "10.77.3.10", "PACS@10.77.2.20:" + peer.port()).only();

      assertThat(told.cause()).isEqualTo("CLOSED_BEFORE_REPLY");
      assertThat(told.advice())
          .as("who keeps an empty connection open does not mind the address")
          .noneMatch(step -> step.contains("10.77.1.10"));
    }
    assertThat(callers).hasSize(4).containsOnly("10.77.3.10");
  }

  @Test
  void aServiceThatHangsWithAFullQueueIsNotTakenForADeadHost() throws IOException {
    InetAddress address = InetAddress.ofLiteral(Lab.SERVER);
    // Its queue has room for two, and nobody takes them out.
    try (ServerSocket hung = lab.server().inside(() -> new ServerSocket(0, 1, address));
        var _ = lab.client().inside(() -> new Socket(Lab.SERVER, hung.getLocalPort()));
        var _ = lab.client().inside(() -> new Socket(Lab.SERVER, hung.getLocalPort()))) {
      EchoRun echo =
          lab.echo(
              "--log", "info", "--timeout", "2s", "PACS@" + Lab.SERVER + ":" + hung.getLocalPort());
      Told told = echo.only();

      assertThat(told.cause()).isEqualTo("CONNECT_TIMEOUT");
      assertThat(echo.log()).contains("10.77.2.20 answered a test packet");
      assertThat(told.summary()).contains("10.77.2.20 answers a test packet");
      assertThat(told.advice().toString()).contains("queue of the port is full");
    }
  }

  @Test
  void aGatewayThatLooksInVainForTheComputerBehindItIsNoFirewall() {
    Told told = lab.echo("PACS@" + Lab.ROUTER + ":1044").only();

    assertThat(told.cause()).isEqualTo("HOST_UNREACHABLE");
    assertThat(told.summary()).contains("pass connections on to another computer");
    assertThat(told.move()).isEqualTo("NETWORK");
  }

  @Test
  void aRuleOfThisComputerThatDropsWhatLeavesIsOurMove() {
    Told told = lab.echo("--timeout", "2s", "PACS@10.77.2.43:104").only();

    assertThat(told.cause()).isEqualTo("CONNECT_TIMEOUT");
    assertThat(told.summary()).contains("this computer lets no packets out");
    assertThat(told.move()).isEqualTo("OURS");
  }

  @Test
  void aSourceToWhichNothingComesBackIsNotTakenForAClosedPort() {
    Told told =
        lab.echo("--timeout", "2s", "--source", "10.77.3.10", "PACS@10.77.2.44:1044").only();

    assertThat(told.cause()).isEqualTo("CONNECT_TIMEOUT");
    assertThat(told.summary()).contains("nothing came back to 10.77.3.10");
    assertThat(told.advice().getFirst()).contains("choose 10.77.1.10");
    assertThat(told.move()).isEqualTo("OURS");
  }

  @Test
  void aSourceThatIsNoAddressIsBadUsage() {
    EchoRun bad = lab.echo("--source", "eth0", "PACS@10.77.2.20:104");

    assertThat(bad.code()).isEqualTo(2);
    assertThat(bad.log()).hasLineCount(1).contains("eth0");
  }
}
