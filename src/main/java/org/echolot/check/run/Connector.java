package org.echolot.check.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.echolot.check.diagnosis.ConnectFault;
import org.echolot.concurrent.Deadline;
import org.echolot.concurrent.StopSignal;
import org.echolot.network.ErrorQueue;
import org.echolot.text.AddressText;
import org.echolot.text.ElapsedText;
import org.jspecify.annotations.Nullable;

/**
 * Opens a TCP connection to the first address of a host that answers, by one deadline for all of
 * them: each address gets a fair part of the time that is left.
 *
 * @param source the address to call from; null: as the system likes
 * @param scheduler begins what is asked of an attempt that is not answered for long
 * @param receiveBufferBytes what is kept of what the peer sends before we read it, which bounds its
 *     segments, too; 0: as the system likes
 */
record Connector(
    List<InetAddress> addresses,
    int port,
    @Nullable InetAddress source,
    Deadline deadline,
    StopSignal stop,
    ScheduledExecutorService scheduler,
    int receiveBufferBytes) {

  /** A connection with the room that the system gives it. */
  Connector(
      List<InetAddress> addresses,
      int port,
      @Nullable InetAddress source,
      Deadline deadline,
      StopSignal stop,
      ScheduledExecutorService scheduler) {
    this(addresses, port, source, deadline, stop, scheduler, 0);
  }

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

    /** This computer can't call from the address of choice. */
    record NoSource(IOException fault) implements Outcome {}
  }

  /**
   * An address that was tried in vain.
   *
   * @param words what happened
   * @param refusal who refused it, where that was asked while it lasted; null: it was not
   */
  record Attempt(
      InetAddress address,
      ConnectFault fault,
      String words,
      Duration took,
      ErrorQueue.@Nullable Refusal refusal) {
    @Override
    public String toString() {
      return AddressText.of(address) + " " + words;
    }
  }

  Outcome connect() {
    List<Attempt> failed = new ArrayList<>();
    Duration spent = Duration.ZERO;
    for (int i = 0; i < addresses.size(); i++) {
      InetAddress address = addresses.get(i);
      Duration share = Duration.ofNanos(deadline.remaining().toNanos() / (addresses.size() - i));
      Socket socket = new Socket();
      try {
        // This makes the socket, so that a lack of them is not taken for a fault of the network.
        socket.setTcpNoDelay(true);
        if (receiveBufferBytes > 0) {
          socket.setReceiveBufferSize(receiveBufferBytes);
        }
      } catch (IOException e) {
        close(socket);
        return new Outcome.NoSocket(e);
      }
      if (source != null) {
        try {
          socket.bind(new InetSocketAddress(source, 0));
        } catch (IOException e) {
          close(socket);
          return new Outcome.NoSource(e);
        }
      }
      InetSocketAddress end = new InetSocketAddress(address, port);
      try (var slow = new SlowRefusal(end, source, share, scheduler)) {
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
          // Nobody refused what stayed without an answer, so there is nobody to wait for.
          boolean silent = ConnectFault.of(e, took) == ConnectFault.SILENCE;
          failed.add(attempt(address, port, e, took, silent ? null : slow.answer()));
        }
      }
    }
    return new Outcome.Failed(
        failed.stream().min(Comparator.comparingInt(Connector::rank)).orElseThrow(), failed, spent);
  }

  private static Duration since(long startNanos) {
    return Duration.ofNanos(System.nanoTime() - startNanos);
  }

  /** What an attempt that ended with {@code e} came to. */
  static Attempt attempt(
      InetAddress address,
      int port,
      IOException e,
      Duration took,
      ErrorQueue.@Nullable Refusal refusal) {
    ConnectFault fault = ConnectFault.of(e, took);
    String words =
        switch (fault) {
          case SILENCE -> "did not answer on port " + port + " in " + ElapsedText.of(took);
          case REFUSED -> "refused";
          default ->
              refusal != null
                  ? "cannot be reached"
                  : e instanceof NoRouteToHostException
                      ? "cannot be reached: no route to host"
                      : "cannot be reached: " + e.getMessage();
        };
    return new Attempt(address, fault, words, took, refusal);
  }

  /** A host that answers tells more than one that is silent, and that more than a missing route. */
  private static int rank(Attempt attempt) {
    return switch (attempt.fault().cause()) {
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
