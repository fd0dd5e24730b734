package org.echolot.check.dns;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.echolot.concurrent.Threads;

/**
 * Asks all DNS servers at the same time, over UDP and in our own words: the system's lookup does
 * not say which of them failed and how, or says it in the language of the user.
 */
public final class DnsSurvey implements DnsInquiry {

  /** Ten times what a server that is well takes over a long line, and one lost datagram. */
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final Supplier<Optional<DnsSettings>> settings;
  private final Duration patience;

  /** Asks the servers that this computer has at the moment of the question. */
  public DnsSurvey() {
    this(DnsSettings::ofThisComputer, PATIENCE);
  }

  DnsSurvey(Supplier<Optional<DnsSettings>> settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  @Override
  public CompletableFuture<List<DnsReply>> about(String host) {
    Optional<DnsSettings> found = settings.get();
    List<String> names = found.map(s -> s.namesOf(host)).orElse(List.of());
    if (found.isEmpty() || names.isEmpty()) {
      return DnsInquiry.none().about(host);
    }
    List<CompletableFuture<DnsReply>> replies =
        found.get().servers().stream().map(server -> ask(server, names)).toList();
    return CompletableFuture.allOf(replies.toArray(CompletableFuture[]::new))
        .thenApply(_ -> replies.stream().map(CompletableFuture::join).toList());
  }

  @Override
  public boolean isCompleted(String host) {
    return settings.get().stream()
        .flatMap(s -> s.namesOf(host).stream().limit(1))
        .anyMatch(first -> !host.equals(first) && !host.equals(first + "."));
  }

  private CompletableFuture<DnsReply> ask(InetSocketAddress server, List<String> names) {
    CompletableFuture<DnsReply> reply = new CompletableFuture<>();
    Threads.startVirtual(
        "DNS server " + server,
        () -> {
          DnsAnswer answer;
          try {
            answer = DnsConversation.about(names, server, patience);
          } catch (RuntimeException e) {
            answer = new DnsAnswer.Unreachable(e.toString());
          }
          reply.complete(new DnsReply(server.getAddress(), answer));
        });
    return reply;
  }
}
