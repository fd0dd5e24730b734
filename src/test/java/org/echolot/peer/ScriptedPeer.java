package org.echolot.peer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.echolot.concurrent.Threads;

/**
 * A server on a free port of loopback that plays a script on each connection. Each script has to
 * come to its end by itself, once the other side has closed; {@link #close} waits for that, and
 * fails with what went wrong in a script.
 */
public final class ScriptedPeer implements AutoCloseable {

  /** What is done on one connection; the line is closed when it returns. */
  @FunctionalInterface
  public interface Script {
    void play(Line line) throws Exception;
  }

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ServerSocket server;
  private final List<Script> scripts;
  private final boolean again;
  private final AtomicInteger connections = new AtomicInteger();
  private final Set<Thread> players = ConcurrentHashMap.newKeySet();
  private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();

  private ScriptedPeer(ServerSocket server, List<Script> scripts, boolean again) {
    this.server = server;
    this.scripts = scripts;
    this.again = again;
    players.add(Threads.startVirtual("scripted peer", this::acceptAll));
  }

  private ScriptedPeer(InetAddress address, int port, List<Script> scripts, boolean again) {
    this(listening(address, port), scripts, again);
  }

  private static ServerSocket listening(InetAddress address, int port) {
    try {
      return new ServerSocket(port, 512, address);
    } catch (IOException e) {
      throw new AssertionError("no port on " + address, e);
    }
  }

  /** The first connection plays the first script, and so on; further ones are closed at once. */
  public static ScriptedPeer playing(Script... scripts) {
    return new ScriptedPeer(InetAddress.getLoopbackAddress(), 0, List.of(scripts), false);
  }

  /** Every connection plays the same script. */
  public static ScriptedPeer alwaysPlaying(Script script) {
    return new ScriptedPeer(InetAddress.getLoopbackAddress(), 0, List.of(script), true);
  }

  /** Every connection plays the same script, on an address of choice. */
  public static ScriptedPeer alwaysPlayingOn(InetAddress address, Script script) {
    return new ScriptedPeer(address, 0, List.of(script), true);
  }

  /** Every connection plays the same script, on a socket that listens already, anywhere. */
  public static ScriptedPeer alwaysPlayingOn(ServerSocket server, Script script) {
    return new ScriptedPeer(server, List.of(script), true);
  }

  /** One connection to an address and port of choice plays the script. */
  public static ScriptedPeer playingOn(InetAddress address, int port, Script script) {
    return new ScriptedPeer(address, port, List.of(script), false);
  }

  /** A peer that accepts, answers one C-ECHO with Success, and confirms the release. */
  public static ScriptedPeer answering() {
    return alwaysPlaying(Line::serveEcho);
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  public int port() {
    return server.getLocalPort();
  }

  /** How many connections came so far. */
  public int connections() {
    return connections.get();
  }

  private void acceptAll() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        int number = connections.getAndIncrement();
        if (again || number < scripts.size()) {
          Script script = scripts.get(again ? 0 : number);
          players.add(Threads.startVirtual("script " + number, () -> play(script, socket)));
        } else {
          socket.close();
        }
      } catch (IOException e) {
        if (!server.isClosed()) {
          failures.add(e);
        }
      }
    }
  }

  private void play(Script script, Socket socket) {
    try (Line line = new Line(socket)) {
      script.play(line);
    } catch (Throwable e) {
      failures.add(e);
    }
  }

  /**
   * @throws AssertionError if a script failed, or does not end though it is over
   */
  @Override
  public void close() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    try {
      server.close();
      for (Thread player : players) {
        long left = Math.max(1, (end - System.nanoTime()) / 1_000_000);
        if (!player.join(Duration.ofMillis(left))) {
          failures.add(new AssertionError(player.getName() + " still runs"));
        }
      }
    } catch (IOException e) {
      failures.add(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      failures.add(e);
    }
    if (!failures.isEmpty()) {
      AssertionError error = new AssertionError("the peer's script failed: " + failures.peek());
      failures.forEach(error::addSuppressed);
      throw error;
    }
  }
}
