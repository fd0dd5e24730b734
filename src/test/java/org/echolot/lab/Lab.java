package org.echolot.lab;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.echolot.realpeers.Programs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A network of its own for tests: client – router – server, by IPv4 and IPv6.
 *
 * <pre>
 * client  eth0 10.77.1.10, 10.77.1.11, fd77:1::10 ─ 10.77.1.1, fd77:1::1 eth0 ┐
 *         eth1 10.77.3.10 ───────────────────────── 10.77.3.1            eth1 ├ router
 * server  eth0 10.77.2.20, fd77:2::20 ───────────── 10.77.2.1, fd77:2::1 eth2 ┘
 * </pre>
 *
 * The router sends the client's packets to the server's net; what is not in any of these nets it
 * does not know. The server takes every address from 10.77.2.32 to 10.77.2.63 for its own, so that
 * a firewall can treat each in its way. No machine limits how often it sends ICMP errors.
 *
 * <p>Such networks need root on Linux. Where they can't be had, {@link #open} skips the test and
 * says why; where only a program is missing, it fails.
 */
public final class Lab implements AutoCloseable {

  public static final String CLIENT = "10.77.1.10";
  public static final String CLIENT_SECOND = "10.77.1.11";
  public static final String CLIENT_OTHER_CARD = "10.77.3.10";
  public static final String CLIENT_V6 = "fd77:1::10";

  /** The router's address on the client's net. */
  public static final String ROUTER = "10.77.1.1";

  public static final String ROUTER_V6 = "fd77:1::1";
  public static final String SERVER = "10.77.2.20";
  public static final String SERVER_V6 = "fd77:2::20";

  /** On the server's net; no machine has it. */
  public static final String NOBODY = "10.77.2.99";

  private static final String PREFIX = "echolot-lab-";
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private static final String BUILD =
      """
      for machine in $client $router $server; do
        ip netns add $machine
        ip netns exec $machine sh -euc '
          cd /proc/sys/net
          echo 0 >ipv6/conf/all/accept_dad
          echo 0 >ipv6/conf/default/accept_dad
          echo 0 >ipv4/icmp_ratemask
          echo 0 >ipv6/icmp/ratelimit
          ip link set lo up'
      done
      ip link add eth0 netns $client type veth peer name eth0 netns $router
      ip link add eth1 netns $client type veth peer name eth1 netns $router
      ip link add eth0 netns $server type veth peer name eth2 netns $router
      ip netns exec $client sh -euc '
        ip addr add 10.77.1.10/24 dev eth0
        ip addr add 10.77.1.11/24 dev eth0
        ip addr add fd77:1::10/64 dev eth0 nodad
        ip addr add 10.77.3.10/24 dev eth1
        ip link set eth0 up
        ip link set eth1 up
        ip route add default via 10.77.1.1
        ip -6 route add default via fd77:1::1'
      ip netns exec $router sh -euc '
        echo 1 >/proc/sys/net/ipv4/ip_forward
        echo 1 >/proc/sys/net/ipv6/conf/all/forwarding
        ip addr add 10.77.1.1/24 dev eth0
        ip addr add fd77:1::1/64 dev eth0 nodad
        ip addr add 10.77.3.1/24 dev eth1
        ip addr add 10.77.2.1/24 dev eth2
        ip addr add fd77:2::1/64 dev eth2 nodad
        ip link set eth0 up
        ip link set eth1 up
        ip link set eth2 up'
      ip netns exec $server sh -euc '
        ip addr add 10.77.2.20/24 dev eth0
        ip addr add fd77:2::20/64 dev eth0 nodad
        ip link set eth0 up
        ip route add local 10.77.2.32/27 dev lo
        ip route add default via 10.77.2.1
        ip -6 route add default via fd77:2::1'
      """;

  private final Machine client;
  private final Machine router;
  private final Machine server;
  private final Thread lastResort;

  private Lab(String prefix) {
    client = new Machine(prefix + "-client");
    router = new Machine(prefix + "-router");
    server = new Machine(prefix + "-server");
    lastResort = Thread.ofPlatform().name("remove " + prefix).unstarted(this::remove);
  }

  /**
   * Builds one. Close it; at the latest it goes when the JVM ends, or when the next is built after
   * a JVM that was killed.
   *
   * @throws org.opentest4j.TestAbortedException where this computer can have none
   */
  public static Lab open() {
    String obstacle = obstacle();
    Assumptions.assumeTrue(obstacle == null, "No network namespaces here: " + obstacle);
    for (String program : List.of("ip", "nft")) {
      String _ = Programs.find(program, program.equals("ip") ? "iproute2" : "nftables").toString();
    }
    removeLeftOvers();
    Lab lab = new Lab(PREFIX + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet());
    Runtime.getRuntime().addShutdownHook(lab.lastResort);
    try {
      String _ =
          Shell.run(
              List.of(),
              "client=%s router=%s server=%s\n".formatted(lab.client, lab.router, lab.server)
                  + BUILD);
      return lab;
    } catch (AssertionError e) {
      lab.close();
      throw e;
    }
  }

  private static @Nullable String obstacle() {
    String system = System.getProperty("os.name");
    if (!system.equals("Linux")) {
      return "they are of Linux, and this is " + system;
    }
    Shell.Ended ended = Shell.end(List.of(), "unshare --net --mount true");
    return ended.code() == 0 ? null : ended.text();
  }

  /** Of JVMs that were killed before they could remove theirs. */
  private static void removeLeftOvers() {
    Shell.end(List.of(), "ls /run/netns 2>/dev/null || true")
        .text()
        .lines()
        .filter(name -> name.matches(PREFIX + "\\d+-.*"))
        .filter(name -> ProcessHandle.of(pidIn(name)).isEmpty())
        .forEach(Machine::remove);
  }

  private static long pidIn(String name) {
    return Long.parseLong(name.substring(PREFIX.length()).replaceFirst("-.*", ""));
  }

  /** Where the program is run. */
  public Machine client() {
    return client;
  }

  /** Between the two others. */
  public Machine router() {
    return router;
  }

  /** Where the peers are. */
  public Machine server() {
    return server;
  }

  /**
   * Runs {@code echolot echo --format json} on the client.
   *
   * @param arguments what else there is of options, and the targets
   */
  public EchoRun echo(String... arguments) {
    return EchoRun.of(client, "--enable-native-access=ALL-UNNAMED", "echo", arguments);
  }

  /** Runs {@code echolot probe --format json} on the client. */
  public EchoRun probe(String... arguments) {
    return EchoRun.of(client, "--enable-native-access=ALL-UNNAMED", "probe", arguments);
  }

  /** The same where Java may not call the system's own library. */
  public EchoRun echoWithoutNativeAccess(String... arguments) {
    return EchoRun.of(client, "--illegal-native-access=warn", "echo", arguments);
  }

  /** Takes all rules out of the firewalls of all machines. */
  public void withoutFirewalls() {
    client.withoutFirewall();
    router.withoutFirewall();
    server.withoutFirewall();
  }

  /** Ends all that runs in it, and removes it. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(lastResort);
    } catch (IllegalStateException _) {
      // The JVM ends already, and the hook does the same as this.
    }
    remove();
  }

  private void remove() {
    Machine.remove(client.name());
    Machine.remove(router.name());
    Machine.remove(server.name());
  }
}
