package org.echolot.listener;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.echolot.check.CheckStage;
import org.echolot.concurrent.StopSignal;
import org.echolot.concurrent.Threads;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine.Tone;
import org.echolot.text.AddressText;
import org.echolot.tls.TlsServer;
import org.echolot.tls.handshake.ServerHandshakes;
import org.jspecify.annotations.Nullable;

/** Answers C-ECHO (PS3.4 Annex A) until it is closed. Safe for use by any thread. */
public final class VerificationScp implements AutoCloseable {

  /** The most connections that the system opens for us before we know of them. */
  static final int BACKLOG = 2048;

  /** The longest pause between attempts to accept while they fail. */
  private static final Duration MAX_PAUSE = Duration.ofSeconds(1);

  /** How long callers who are stopped may take to be gone. They need no time but to be told. */
  private static final Duration FAREWELL = Duration.ofMillis(500);

  private final ListenerOptions options;
  private final @Nullable ServerHandshakes tls;
  private final ListenerStory story;
  private final ServerSocket server;
  private final Callers callers;
  private final ScheduledExecutorService scheduler = Threads.newScheduler("listener deadlines");
  private final StopSignal stop = new StopSignal();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final CountDownLatch closingBegan = new CountDownLatch(1);
  private final CountDownLatch acceptingEnded = new CountDownLatch(1);

  private VerificationScp(
      ListenerOptions options,
      @Nullable ServerHandshakes tls,
      Journal journal,
      Consumer<Call> calls,
      ServerSocket server) {
    this.options = options;
    this.tls = tls;
    this.story = new ListenerStory(journal, calls, scheduler);
    this.server = server;
    this.callers = new Callers(options.maxAssociations());
  }

  /**
   * Starts to listen.
   *
   * @param journal where it tells who called, from where, and what became of it
   * @throws IOException if the address can't be bound; the message says which and why
   */
  public static VerificationScp start(ListenerOptions options, Journal journal) throws IOException {
    return start(options, null, journal);
  }

  /**
   * Starts to listen.
   *
   * @param tls how to be called over TLS; null: callers speak without it
   * @param journal where it tells who called, from where, and what became of it
   * @throws IOException if the address can't be bound; the message says which and why
   */
  public static VerificationScp start(
      ListenerOptions options, @Nullable TlsServer tls, Journal journal) throws IOException {
    return start(options, tls, journal, _ -> {});
  }

  /**
   * Starts to listen.
   *
   * @param tls how to be called over TLS; null: callers speak without it
   * @param journal where it tells who called, from where, and what became of it
   * @param calls is told how each call stands: when it begins, when it gets on, and when it is
   *     over. By threads of the listener's; it must return at once. Of a crowd only those are told
   *     who ask for something
   * @throws CannotListenException if the address can't be bound; the message says which and why
   * @throws IOException if the system has no socket
   */
  public static VerificationScp start(
      ListenerOptions options, @Nullable TlsServer tls, Journal journal, Consumer<Call> calls)
      throws IOException {
    return start(options, tls, journal, calls, new ServerSocket());
  }

  static VerificationScp start(
      ListenerOptions options,
      @Nullable TlsServer tls,
      Journal journal,
      Consumer<Call> calls,
      ServerSocket server)
      throws IOException {
    InetSocketAddress address = new InetSocketAddress(options.bind(), options.port());
    ServerHandshakes handshakes = tls == null ? null : new ServerHandshakes(tls);
    try {
      server.setReuseAddress(true);
      server.bind(address, BACKLOG);
    } catch (IOException e) {
      server.close();
      throw BindFault.of(address, e);
    }
    VerificationScp scp = new VerificationScp(options, handshakes, journal, calls, server);
    scp.story.tell(
        Tone.PLAIN,
        "Listening as "
            + options.ae()
            + " on "
            + AddressText.of(scp.address())
            + (tls == null ? "" : ", with TLS"));
    Threads.startPlatform("listener", scp::acceptAll);
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
    try {
      int faults = 0;
      while (!closing.get()) {
        Socket socket;
        try {
          socket = server.accept();
        } catch (IOException e) {
          // A caller that vanished, or no file descriptors for a moment; the next may do better.
          faults++;
          pauseAfter(faults, e);
          continue;
        }
        faults = 0;
        admitOrClose(socket);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      acceptingEnded.countDown();
    }
  }

  /** Whatever goes wrong with one caller, the next is accepted. */
  private void admitOrClose(Socket socket) throws InterruptedException {
    try {
      if (socket.getRemoteSocketAddress() instanceof InetSocketAddress from) {
        admit(socket, from);
      } else {
        close(socket);
      }
    } catch (OutOfMemoryError e) {
      close(socket);
      story.tell(Tone.WARNING, "A connection was closed for lack of memory: " + e.getMessage());
    }
  }

  /** A fault that lasts must not take the processor, nor fill the journal. */
  private void pauseAfter(int faults, IOException e) {
    if (closing.get()) {
      return;
    }
    if (faults == 1) {
      story.tell(Tone.WARNING, "A connection could not be accepted: " + e.getMessage());
    }
    try {
      long millis = Math.min(MAX_PAUSE.toMillis(), 5L << Math.min(faults, 20));
      boolean _ = closingBegan.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(Socket socket, InetSocketAddress from) throws InterruptedException {
    ListenerStory.Caller told = story.newCaller(from, localAddressOf(socket), options);
    told.reached(CheckStage.CONNECT);
    String caller = AddressText.of(from);
    if (!options.acceptedAddresses().isEmpty()
        && !options.acceptedAddresses().contains(from.getAddress())) {
      String text = "Connection from " + caller + " closed: the address is not accepted";
      told.tell(Tone.WARNING, text);
      told.end(text);
      close(socket);
      return;
    }
    told.tell(Tone.PLAIN, "Connection from " + caller);
    CallerPlace place = callers.enter(from.getAddress(), () -> reset(socket));
    Visit.House house = new Visit.House(options, tls, scheduler, stop);
    Threads.startVirtual("caller " + caller, new Visit(house, socket, place, told)::run);
  }

  /** The one of our addresses that was called; that of the listener where it is not known. */
  private InetSocketAddress localAddressOf(Socket socket) {
    return socket.getLocalSocketAddress() instanceof InetSocketAddress local ? local : address();
  }

  /** Leaves nothing of it with the system, which would keep what was only closed for a minute. */
  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException _) {
      // It is closed already, or as good as.
    }
    close(socket);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException _) {
      // It is not wanted, and gone.
    }
  }

  /**
   * Stops listening, aborts what is open, and waits until all of it has ended and was told, which
   * takes a moment at most. Not to be called by a reader of the journal.
   */
  @Override
  public void close() {
    if (closing.getAndSet(true)) {
      return;
    }
    closingBegan.countDown();
    try {
      server.close();
    } catch (IOException e) {
      story.tell(Tone.WARNING, "The port could not be closed: " + e.getMessage());
    }
    try {
      // Whoever was admitted before that finds that it is stopped.
      boolean allEnded = acceptingEnded.await(FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
      stop.stop();
      allEnded &= callers.awaitNone(FAREWELL);
      story.finish(allEnded ? Tone.PLAIN : Tone.WARNING, "Stopped listening", FAREWELL);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    scheduler.shutdownNow();
  }
}
