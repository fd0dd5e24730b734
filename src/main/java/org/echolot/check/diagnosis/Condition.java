package org.echolot.check.diagnosis;

/**
 * Something that is so in some checks and not in others, by which single steps of advice are given
 * or left out: those whose text begins with its word in brackets, or with a {@code !} before it.
 */
enum Condition {
  /** The DICOM software rejected us, and not the application above it (source 2). */
  REJECTED_BY_PROVIDER("by-provider"),
  /** A proxy connects us to the peer, which sees the proxy, and not us. */
  BY_PROXY("by-proxy"),
  /** A connection on which we sent nothing was closed, too. */
  IDLE_CLOSED("idle-closed"),
  /** We begin with a header of the PROXY protocol. */
  PROXY_HEADER("proxy-header"),
  /** The port is the registered one of DICOM over TLS. */
  TLS_PORT("tls-port"),
  /** The network interface through which a peer is called looks like that of a VPN. */
  VPN("vpn"),
  /** The peer's address is one of this computer. */
  HERE("here"),
  /** What came is no more than the beginning of an answer that needs several packets. */
  LARGE_ANSWER("large-answer"),
  /** An AE title has characters that some systems refuse. */
  ODD_TITLE("odd-title"),
  /** We authenticate as somebody, and the peer neither confirmed that nor is seen to ignore it. */
  AUTHENTICATES("authenticates"),
  /** We authenticate by a name without a passcode. */
  NAME_ONLY("name-only"),
  /** We authenticate as somebody, and the peer confirmed that. */
  USER_CONFIRMED("user-confirmed"),
  /** A damaged rejection says that it is about the called AE title. */
  SAYS_CALLED("says-called"),
  /** A damaged rejection says that it is about the calling AE title. */
  SAYS_CALLING("says-calling"),
  /** The peer rejected us only for now, as it says (rejected-transient). */
  TRANSIENT("transient"),
  /** The peer rejected us for good, as it says (rejected-permanent). */
  PERMANENT("permanent"),
  /** What the peer announced may be Orthanc, or it announced nothing. */
  MAY_BE_ORTHANC("may-be-orthanc"),
  /** The host is called by a name in .local. */
  LOCAL_NAME("local-name"),
  /** The response has an error comment. */
  COMMENTED("commented"),
  /** This computer was busy at that time, which may be the reason. */
  OWN_LOAD("own-load"),
  /** The peer is called over TLS. */
  TLS("tls"),
  /** What answers is an HTTP proxy. */
  HTTP_PROXY("http-proxy"),
  /** What answers, by HTTP, calls our request bad (400). */
  BAD_REQUEST("bad-request"),
  /** What answers is a web server. */
  WEB("web"),
  /** The port is one that web interfaces usually have. */
  WEB_PORT("web-port"),
  /** We asked for no server name (SNI). */
  NO_SERVER_NAME("no-server-name"),
  /** The TLS profile is the one for old devices. */
  LEGACY("legacy"),
  /** The TLS profile allows less than the runtime. */
  NARROW("narrow"),
  /** No client certificate is set. */
  NO_CLIENT_CERTIFICATE("no-client-certificate"),
  /** The peer requested a client certificate. */
  CERTIFICATE_REQUESTED("certificate-requested"),
  /** The certificate at fault is not the peer's own. */
  OF_AN_ISSUER("of-an-issuer"),
  /** The peer sent its certificate. */
  CERTIFICATE_CAME("certificate-came"),
  /** The peer ended a handshake, too, that offers every version and cipher suite. */
  REFUSES_ALL("refuses-all"),
  /** The version that the peer accepts is older than TLS 1.2. */
  OLD_VERSION("old-version"),
  /** The peer is called by its address. */
  ASKED_ADDRESS("asked-address"),
  /** All names of the peer's certificate stand for those of a domain. */
  WILDCARD_ONLY("wildcard-only"),
  /** The port is shown to speak TLS, by what it sent in the handshake or to a probe. */
  SPEAKS_TLS("speaks-tls"),
  /** Our client certificate is signed with the key of an issuer's certificate that we know. */
  OURS_VERIFIED("ours-verified"),
  /** Our client certificate, or its issuer's, has expired. */
  OURS_EXPIRED("ours-expired"),
  OURS_NOT_YET_VALID("ours-not-yet-valid"),
  /** Our client certificate is not for clients. */
  OURS_NOT_FOR_CLIENTS("ours-not-for-clients"),
  /** We sent certificates that don't lead up to a root. */
  OURS_WITHOUT_ROOT("ours-without-root");

  private final String word;

  /**
   * @param word by which texts name it; unique
   */
  Condition(String word) {
    this.word = word;
  }

  /** By which texts name it. */
  String word() {
    return word;
  }

  /** What the text of a step begins with that is given where it is so. */
  String mark() {
    return "[" + word + "]";
  }

  /** What the text of a step begins with that is given where it is not so. */
  String otherwise() {
    return "[!" + word + "]";
  }
}
