package org.echolot.check;

import org.jspecify.annotations.Nullable;

/**
 * How a check comes to its peer, where that is not the plainest way: what its request proposes
 * beside what an echo needs, by which proxy it goes, and how it leaves.
 *
 * @param contexts how often Verification is proposed, 1 to 128
 * @param syntaxes how many transfer syntaxes each time, 1 to {@link #MAX_SYNTAXES}
 * @param maxPduLength the most bytes of PDV items that we say to take in one P-DATA-TF
 * @param aborts whether the association is aborted at the end, and not released
 * @param proxy what connects us; null: nothing
 * @param proxyHeader the header of the PROXY protocol with which we begin; null: none
 * @param looksAtNetwork whether the system is asked what it knows of the connection's way, even
 *     where all goes well. The first time costs a process about 200 ms of processor time
 */
public record Approach(
    int contexts,
    int syntaxes,
    int maxPduLength,
    boolean aborts,
    @Nullable Proxy proxy,
    @Nullable ProxyHeader proxyHeader,
    boolean looksAtNetwork) {

  /** The most contexts that have an ID (PS3.8 9.3.2.2). */
  public static final int MAX_CONTEXTS = 128;

  /** The most transfer syntaxes of one context that are known here. */
  public static final int MAX_SYNTAXES = 28;

  /** The least length that is announced: what DCMTK's tools take for one, too. */
  public static final int LEAST_PDU_LENGTH = 4_096;

  /** The largest. */
  public static final int MOST_PDU_LENGTH = 131_072;

  private static final int OWN_PDU_LENGTH = 16_384;

  /** One context, in the transfer syntax that every peer knows, on a connection of our own. */
  public static final Approach PLAIN = new Approach(1, 1, OWN_PDU_LENGTH, false, null, null, true);

  /**
   * A computer that connects us to another.
   *
   * @param port 1 to 65,535
   */
  public record Proxy(Kind kind, String host, int port) {

    /** How it is asked. The names are in recordings. */
    public enum Kind {
      /** HTTP CONNECT (RFC 9110 9.3.6). */
      HTTP,
      /** SOCKS version 5 (RFC 1928), without authentication. */
      SOCKS5
    }

    /**
     * @throws IllegalArgumentException if the port is out of range, or the host blank
     */
    public Proxy {
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("port " + port + " is not from 1 to 65535");
      }
      if (host.isBlank()) {
        throw new IllegalArgumentException("the host is blank");
      }
    }
  }

  /** The versions of HAProxy's PROXY protocol, which tells a server who calls. */
  public enum ProxyHeader {
    V1,
    V2
  }

  /**
   * @throws IllegalArgumentException if a number is out of range
   */
  public Approach {
    requireFrom(1, MAX_CONTEXTS, contexts);
    requireFrom(1, MAX_SYNTAXES, syntaxes);
    requireFrom(LEAST_PDU_LENGTH, MOST_PDU_LENGTH, maxPduLength);
  }

  private static void requireFrom(int least, int most, int value) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(value + " is not from " + least + " to " + most);
    }
  }

  /** The same with no header of the PROXY protocol. */
  public Approach withoutProxyHeader() {
    return new Approach(contexts, syntaxes, maxPduLength, aborts, proxy, null, looksAtNetwork);
  }

  /** The same by a proxy; null: by none. */
  public Approach withProxy(@Nullable Proxy value) {
    return new Approach(
        contexts, syntaxes, maxPduLength, aborts, value, proxyHeader, looksAtNetwork);
  }
}
