package org.echolot.listener;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.journal.Journal;
import org.echolot.journal.JournalLine;
import org.echolot.journal.JournalLine.Level;
import org.echolot.tls.TlsServer;
import org.jspecify.annotations.Nullable;

/** A listener on a free port of loopback, and what it told. */
final class TestListener implements AutoCloseable {

  static final String AE = "ECHOLOT";

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Queue<String> told = new ConcurrentLinkedQueue<>();
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final VerificationScp scp;

  private TestListener(ListenerOptions options, @Nullable TlsServer tls, ServerSocket server)
      throws IOException {
    Journal journal = new Journal();
    journal.addReader(
        line -> {
          if (line.level() == Level.INFO) {
            told.add(mark(line) + line.text());
          }
        });
    scp = VerificationScp.start(options, tls, journal, calls::add, server);
  }

  /** Patient enough that no deadline of it passes in a test. */
  static TestListener start() throws IOException {
    return start(withAtMost(64));
  }

  static TestListener start(ListenerOptions options) throws IOException {
    return start(options, new ServerSocket());
  }

  static TestListener start(ListenerOptions options, ServerSocket server) throws IOException {
    return new TestListener(options, null, server);
  }

  static TestListener start(ListenerOptions options, TlsServer tls) throws IOException {
    return new TestListener(options, tls, new ServerSocket());
  }

  static ListenerOptions impatient(Duration associate, Duration idle) {
    return options(false, Set.of(), Set.of(), 64, associate, idle);
  }

  static ListenerOptions accepting(Set<AeTitle> callingAes, Set<InetAddress> addresses) {
    return options(false, callingAes, addresses, 64, PATIENCE, PATIENCE);
  }

  static ListenerOptions withAtMost(int associations) {
    return options(false, Set.of(), Set.of(), associations, PATIENCE, PATIENCE);
  }

  static ListenerOptions forAnyCalledAe() {
    return options(true, Set.of(), Set.of(), 64, PATIENCE, PATIENCE);
  }

  private static ListenerOptions options(
      boolean anyCalled,
      Set<AeTitle> callingAes,
      Set<InetAddress> addresses,
      int maxAssociations,
      Duration associate,
      Duration idle) {
    return new ListenerOptions(
        new AeTitle(AE),
        anyCalled,
        InetAddress.getLoopbackAddress(),
        0,
        callingAes,
        addresses,
        maxAssociations,
        associate,
        idle);
  }

  /** Which of the callers a line is about, from 1; nothing where it is about none. */
  private static String mark(JournalLine line) {
    return line.conversationId() == 0 ? "" : "#" + line.conversationId() + " ";
  }

  VerificationScp scp() {
    return scp;
  }

  InetSocketAddress address() {
    return scp.address();
  }

  int port() {
    return scp.address().getPort();
  }

  /** What it told at level info. */
  List<String> told() {
    return List.copyOf(told);
  }

  /** How each of its calls stands now, in the order in which they came. */
  List<Call> calls() {
    Map<Long, Call> last = new LinkedHashMap<>();
    calls.forEach(call -> last.put(call.conversationId(), call));
    return List.copyOf(last.values());
  }

  @Override
  public void close() {
    scp.close();
  }
}
