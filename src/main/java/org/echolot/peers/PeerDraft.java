package org.echolot.peers;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.DurationText;
import org.jspecify.annotations.Nullable;

/**
 * A peer as a user types it: text, right or wrong. Immutable.
 *
 * @param id of the peer that it describes, saved or not yet
 * @param port decimal digits, if it is right
 * @param callingAe blank: the book's
 * @param tags separated by commas
 * @param watch the interval at which it is checked, for example {@code 60s}; blank: it is not
 *     watched
 * @param source the address of this computer to call from; blank: any that fits
 * @param proxy what is between us and the peer, as {@link PeerProxy} reads it; blank: nothing
 * @param connectTimeout for example {@code 5s}, {@code 500ms}, {@code 1m}; blank: the default
 * @param original the peer that is edited; empty for a new one. Names may stay what they were, and
 *     what the draft has no field for is taken from it
 */
public record PeerDraft(
    UUID id,
    String name,
    String calledAe,
    String host,
    String port,
    String callingAe,
    String tags,
    String notes,
    String watch,
    String source,
    String proxy,
    String connectTimeout,
    String tlsTimeout,
    String associateTimeout,
    String echoTimeout,
    String releaseTimeout,
    TlsDraft tls,
    UserIdentityDraft userIdentity,
    Optional<Peer> original) {

  /** The fields that can be wrong. */
  public enum Field {
    NAME,
    CALLED_AE,
    HOST,
    PORT,
    CALLING_AE,
    TAGS,
    WATCH,
    TRUSTED_CERTIFICATES,
    TRUSTED_FINGERPRINT,
    CLIENT_CERTIFICATE,
    CLIENT_KEY,
    SERVER_NAME,
    USERNAME,
    SOURCE,
    PROXY,
    CONNECT_TIMEOUT,
    TLS_TIMEOUT,
    ASSOCIATE_TIMEOUT,
    ECHO_TIMEOUT,
    RELEASE_TIMEOUT
  }

  /** An empty draft of a new peer. */
  public static PeerDraft blank() {
    return new PeerDraft(
        UUID.randomUUID(),
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        TlsDraft.OFF,
        UserIdentityDraft.NONE,
        Optional.empty());
  }

  /** A draft that edits {@code peer}. */
  public static PeerDraft editing(Peer peer) {
    PeerTimeouts timeouts = peer.timeouts();
    AeTitle callingAe = peer.callingAe();
    String source = peer.source();
    return new PeerDraft(
        peer.id(),
        peer.name(),
        peer.calledAe().value(),
        peer.host(),
        Integer.toString(peer.port()),
        callingAe == null ? "" : callingAe.value(),
        String.join(", ", peer.tags()),
        peer.notes(),
        peer.watch() == null ? "" : DurationText.format(peer.watch().interval()),
        source == null ? "" : source,
        peer.proxy() == null ? "" : peer.proxy().toString(),
        timeText(timeouts.connect()),
        timeText(timeouts.tls()),
        timeText(timeouts.associate()),
        timeText(timeouts.echo()),
        timeText(timeouts.release()),
        TlsDraft.of(peer.tls()),
        UserIdentityDraft.of(peer.userIdentity()),
        Optional.of(peer));
  }

  /** What is typed in a field. */
  public String text(Field field) {
    return switch (field) {
      case NAME -> name();
      case CALLED_AE -> calledAe();
      case HOST -> host();
      case PORT -> port();
      case CALLING_AE -> callingAe();
      case TAGS -> tags();
      case WATCH -> watch();
      case TRUSTED_CERTIFICATES -> tls().trustedCertificates();
      case TRUSTED_FINGERPRINT -> tls().trustedFingerprint();
      case CLIENT_CERTIFICATE -> tls().clientCertificate();
      case CLIENT_KEY -> tls().clientKey();
      case SERVER_NAME -> tls().serverName();
      case USERNAME -> userIdentity().username();
      case SOURCE -> source();
      case PROXY -> proxy();
      case CONNECT_TIMEOUT -> connectTimeout();
      case TLS_TIMEOUT -> tlsTimeout();
      case ASSOCIATE_TIMEOUT -> associateTimeout();
      case ECHO_TIMEOUT -> echoTimeout();
      case RELEASE_TIMEOUT -> releaseTimeout();
    };
  }

  public PeerDraft withName(String value) {
    return new PeerDraft(
        id,
        value,
        calledAe,
        host,
        port,
        callingAe,
        tags,
        notes,
        watch,
        source,
        proxy,
        connectTimeout,
        tlsTimeout,
        associateTimeout,
        echoTimeout,
        releaseTimeout,
        tls,
        userIdentity,
        original);
  }

  /**
   * What is wrong, in plain words, by field; empty if nothing is.
   *
   * @param takenNames the names of all peers in the book
   */
  public Map<Field, String> faults(Collection<String> takenNames) {
    return new PeerDraftRules(this).faults(takenNames);
  }

  /**
   * The peer that this draft describes.
   *
   * @throws IllegalStateException if {@link #faults} is not empty
   */
  public Peer toPeer(Collection<String> takenNames) {
    Map<Field, String> faults = faults(takenNames);
    if (!faults.isEmpty()) {
      throw new IllegalStateException(faults.toString());
    }
    return new PeerDraftRules(this).peer();
  }

  private static String timeText(@Nullable Duration time) {
    return time == null ? "" : DurationText.format(time);
  }
}
