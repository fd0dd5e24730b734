package org.echolot.check.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.echolot.concurrent.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * Questions to one DNS server, all at once, and its answers. A datagram may get lost, so each
 * question is sent twice. Used once, by one thread.
 */
final class DnsConversation {

  private static final List<Integer> TYPES = List.of(DnsQuestion.A, DnsQuestion.AAAA);

  /** A server that sends nothing but nonsense does not keep us busy. */
  private static final int MAX_DATAGRAMS = 200;

  private final List<DnsQuestion> questions = new ArrayList<>();
  private final Map<DnsQuestion, DnsAnswer> answers = new LinkedHashMap<>();
  private int datagrams;

  /** What the first datagram was that answered nothing. */
  private @Nullable String nonsense;

  private DnsConversation(List<String> names) {
    // What comes back decides on words alone, so that a number that can be guessed does no harm.
    int id = ThreadLocalRandom.current().nextInt();
    for (String name : names) {
      for (int type : TYPES) {
        questions.add(new DnsQuestion(id++ & 0xFFFF, name, type));
      }
    }
  }

  /**
   * What the server says of the first of the names that has an address, else of all of them.
   *
   * @param patience how long all of it may take
   */
  static DnsAnswer about(List<String> names, InetSocketAddress server, Duration patience) {
    DnsConversation conversation = new DnsConversation(names);
    try {
      conversation.hold(server, patience);
    } catch (PortUnreachableException _) {
      return new DnsAnswer.PortClosed();
    } catch (IOException e) {
      return new DnsAnswer.Unreachable(String.valueOf(e.getMessage()));
    }
    String nonsense = conversation.nonsense;
    DnsAnswer none =
        nonsense == null ? new DnsAnswer.Silence(patience) : new DnsAnswer.Garbage(nonsense);
    return conversation.verdict(names, none);
  }

  private void hold(InetSocketAddress server, Duration patience) throws IOException {
    Deadline half = Deadline.after(Duration.ofNanos(patience.toNanos() / 2));
    Deadline end = Deadline.after(patience);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.connect(server);
      ask(socket);
      listen(socket, half);
      if (!isOver()) {
        ask(socket);
        listen(socket, end);
      }
    }
  }

  private boolean isOver() {
    return answers.size() == questions.size() || datagrams >= MAX_DATAGRAMS;
  }

  private void ask(DatagramSocket socket) throws IOException {
    for (DnsQuestion question : questions) {
      if (!answers.containsKey(question)) {
        byte[] message = question.message();
        socket.send(new DatagramPacket(message, message.length));
      }
    }
  }

  private void listen(DatagramSocket socket, Deadline deadline) throws IOException {
    byte[] buffer = new byte[DnsMessage.MAX_BYTES];
    while (!isOver() && !deadline.hasPassed()) {
      DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
      try {
        socket.setSoTimeout(deadline.remainingMillis());
        socket.receive(packet);
      } catch (SocketTimeoutException _) {
        return;
      }
      datagrams++;
      take(ByteBuffer.wrap(buffer, 0, packet.getLength()));
    }
  }

  private void take(ByteBuffer datagram) {
    int id = DnsMessage.idOf(datagram);
    DnsQuestion asked =
        questions.stream().filter(q -> q.id() == id).findFirst().orElse(questions.getFirst());
    try {
      answers.putIfAbsent(asked, DnsMessage.read(datagram, asked));
    } catch (DnsMessage.FaultException e) {
      if (nonsense == null) {
        nonsense = String.valueOf(e.getMessage());
      }
    }
  }

  /** As the system's resolver sees it: a name that failed makes one that is missing doubtful. */
  private DnsAnswer verdict(List<String> names, DnsAnswer none) {
    // A server for a domain need not answer for a name without one.
    List<String> full = names.stream().filter(name -> name.contains(".")).toList();
    DnsAnswer verdict = verdictOn(full.isEmpty() ? names : full, none);
    DnsAnswer ofAll = verdictOn(names, none);
    return ofAll instanceof DnsAnswer.Addresses ? ofAll : verdict;
  }

  private DnsAnswer verdictOn(List<String> names, DnsAnswer none) {
    DnsAnswer failure = null;
    DnsAnswer noAddress = null;
    for (String name : names) {
      List<InetAddress> found = new ArrayList<>();
      for (DnsQuestion question : questions) {
        if (!question.name().equals(name)) {
          continue;
        }
        DnsAnswer answer = answers.getOrDefault(question, none);
        switch (answer) {
          case DnsAnswer.Addresses(String _, List<InetAddress> addresses) ->
              found.addAll(addresses);
          case DnsAnswer.NoSuchName _ -> {
            // Another of the names may exist.
          }
          case DnsAnswer.NoAddress _, DnsAnswer.DeadAlias _ ->
              noAddress = noAddress == null ? answer : noAddress;
          case DnsAnswer.Failure _,
              DnsAnswer.TooLong _,
              DnsAnswer.Garbage _,
              DnsAnswer.PortClosed _,
              DnsAnswer.Unreachable _,
              DnsAnswer.Silence _ ->
              failure = failure == null ? answer : failure;
        }
      }
      if (!found.isEmpty()) {
        return new DnsAnswer.Addresses(name, found);
      }
    }
    if (failure != null) {
      return failure;
    }
    return noAddress == null ? new DnsAnswer.NoSuchName() : noAddress;
  }
}
