package org.echolot.listener;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.echolot.concurrent.Threads;
import org.echolot.dicom.association.AcceptorAssociation;
import org.echolot.dicom.association.Connection;
import org.echolot.journal.AssociationNarrator;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Tone;

/** Answers C-ECHO (PS3.4 Annex A) until it is closed. Safe for use by any thread. */
public final class VerificationScp implements AutoCloseable {

  /** How callers are told apart from peers in the journal. */
  public static final String SOURCE = "Listener";

  /** Connections beyond the limit that may wait for their rejection; more are closed at once. */
  private static final int MAX_WAITING_FOR_REJECTION = 64;

  private final ListenerOptions options;
  private final Journal journal;
  private final ServerSocket server;
  private final ScheduledExecutorService scheduler = Threads.newScheduler("listener deadlines");
  private final Set<AcceptorAssociation> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile boolean closed;

  private VerificationScp(ListenerOptions options, Journal journal, ServerSocket server) {
    this.options = options;
    this.journal = journal;
    this.server = server;
  }

  /**
   * Starts to listen.
   *
   * @param journal where it tells who called, from where, and what became of it
   * @throws IOException if the address can't be bound; the message says which and why
   */
  public static VerificationScp start(ListenerOptions options, Journal journal) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(options.bind(), options.port()), 128);
    } catch (IOException e) {
      server.close();
      throw new IOException(
          "can't listen on %s:%d: %s"
              .formatted(options.bind().getHostAddress(), options.port(), e.getMessage()),
          e);
    }
    VerificationScp scp = new VerificationScp(options, journal, server);
    Threads.startVirtual("listener", scp::acceptAll);
    scp.tell(
        Tone.PLAIN,
        "Listening as %s on %s:%d"
            .formatted(options.ae(), options.bind().getHostAddress(), server.getLocalPort()));
    return scp;
  }

  public ListenerOptions options() {
    return options;
  }

  /** The address with the port that was bound. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.getLocalSocketAddress();
  }

  private void acceptAll() {
    while (!closed) {
      try {
        Socket socket = server.accept();
        admit(socket);
      } catch (IOException e) {
        if (!closed) {
          // One caller that vanished, or no file descriptors for a moment; the next may do better.
          tell(Tone.WARNING, "A connection could not be accepted: " + e.getMessage());
        }
      }
    }
  }

  private void admit(Socket socket) throws IOException {
    InetSocketAddress from = (InetSocketAddress) socket.getRemoteSocketAddress();
    String caller = from.getAddress().getHostAddress() + ":" + from.getPort();
    if (!options.acceptedAddresses().isEmpty()
        && !options.acceptedAddresses().contains(from.getAddress())) {
      tell(Tone.WARNING, "Connection from " + caller + " closed: the address is not accepted");
      socket.close();
      return;
    }
    int number = connections.incrementAndGet();
    if (number > options.maxAssociations() + MAX_WAITING_FOR_REJECTION) {
      connections.decrementAndGet();
      tell(Tone.WARNING, "Connection from " + caller + " closed: there are too many");
      socket.close();
      return;
    }
    tell(Tone.PLAIN, "Connection from " + caller);
    boolean overLimit = number > options.maxAssociations();
    Threads.startVirtual("caller " + caller, () -> serve(socket, overLimit));
  }

  private void serve(Socket socket, boolean overLimit) {
    AssociationNarrator narrator = new AssociationNarrator(journal, SOURCE, 0);
    try (Connection connection = new Connection(socket, narrator, scheduler);
        AcceptorAssociation association =
            new AcceptorAssociation(connection, narrator, options.associateTimeout())) {
      open.add(association);
      try {
        if (closed) {
          association.stop();
        }
        tell(Tone.PLAIN, new EchoService(options, overLimit).serve(association));
      } finally {
        open.remove(association);
      }
    } catch (IOException e) {
      tell(Tone.WARNING, "The caller was gone at once: " + e.getMessage());
    } finally {
      connections.decrementAndGet();
    }
  }

  private void tell(Tone tone, String text) {
    journal.write(JournalLine.info(SOURCE, tone, text));
  }

  /** Stops listening and aborts what is open. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      server.close();
    } catch (IOException e) {
      tell(Tone.WARNING, "The port could not be closed: " + e.getMessage());
    }
    open.forEach(AcceptorAssociation::stop);
    scheduler.shutdown();
    tell(Tone.PLAIN, "Stopped listening");
  }
}
