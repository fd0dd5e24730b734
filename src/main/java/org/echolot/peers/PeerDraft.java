package org.echolot.peers;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * A peer as a user types it: text, right or wrong. Immutable.
 *
 * @param port decimal digits, if it is right
 * @param callingAe blank: the book's
 * @param tags separated by commas
 * @param connectTimeout for example {@code 5s}, {@code 500ms}, {@code 1m}; blank: the default
 * @param original the peer that is edited; empty for a new one. Names may stay what they were, and
 *     what the draft has no field for is taken from it
 */
public record PeerDraft(
    String name,
    String calledAe,
    String host,
    String port,
    String callingAe,
    String tags,
    String notes,
    String connectTimeout,
    String associateTimeout,
    String echoTimeout,
    String releaseTimeout,
    boolean tls,
    Optional<Peer> original) {

  /** The fields that can be wrong. */
  public enum Field {
    NAME,
    CALLED_AE,
    HOST,
    PORT,
    CALLING_AE,
    TAGS,
    CONNECT_TIMEOUT,
    ASSOCIATE_TIMEOUT,
    ECHO_TIMEOUT,
    RELEASE_TIMEOUT
  }

  /** An empty draft of a new peer. */
  public static PeerDraft blank() {
    return new PeerDraft("", "", "", "", "", "", "", "", "", "", "", false, Optional.empty());
  }

  /** A draft that edits {@code peer}. */
  public static PeerDraft editing(Peer peer) {
    throw new UnsupportedOperationException();
  }

  public PeerDraft withName(String value) {
    return new PeerDraft(
        value,
        calledAe,
        host,
        port,
        callingAe,
        tags,
        notes,
        connectTimeout,
        associateTimeout,
        echoTimeout,
        releaseTimeout,
        tls,
        original);
  }

  /**
   * What is wrong, in plain words, by field; empty if nothing is.
   *
   * @param takenNames the names of all peers in the book
   */
  public Map<Field, String> faults(Collection<String> takenNames) {
    throw new UnsupportedOperationException();
  }

  /**
   * The peer that this draft describes.
   *
   * @throws IllegalStateException if {@link #faults} is not empty
   */
  public Peer toPeer(Collection<String> takenNames) {
    throw new UnsupportedOperationException();
  }
}
