package org.echolot.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.listener.ListenerOptions;
import org.echolot.listener.VerificationScp;

/**
 * A site of 1,000 peers of which some answer no SYN: our whole command, and as many echoscu as we
 * have associations, in turns. Each peer is an address of loopback; the dead ones are a port whose
 * queue of connections is full. Started by {@code bin/bench fleet}.
 */
public final class FleetBench {

  private static final int PEERS = 1_000;
  private static final int PARALLEL = 64;
  private static final double TIMEOUT_SECONDS = 5;
  private static final int CALLERS = 10;
  private static final int PATIENCE_MILLIS = 300;

  private final PrintStream out;
  private final Path home;
  private final int goodPort;
  private final int deadPort;

  private FleetBench(PrintStream out, Path home, int goodPort, int deadPort) {
    this.out = out;
    this.home = home;
    this.goodPort = goodPort;
    this.deadPort = deadPort;
  }

  /**
   * @param args how many of the peers are dead, for each round; 50 and 500 by default
   */
  public static void main(String[] args) throws Exception {
    System.out.println(Bench.machine());
    Path home = Files.createTempDirectory("fleet");
    List<Socket> callers = new ArrayList<>();
    try (ServerSocket dead = new ServerSocket();
        VerificationScp good = VerificationScp.start(everywhere(), new Journal())) {
      dead.bind(new InetSocketAddress(InetAddress.ofLiteral("0.0.0.0"), 0), 1);
      fill(dead.getLocalPort(), callers);
      FleetBench bench =
          new FleetBench(System.out, home, good.address().getPort(), dead.getLocalPort());
      for (String holes : args.length == 0 ? new String[] {"50", "500"} : args) {
        bench.compare(Integer.parseInt(holes));
      }
    } finally {
      for (Socket caller : callers) {
        caller.close();
      }
    }
    System.out.println(Bench.machine());
    System.exit(0);
  }

  /** Answers at each address of this computer. */
  static ListenerOptions everywhere() {
    ListenerOptions loopback = ListenerOptions.onLoopback(new AeTitle("ECHOLOT"), 0);
    return new ListenerOptions(
        loopback.ae(),
        true,
        InetAddress.ofLiteral("0.0.0.0"),
        0,
        Set.of(),
        Set.of(),
        PEERS,
        loopback.associateTimeout(),
        loopback.idleTimeout());
  }

  /** Fills the queue of a port, until a SYN is not answered. */
  private static void fill(int port, List<Socket> callers) throws IOException {
    for (int i = 0; i < CALLERS; i++) {
      Socket caller = new Socket();
      callers.add(caller);
      try {
        caller.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
      } catch (SocketTimeoutException _) {
        return;
      }
    }
    throw new IOException("this system answers a SYN though it has no room for it");
  }

  private void compare(int holes) throws IOException, InterruptedException {
    Path file = peersFile(holes);
    Path list = Files.write(home.resolve("addresses"), addresses(holes));
    TimedProcess ours =
        TimedProcess.run(
            home,
            "bin/run",
            "echo",
            "--all",
            "--peers",
            file.toString(),
            "--timeout",
            "5s",
            "--no-tls-probe",
            "--format",
            "json");
    long answered = ours.output().lines().filter(l -> l.contains("\"SUCCESS\"")).count();
    long ended = ours.output().lines().count();
    TimedProcess theirs =
        TimedProcess.run(
            home, "bash", "-c", "xargs -P " + PARALLEL + " -L 1 echoscu -to 5 -aec X <" + list);
    out.printf(
        Locale.ROOT,
        "  %d peers, %d dead: ours %.1f s (%d ended, %d answered; %.0f MB; aim: %.0f or less)"
            + "   xargs -P %d echoscu %.1f s%n",
        PEERS,
        holes,
        ours.wallMillis() / 1_000,
        ended,
        answered,
        ours.peakMegabytes(),
        TIMEOUT_SECONDS + 1,
        PARALLEL,
        theirs.wallMillis() / 1_000);
  }

  private boolean isDead(int index, int holes) {
    return index % (PEERS / holes) == 0;
  }

  private static String host(int index) {
    return "127.20." + index / 250 + "." + (index % 250 + 1);
  }

  private List<String> addresses(int holes) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < PEERS; i++) {
      lines.add(host(i) + " " + (isDead(i, holes) ? deadPort : goodPort));
    }
    return lines;
  }

  private Path peersFile(int holes) throws IOException {
    return peersFile(
        home.resolve("peers.json"), PEERS, index -> isDead(index, holes) ? deadPort : goodPort);
  }

  /** A peers file whose peers are all good. */
  static Path peersFile(Path file, int count, int port) throws IOException {
    return peersFile(file, count, _ -> port);
  }

  private static Path peersFile(Path file, int count, IntUnaryOperator port) throws IOException {
    List<String> peers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      peers.add(
          String.format(
              Locale.ROOT,
              "{\"name\": \"peer %d\", \"calledAe\": \"X\", \"host\": \"%s\", \"port\": %d}",
              i,
              host(i),
              port.applyAsInt(i)));
    }
    String text = "{\"version\": 1, \"peers\": [" + String.join(",\n", peers) + "]}";
    return Files.writeString(file, text);
  }
}
