package org.echolot.check.dns;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Asks the DNS servers of this computer what a host name means. */
@FunctionalInterface
public interface DnsInquiry {

  /** Knows of no server. */
  static DnsInquiry none() {
    return new NoDnsServers();
  }

  /**
   * Begins to ask; returns at once.
   *
   * @param host a name, short or full
   * @return what each server did, in the order in which the system asks them; empty where they are
   *     not known. It always comes, soon, and never is a failure
   */
  CompletableFuture<List<DnsReply>> about(String host);

  /** Whether the system puts a domain of its own choice behind the name before it asks. */
  default boolean isCompleted(String host) {
    return false;
  }
}
