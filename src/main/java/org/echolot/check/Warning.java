package org.echolot.check;

/**
 * Something worth knowing that did not decide the outcome.
 *
 * @param text one sentence
 */
public record Warning(Code code, String text) {

  /** The kinds of warning. The names are fixed: users' scripts read them. */
  public enum Code {
    RELEASE_TIMEOUT("release timed out", true),
    RELEASE_NOT_CONFIRMED("release not confirmed", true),
    CERTIFICATE_EXPIRES_SOON("certificate expires soon", true),
    /** Trusted here, and refused by other software: how it is used, its age, its names. */
    CERTIFICATE_REFUSED_ELSEWHERE("certificate that others may refuse", true),
    /** The peer took a certificate of ours that it had reasons to refuse. */
    CLIENT_CERTIFICATE_FAULTY("our client certificate is at fault", true),
    /** The peer has no certificate for the server name that was asked for, and went on. */
    SERVER_NAME_NOT_KNOWN("does not know its server name", true),
    /**
     * What was agreed on is old and unsafe, and was allowed for this peer by a deliberate choice.
     */
    LEGACY_TLS("legacy TLS", true),
    /** So common, with Orthanc and all of DCMTK, that it would make every list amber. */
    DELAYED_ACK_STALL("stalls other clients", false),
    SLOW_PEER("slow", true),
    /** The lookup of the name took long: the peer has no part in it. */
    SLOW_LOOKUP("slow lookup", true),
    /** An address of the name did not answer, but another did. */
    DEAD_ADDRESS("an address is dead", true),
    /** The name looks like that of another computer, but means this one. */
    NAME_IS_LOOPBACK("means this computer", true),
    NONSTANDARD_REPLY("nonstandard answer", true),
    /** So common that it would make every list amber. */
    USER_IDENTITY_IGNORED("ignores user identities", false);

    private final String label;
    private final boolean marksThePeer;

    Code(String label, boolean marksThePeer) {
      this.label = label;
      this.marksThePeer = marksThePeer;
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
