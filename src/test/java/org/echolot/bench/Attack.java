package org.echolot.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.pdu.Octets;

/** One way of keeping a listener busy, by callers from one address, until it is closed. */
final class Attack implements AutoCloseable {

  /**
   * How many callers there are at a time: more than have a place, so that each soon calls again.
   */
  private static final int CALLERS = 1_200;

  /** How many silent connections one thread opens a second, of several that do. */
  private static final int A_SECOND = 840;

  private static final int FLOODERS = 6;

  /** How many silent connections one thread leaves open. */
  private static final int LEFT_OPEN = 500;

  private static final long SECOND = 1_000_000_000L;

  /** What one caller does on its connection. */
  private interface Way {
    void act(Socket socket) throws IOException;
  }

  private final InetSocketAddress listener;
  private final InetAddress from;
  private final AtomicLong connections = new AtomicLong();
  private volatile boolean over;

  private Attack(int port, String from) {
    this.listener = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.from = InetAddress.ofLiteral(from);
  }

  /** Connections that say nothing, 5,000 a second if the system opens so many. */
  static Attack bySilence(int port) {
    Attack attack = new Attack(port, "127.0.0.1");
    for (int i = 0; i < FLOODERS; i++) {
      Threads.startPlatform("flood " + i, attack::flood);
    }
    return attack;
  }

  /** Callers who send a part of their request, say no more, and call again when they are closed. */
  static Attack byHalf(int port, byte[] request) {
    byte[] half = Arrays.copyOf(request, request.length / 2);
    return byCallers(new Attack(port, "127.0.0.1"), socket -> socket.getOutputStream().write(half));
  }

  /** Callers who send their request a byte a second. */
  static Attack byDrops(int port, byte[] request) {
    Attack attack = new Attack(port, "127.0.0.1");
    return byCallers(
        attack,
        socket -> {
          for (int i = 0; i < request.length && !attack.over; i++) {
            socket.getOutputStream().write(request[i]);
            LockSupport.parkNanos(SECOND);
          }
        });
  }

  /** Callers of another address than ours who ask, and keep what they get. */
  static Attack byWholeRequests(int port, byte[] request) {
    return byCallers(
        new Attack(port, "127.0.0.2"), socket -> socket.getOutputStream().write(request));
  }

  private static Attack byCallers(Attack attack, Way way) {
    for (int i = 0; i < CALLERS; i++) {
      Threads.startVirtual("attacker " + i, () -> attack.callAgainAndAgain(way));
    }
    return attack;
  }

  /** How many connections were opened so far. */
  long connections() {
    return connections.get();
  }

  private Socket call() throws IOException {
    Socket socket = new Socket();
    try {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(listener, 1_000);
      // A port that waits for late packets for a minute would end the attack.
      socket.setSoLinger(true, 0);
      connections.incrementAndGet();
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void callAgainAndAgain(Way way) {
    while (!over) {
      try (Socket socket = call()) {
        way.act(socket);
        socket.setSoTimeout(1_000);
        awaitEnd(socket);
      } catch (IOException _) {
        // Turned out. Again.
        LockSupport.parkNanos(SECOND / 1_000);
      }
    }
  }

  private void awaitEnd(Socket socket) throws IOException {
    byte[] answer = new byte[512];
    while (!over) {
      try {
        if (socket.getInputStream().read(answer) < 0) {
          return;
        }
      } catch (SocketTimeoutException _) {
        // Still connected.
      }
    }
  }

  private void flood() {
    Queue<Socket> open = new ArrayDeque<>();
    long start = System.nanoTime();
    for (long i = 0; !over; i++) {
      try {
        open.add(call());
        if (open.size() > LEFT_OPEN) {
          open.remove().close();
        }
      } catch (IOException _) {
        // No port or no place for a moment.
      }
      LockSupport.parkNanos(start + i * SECOND / A_SECOND - System.nanoTime());
    }
    for (Socket socket : open) {
      try (socket) {
        // It ends.
      } catch (IOException _) {
        // It has.
      }
    }
  }

  /** A ClientHello as echoscu of OpenSSL begins one: a record of 512 bytes. */
  static byte[] clientHello() {
    byte[] start = Octets.parseHex("16 03 01 02 00 01 00 01 FC 03 03").toByteArray();
    return Arrays.copyOf(start, 517);
  }

  @Override
  public void close() {
    over = true;
  }
}
