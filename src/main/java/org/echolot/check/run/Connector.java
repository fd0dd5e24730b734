package org.echolot.check.run;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.echolot.check.Cause;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;

/**
 * Opens a TCP connection to the first address of a host that answers, by one deadline for all of
 * them: each address gets a fair part of the time that is left.
 */
final class Connector {

  /** How long a system tries by itself at the least, before it gives up for lack of any answer. */
  private static final Duration SYSTEM_PATIENCE = Duration.ofSeconds(15);

  /** What the attempts came to. */
  sealed interface Outcome {

    /**
     * @param took how long the attempt took that succeeded
     * @param failed the addresses that were tried in vain before, with what happened
     * @param spent how long all attempts took
     */
    record Connected(Socket socket, Duration took, List<Attempt> failed, Duration spent)
        implements Outcome {}

    /**
     * @param worst the attempt that tells most
     * @param spent how long all attempts took
     */
    record Failed(Attempt worst, List<Attempt> attempts, Duration spent) implements Outcome {}

    /**
     * The peer reset the connection in the moment in which it stood.
     *
     * @param what what the operating system says
     * @param spent how long all attempts took
     */
    record Broken(InetAddress address, String what, Duration spent) implements Outcome {}

    record Stopped() implements Outcome {}

    /** This computer has no socket to give. */
    record NoSocket(IOException fault) implements Outcome {}
  }

  /** An address that was tried in vain. */
  record Attempt(InetAddress address, Cause cause, String what) {
    @Override
    public String toString() {
      return AddressText.of(address) + " " + what;
    }
  }

  private Connector() {}

  static Outcome connect(
      List<InetAddress> addresses, int port, Deadline deadline, StopSignal stop) {
    List<Attempt> failed = new ArrayList<>();
    Duration spent = Duration.ZERO;
    for (int i = 0; i < addresses.size(); i++) {
      InetAddress address = addresses.get(i);
      Duration share = deadline.remaining().dividedBy(addresses.size() - i);
      Socket socket = new Socket();
      try {
        // This makes the socket, so that a lack of them is not taken for a fault of the network.
        socket.setTcpNoDelay(true);
      } catch (IOException e) {
        close(socket);
        return new Outcome.NoSocket(e);
      }
      InetSocketAddress end = new InetSocketAddress(address, port);
      long start = System.nanoTime();
      try (var _ = stop.onStop(() -> close(socket))) {
        socket.connect(end, millis(share));
        Duration took = since(start);
        return new Outcome.Connected(socket, took, List.copyOf(failed), spent.plus(took));
      } catch (IOException e) {
        Duration took = since(start);
        spent = spent.plus(took);
        close(socket);
        if (stop.isStopped() || Thread.currentThread().isInterrupted()) {
          return new Outcome.Stopped();
        }
        if (ResetWords.areThoseOf(e)) {
          return new Outcome.Broken(address, String.valueOf(e.getMessage()), spent);
        }
        failed.add(attempt(address, e, took));
      }
    }
    return new Outcome.Failed(
        failed.stream().min(Comparator.comparingInt(Connector::rank)).orElseThrow(), failed, spent);
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** What an attempt that ended with {@code e} came to. */
  static Attempt attempt(InetAddress address, IOException e, Duration elapsed) {
    return switch (e) {
      case SocketTimeoutException _ ->
          new Attempt(
              address, Cause.CONNECT_TIMEOUT, "did not answer in " + ElapsedText.of(elapsed));
      case ConnectException _ when elapsed.compareTo(SYSTEM_PATIENCE) > 0 ->
          // The system gave up before we did; it throws the same exception as for a refusal.
          new Attempt(
              address, Cause.CONNECT_TIMEOUT, "did not answer in " + ElapsedText.of(elapsed));
      case ConnectException _ -> new Attempt(address, Cause.CONNECTION_REFUSED, "refused");
      case NoRouteToHostException _ ->
          new Attempt(address, Cause.HOST_UNREACHABLE, "can't be reached: no route to host");
      default ->
          new Attempt(address, Cause.HOST_UNREACHABLE, "can't be reached: " + e.getMessage());
    };
  }

  /** A host that answers tells more than one that is silent, and that more than a missing route. */
  private static int rank(Attempt attempt) {
    return switch (attempt.cause()) {
      case CONNECTION_REFUSED -> 0;
      case CONNECT_TIMEOUT -> 1;
      default -> 2;
    };
  }

  private static int millis(Duration duration) {
    return Math.clamp(duration.toMillis(), 1, Integer.MAX_VALUE);
  }

  /** Closes it; never fails. */
  static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // Nothing was sent or received yet.
    }
  }
}
