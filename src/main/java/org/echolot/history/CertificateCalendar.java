package org.echolot.history;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.echolot.check.CheckResult;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.TlsReport;
import org.jspecify.annotations.Nullable;

/**
 * Which certificate ends when: those that peers sent, of whoever issued them, and our own client
 * certificates. Pure.
 *
 * @param entries what ends first comes first
 */
public record CertificateCalendar(List<Entry> entries) {

  /** Whose a certificate is. */
  public enum Kind {
    PEER("peer"),
    ISSUER("issuer"),
    OURS("ours");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** A word for a list. */
    public String label() {
      return label;
    }
  }

  /**
   * A certificate; one that several peers sent is one entry.
   *
   * @param peers the names of the peers with which it was seen
   */
  public record Entry(Kind kind, CertificateFacts facts, List<String> peers) {

    public Entry {
      peers = List.copyOf(peers);
    }

    /** How many days are left; negative where it has ended. */
    public long daysLeft(Instant now) {
      return facts.daysLeft(now);
    }
  }

  public CertificateCalendar {
    entries = List.copyOf(entries);
  }

  private record Key(Kind kind, X509Certificate certificate) {}

  /**
   * That of some results.
   *
   * @param results those without TLS have no part in it
   */
  public static CertificateCalendar of(Collection<CheckResult> results) {
    return of(results, _ -> null);
  }

  /**
   * The same with what peers are called by now.
   *
   * @param names null for a peer that is called as when it was checked
   */
  public static CertificateCalendar of(
      Collection<CheckResult> results, Function<UUID, @Nullable String> names) {
    Map<Key, Set<String>> found = new LinkedHashMap<>();
    for (CheckResult result : results) {
      TlsReport tls = result.tls();
      if (tls != null) {
        String now = names.apply(result.request().peerId());
        String peer = now == null ? result.request().name() : now;
        add(found, Kind.PEER, tls.chain().stream().limit(1).toList(), peer);
        add(found, Kind.ISSUER, tls.chain().stream().skip(1).toList(), peer);
        add(found, Kind.OURS, tls.sentChain().stream().limit(1).toList(), peer);
        add(found, Kind.ISSUER, tls.sentChain().stream().skip(1).toList(), peer);
      }
    }
    List<Entry> entries = new ArrayList<>();
    found.forEach(
        (key, peers) ->
            entries.add(
                new Entry(key.kind(), CertificateFacts.of(key.certificate()), List.copyOf(peers))));
    entries.sort(Comparator.comparing((Entry entry) -> entry.facts().notAfter()));
    return new CertificateCalendar(entries);
  }

  private static void add(
      Map<Key, Set<String>> found, Kind kind, List<X509Certificate> certificates, String peer) {
    for (X509Certificate certificate : certificates) {
      boolean _ =
          found.computeIfAbsent(new Key(kind, certificate), _ -> new LinkedHashSet<>()).add(peer);
    }
  }
}
