package org.echolot.peers.exchange;

import java.util.Objects;
import java.util.function.Function;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.peers.Peer;
import org.echolot.peers.PeerTimeouts;
import org.echolot.peers.PeerTls;
import org.echolot.peers.PeerUserIdentity;
import org.echolot.peers.PeerWatch;
import org.echolot.text.DurationText;
import org.jspecify.annotations.Nullable;

/** What a list may say about a peer. */
@SuppressWarnings("ImmutableEnumChecker") // a function of a peer is a constant in all but its type
public enum PeerField {
  NAME("name", Peer::name),
  CALLED_AE("called AE", peer -> peer.calledAe().value()),
  HOST("host", Peer::host),
  PORT("port", peer -> Integer.toString(peer.port())),
  CALLING_AE("calling AE", peer -> text(peer.callingAe())),
  TLS("TLS", peer -> peer.tls() == null ? "off" : "on"),
  TLS_SETTINGS("TLS settings", peer -> text(peer.tls())),
  TIMEOUTS("timeouts", peer -> text(peer.timeouts())),
  USER_IDENTITY("user", peer -> text(peer.userIdentity())),
  SOURCE("source address", peer -> Objects.requireNonNullElse(peer.source(), "")),
  PROXY("proxy", peer -> peer.proxy() == null ? "" : peer.proxy().toString()),
  WATCH("watch interval", peer -> text(peer.watch())),
  TAGS("tags", peer -> String.join(", ", peer.tags())),
  NOTES("notes", Peer::notes),
  /** What a newer version, or another program, wrote into a peers file. */
  UNKNOWN("unknown fields", peer -> peer.raw().toString());

  private final String label;
  private final Function<Peer, String> text;

  PeerField(String label, Function<Peer, String> text) {
    this.label = label;
    this.text = text;
  }

  /** How a sentence names it. */
  public String label() {
    return label;
  }

  /** What a peer has, to be read; empty if that is the default. */
  public String textOf(Peer peer) {
    return text.apply(peer);
  }

  /** Whether two peers have the same. */
  public boolean isSame(Peer one, Peer other) {
    return switch (this) {
      case HOST -> one.host().equalsIgnoreCase(other.host());
      case TLS_SETTINGS -> Objects.equals(one.tls(), other.tls());
      case TAGS -> one.tags().equals(other.tags());
      case UNKNOWN -> one.raw().equals(other.raw());
      default -> textOf(one).equals(textOf(other));
    };
  }

  /** Whether a peer has anything here that a list can lose. */
  boolean isUsedBy(Peer peer) {
    return switch (this) {
      case TLS_SETTINGS -> peer.tls() != null && !peer.tls().equals(PeerTls.DEFAULT);
      case TLS -> peer.tls() != null;
      case UNKNOWN -> !peer.raw().toString().equals("[]");
      default -> !textOf(peer).isEmpty();
    };
  }

  private static String text(@Nullable AeTitle ae) {
    return ae == null ? "" : ae.value();
  }

  private static String text(@Nullable PeerTls tls) {
    if (tls == null) {
      return "";
    }
    StringBuilder text = new StringBuilder();
    append(text, "trusted", tls.trustedCertificates());
    append(text, "fingerprint", tls.trustedFingerprint());
    append(text, "client certificate", tls.clientCertificate());
    append(text, "key", tls.clientKey());
    append(text, "server name", tls.serverName());
    append(text, "host name check", tls.verifyHostname() ? null : "off");
    append(
        text, "profile", tls.profile() == PeerTls.DEFAULT.profile() ? null : tls.profile().word());
    return text.isEmpty() ? "default" : text.toString();
  }

  private static String text(@Nullable PeerWatch watch) {
    return watch == null ? "" : DurationText.format(watch.interval());
  }

  private static String text(PeerTimeouts timeouts) {
    StringBuilder text = new StringBuilder();
    append(text, "connect", time(timeouts.connect()));
    append(text, "TLS", time(timeouts.tls()));
    append(text, "associate", time(timeouts.associate()));
    append(text, "echo", time(timeouts.echo()));
    append(text, "release", time(timeouts.release()));
    return text.toString();
  }

  private static @Nullable String time(java.time.@Nullable Duration time) {
    return time == null ? null : DurationText.format(time);
  }

  private static String text(@Nullable PeerUserIdentity user) {
    if (user == null) {
      return "";
    }
    String name = user.username();
    return user.type().word()
        + (name == null ? "" : " " + name)
        + (user.positiveResponse() ? ", to be confirmed" : "");
  }

  private static void append(StringBuilder to, String what, @Nullable String value) {
    if (value != null) {
      to.append(to.isEmpty() ? "" : ", ").append(what).append(' ').append(value);
    }
  }
}
