package org.echolot.history;

/**
 * One thing that is different from the last success of a peer.
 *
 * @param was what it was
 * @param now what it is
 */
public record Change(Kind kind, String was, String now) {

  /** What can be different. */
  public enum Kind {
    CALLED_AE("called AE title", true),
    CALLING_AE("calling AE title", true),
    HOST("host", true),
    PORT("port", true),
    TLS("TLS", true),
    USER("user identity", true),
    CALLED_ADDRESS("called address", false),
    CALLING_ADDRESS("calling address", false),
    IMPLEMENTATION("peer's implementation", false),
    IMPLEMENTATION_CLASS_UID("peer's implementation class UID", false),
    MAX_PDU_LENGTH("peer's max PDU length", false),
    TRANSFER_SYNTAX("transfer syntax", false),
    TLS_VERSION("TLS version", false),
    CIPHER_SUITE("cipher suite", false),
    CERTIFICATE("peer's certificate", false),
    ANSWER("answer to the association request", false),
    STAGE_TIME("time", false),
    ROUND_TRIP("round trip of the network", false),
    RETRANSMISSIONS("segments sent again", false);

    private final String label;
    private final boolean setting;

    Kind(String label, boolean setting) {
      this.label = label;
      this.setting = setting;
    }

    /** A few words for a list. */
    public String label() {
      return label;
    }

    /** Whether it is a setting of the saved peer, which can be set back. */
    public boolean isSetting() {
      return setting;
    }
  }

  /** A sentence without its full stop. */
  public String sentence() {
    return switch (kind) {
      case TLS -> "TLS was " + was + ", but is now " + now;
      case CERTIFICATE ->
          "The peer sent another certificate: it was " + was + ", and is now " + now;
      case STAGE_TIME, ROUND_TRIP, RETRANSMISSIONS -> now + ", but usually " + was;
      default -> "The " + kind.label + " was " + was + ", but is now " + now;
    };
  }
}
