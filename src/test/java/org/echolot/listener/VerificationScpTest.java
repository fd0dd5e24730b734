package org.echolot.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.echolot.listener.TestListener.AE;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.echolot.check.CheckListener;
import org.echolot.check.CheckRequest;
import org.echolot.check.CheckResult;
import org.echolot.check.Warning;
import org.echolot.check.run.OwnEngine;
import org.echolot.concurrent.StopSignal;
import org.echolot.dicom.pdu.Abort;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.dicom.pdu.ReleaseRq;
import org.echolot.journal.Journal;
import org.junit.jupiter.api.Test;

/** How our listener begins and ends, and what it does when the system fails it. */
class VerificationScpTest {

  @Test
  void ourOwnCheckSucceedsWithoutAStall() throws IOException {
    OwnEngine engine = new OwnEngine();
    try (TestListener listener = TestListener.start()) {
      for (int i = 0; i < 50; i++) {
        CheckResult result =
            engine.check(
                CheckRequest.of(
                    "us", new AeTitle(AE), new AeTitle("TEST"), "127.0.0.1", listener.port()),
                CheckListener.NONE,
                new StopSignal());

        assertThat(result.isSuccess()).isTrue();
        assertThat(result.warnings()).extracting(Warning::code).isEmpty();
      }
    }
  }

  @Test
  void portThatIsTakenIsNamed() throws IOException {
    try (TestListener first = TestListener.start()) {
      assertThatThrownBy(
              () ->
                  VerificationScp.start(
                      ListenerOptions.onLoopback(new AeTitle(AE), first.port()), new Journal()))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "cannot listen on 127.0.0.1:"
                  + first.port()
                  + ": the port is in use by another program; stop that");
    }
  }

  @Test
  void addressThatIsNotOursIsNamed() {
    ListenerOptions elsewhere = listeningOn(InetAddress.ofLiteral("192.0.2.1"), 0);

    assertThatThrownBy(() -> VerificationScp.start(elsewhere, new Journal()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith(
            "cannot listen on 192.0.2.1:0: this computer does not have that address (");
  }

  @Test
  void portBelow1024MayNeedPrivileges() {
    IOException fault =
        BindFault.of(
            new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 104),
            new BindException("Permission denied"));

    assertThat(fault)
        .hasMessage(
            "cannot listen on 127.0.0.1:104: ports below 1024 require privileges; use a port from"
                + " 1024, for example 11112, or give the program the right to it (Permission"
                + " denied)");
  }

  private static ListenerOptions listeningOn(InetAddress address, int port) {
    return new ListenerOptions(
        new AeTitle(AE),
        false,
        address,
        port,
        Set.of(),
        Set.of(),
        64,
        Duration.ofSeconds(10),
        Duration.ofSeconds(60));
  }

  @Test
  void listensOnAnyFreePortAndSaysWhich() throws IOException {
    try (TestListener listener = TestListener.start()) {
      assertThat(listener.port()).isPositive();
      await()
          .untilAsserted(
              () ->
                  assertThat(listener.told())
                      .containsExactly("Listening as ECHOLOT on 127.0.0.1:" + listener.port()));
    }
  }

  @Test
  void addressThatIsNotAcceptedIsClosedWithoutAWord() throws IOException {
    try (TestListener picky =
            TestListener.start(
                TestListener.accepting(Set.of(), Set.of(InetAddress.ofLiteral("192.0.2.1"))));
        RawCaller caller = new RawCaller(picky.address())) {
      assertThat(caller.socket().getInputStream().read()).isEqualTo(-1);
      await().until(() -> picky.told().getLast().contains("the address is not accepted"));
    }
  }

  @Test
  void closeAbortsWhatIsOpenAndLeavesNothing() throws IOException {
    TestListener listener = TestListener.start();
    try (RawCaller associated = new RawCaller(listener.address());
        RawCaller silent = new RawCaller(listener.address())) {
      associated.associate(AE);

      listener.close();

      assertThat(associated.receive()).isEqualTo(Abort.byServiceUser());
      associated.awaitEnd();
      silent.awaitEnd();
      assertThat(listener.told()).last().isEqualTo("Stopped listening");
      assertThat(listener.told().stream().filter(l -> l.contains("the listener was stopped")))
          .hasSize(2);
      assertThatThrownBy(() -> new Socket().connect(listener.address()))
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void closeLeavesNoDeadlineThread() throws IOException {
    long before = deadlineThreads();
    TestListener listener = TestListener.start();
    try (RawCaller caller = new RawCaller(listener.address())) {
      caller.associate(AE);
      // The first few answers need no deadline: they surely fit the system's buffer.
      for (int i = 1; i <= 20; i++) {
        caller.send(RawCaller.echo(1, i)).receive();
      }
      assertThat(deadlineThreads()).isEqualTo(before + 1);
    } finally {
      listener.close();
    }
    await().until(() -> deadlineThreads() == before);
  }

  private static long deadlineThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("listener deadlines"))
        .count();
  }

  @Test
  void closeIsHarmlessWhileCallersAreActive() throws IOException {
    List<Throwable> uncaught = new CopyOnWriteArrayList<>();
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((_, e) -> uncaught.add(e));
    try {
      for (int round = 0; round < 20; round++) {
        closeUnderLoad();
      }
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
    assertThat(uncaught).isEmpty();
  }

  private static void closeUnderLoad() throws IOException {
    TestListener listener = TestListener.start();
    AtomicInteger echoes = new AtomicInteger();
    List<CompletableFuture<Void>> callers = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      callers.add(CompletableFuture.runAsync(() -> callUntilGone(listener, echoes)));
    }
    await().until(() -> echoes.get() > 50);

    listener.close();

    // On a busy computer that is told a moment after the end.
    await().untilAsserted(() -> assertThat(listener.told()).last().isEqualTo("Stopped listening"));
    callers.forEach(caller -> assertThat(caller).succeedsWithin(Duration.ofSeconds(20)));
  }

  private static void callUntilGone(TestListener listener, AtomicInteger echoes) {
    while (true) {
      try (RawCaller caller = new RawCaller(listener.address())) {
        caller.associate(AE);
        for (int i = 1; i < 20; i++) {
          caller.send(RawCaller.echo(1, i)).receive();
          echoes.incrementAndGet();
        }
        caller.send(new ReleaseRq()).receive();
      } catch (IOException | AssertionError _) {
        return;
      }
    }
  }

  @Test
  void closingTwiceIsHarmless() throws IOException {
    TestListener listener = TestListener.start();
    listener.close();
    listener.close();

    assertThat(listener.told()).containsOnlyOnce("Stopped listening");
  }

  /** Fails as a system without file descriptors does, then works again. */
  private static final class FailingServerSocket extends ServerSocket {
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile boolean failing = true;

    FailingServerSocket() throws IOException {}

    @Override
    public Socket accept() throws IOException {
      attempts.incrementAndGet();
      if (failing) {
        throw new SocketException("Too many open files");
      }
      return super.accept();
    }
  }

  @Test
  void acceptThatFailsAgainAndAgainIsTriedSeldomAndToldOnce() throws IOException {
    FailingServerSocket server = new FailingServerSocket();
    try (TestListener listener = TestListener.start(TestListener.withAtMost(1), server)) {
      await().pollDelay(Duration.ofMillis(400)).until(() -> server.attempts.get() >= 5);

      // Without pauses there would be many thousands.
      assertThat(server.attempts.get()).isLessThan(100);
      assertThat(listener.told().stream().filter(l -> l.contains("Too many open files")))
          .hasSize(1);

      server.failing = false;
      try (RawCaller caller = new RawCaller(listener.address())) {
        caller.associate(AE);
      }
    }
  }

  @Test
  void closeEndsThePauseBetweenAttempts() throws IOException {
    FailingServerSocket server = new FailingServerSocket();
    TestListener listener = TestListener.start(TestListener.withAtMost(1), server);
    await().until(() -> server.attempts.get() >= 8);

    listener.close();

    assertThat(listener.told()).last().isEqualTo("Stopped listening");
  }
}
