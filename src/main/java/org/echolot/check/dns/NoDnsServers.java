package org.echolot.check.dns;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Knows of no DNS server. */
record NoDnsServers() implements DnsInquiry {
  @Override
  public CompletableFuture<List<DnsReply>> about(String host) {
    return CompletableFuture.completedFuture(List.of());
  }
}
