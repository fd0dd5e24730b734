package org.echolot.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.echolot.check.CheckRequest;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.AssociateRq;
import org.echolot.dicom.pdu.Octets;
import org.echolot.dicom.pdu.PDataTf;
import org.echolot.dicom.pdu.Pdv;
import org.echolot.peer.Answers;
import org.echolot.peer.Line;
import org.echolot.peer.ScriptedPeer;
import org.echolot.tls.TlsSettings;

/**
 * Peers of which each is bad in its own way, on loopback, in a process of their own, so that what
 * they compute is not taken for what they do to us.
 */
final class BadPeers implements AutoCloseable {

  private static final Duration BETWEEN_DROPS = Duration.ofMillis(100);

  private static final String WITH_TLS = "stalls-in-TLS";

  /** What would be closed if nobody held it. */
  private static final List<AutoCloseable> KEPT = new ArrayList<>();

  private final Process process;
  private final BufferedReader said;
  private final int count;

  BadPeers(int count) throws IOException {
    this.count = count;
    this.process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                BadPeers.class.getName(),
                String.valueOf(count))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    this.said = process.inputReader();
  }

  /**
   * Requests to check them. Call once.
   *
   * @param tls how those are called that stall in TLS
   */
  List<CheckRequest> requests(TlsSettings tls) throws IOException {
    List<CheckRequest> requests = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String told = said.readLine();
      if (told == null) {
        throw new IOException("the bad peers did not start");
      }
      String[] line = told.split(" ", 2);
      CheckRequest request =
          CheckRequest.of(
              line[0],
              new AeTitle("BAD"),
              new AeTitle("BENCH"),
              "127.0.0.1",
              Integer.parseInt(line[1]));
      requests.add(line[0].equals(WITH_TLS) ? request.withTls(tls) : request);
    }
    return requests;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    said.close();
  }

  /**
   * Tells of each peer what it does and its port, and plays them until the process is ended.
   *
   * @param args how many
   */
  public static void main(String[] args) throws IOException {
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      String line =
          switch (i % 5) {
            case 0 -> "answers-no-SYN " + blackHole();
            case 1 -> "drips " + playing(BadPeers::drip);
            case 2 -> "floods " + playing(BadPeers::flood);
            case 3 -> "is-silent " + playing(Line::staySilent);
            default -> WITH_TLS + " " + playing(BadPeers::stall);
          };
      System.out.println(line);
    }
    try (InputStream in = System.in) {
      while (in.read() >= 0) {
        // Until whoever started it is gone.
      }
    }
    System.exit(0);
  }

  private static int playing(ScriptedPeer.Script script) {
    return ScriptedPeer.alwaysPlaying(script).port();
  }

  /** A port whose queue is full, so that the system answers no SYN. */
  private static int blackHole() throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    KEPT.add(server);
    for (int i = 0; i < 3; i++) {
      Socket waiting = new Socket();
      KEPT.add(waiting);
      try {
        waiting.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 50);
      } catch (IOException _) {
        // Full.
      }
    }
    return server.getLocalPort();
  }

  private static void drip(Line line) throws Exception {
    line.drip(Answers.bytes(Answers.acceptance(line.receive(AssociateRq.class))), BETWEEN_DROPS);
    line.discardUntilClosed();
  }

  /** A command set that has no end, in small PDUs. */
  private static void flood(Line line) throws Exception {
    line.serveUntilEcho();
    line.flood(Answers.bytes(new PDataTf(List.of(Pdv.command(1, false, Octets.of(new byte[16]))))));
  }

  /** A part of a record, and no more. */
  private static void stall(Line line) throws IOException {
    line.receiveSome();
    line.send(Octets.of(Arrays.copyOf(Attack.clientHello(), 100)));
    line.staySilent();
  }
}
