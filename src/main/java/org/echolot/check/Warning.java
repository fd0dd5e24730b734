package org.echolot.check;

/**
 * Something worth knowing that did not decide the outcome.
 *
 * @param text one sentence, or several
 * @param move whose move it is; {@link Move#NOBODY}: nothing has to be done
 */
public record Warning(Code code, String text, Move move) {

  /** A warning of which it is those to act whom its code is usually about. */
  public Warning(Code code, String text) {
    this(code, text, code.move());
  }

  /** The kinds of warning. The names are fixed: users' scripts read them. */
  public enum Code {
    RELEASE_TIMEOUT("release timed out", true, Move.NOBODY),
    RELEASE_NOT_CONFIRMED("release not confirmed", true, Move.NOBODY),
    CERTIFICATE_EXPIRES_SOON("certificate expires soon", true, Move.PEER_ADMINISTRATOR),
    /** Trusted here, and refused by other software: how it is used, its age, its names. */
    CERTIFICATE_REFUSED_ELSEWHERE(
        "certificate that others may refuse", true, Move.PEER_ADMINISTRATOR),
    /** The peer took a certificate of ours that it had reasons to refuse. */
    CLIENT_CERTIFICATE_FAULTY("our client certificate is at fault", true, Move.OURS),
    /** The peer has no certificate for the server name that was asked for, and went on. */
    SERVER_NAME_NOT_KNOWN("does not know its server name", true, Move.OURS_OR_PEER),
    /** The peer sent an alert of another kind in the handshake, as a warning, and went on. */
    TLS_ALERT_IGNORED("warned in the TLS handshake", true, Move.PEER_ADMINISTRATOR),
    /**
     * What was agreed on is old and unsafe, and was allowed for this peer by a deliberate choice.
     */
    LEGACY_TLS("legacy TLS", true, Move.PEER_ADMINISTRATOR),
    /** So common, with Orthanc and all of DCMTK, that it would make every list amber. */
    DELAYED_ACK_STALL("stalls other clients", false, Move.NOBODY),
    SLOW_PEER("slow", true, Move.PEER_ADMINISTRATOR),
    /** The lookup of the name took long: the peer has no part in it. */
    SLOW_LOOKUP("slow lookup", true, Move.NETWORK),
    /** The network lets only small packets pass, or loses many: large data will be slow. */
    SLOW_NETWORK("slow network", true, Move.NETWORK),
    /** An address of the name did not answer, but another did. */
    DEAD_ADDRESS("an address is dead", true, Move.NETWORK),
    /** The name looks like that of another computer, but means this one. */
    NAME_IS_LOOPBACK("means this computer", true, Move.OURS),
    /** A file of this computer gives another address for the name than DNS. */
    HOSTS_FILE_DIFFERS("differs from DNS", true, Move.OURS),
    NONSTANDARD_REPLY("nonstandard answer", true, Move.PEER_ADMINISTRATOR),
    /** So common that it would make every list amber. */
    USER_IDENTITY_IGNORED("ignores user identities", false, Move.NOBODY);

    private final String label;
    private final boolean marksThePeer;
    private final Move move;

    Code(String label, boolean marksThePeer, Move move) {
      this.label = label;
      this.marksThePeer = marksThePeer;
      this.move = move;
    }

    /** Whose move it usually is. */
    public Move move() {
      return move;
    }

    /** Whether a peer that answers is marked in a list for this. */
    public boolean marksThePeer() {
      return marksThePeer;
    }

    /** A few words for a list. */
    public String label() {
      return label;
    }
  }
}
