package org.echolot.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a handshake showed, whether it succeeded or not. Immutable; no secret is in it.
 *
 * @param offered what we offered
 * @param protocol the version that the peer chose, for example {@code TLSv1.3}; null if it came to
 *     no choice
 * @param cipherSuite the suite that the peer chose, by its IANA name; null if it came to no choice
 * @param keyExchange the group or size of the key exchange, for example {@code x25519} or {@code
 *     DHE 2048 bits}; null where it is not known
 * @param chain the peer's certificates as it sent them, its own first; empty if it sent none
 * @param trust what we make of the chain; null if none came
 * @param clientCertificateRequest what the peer asked of us; null if it did not ask for a
 *     certificate, or it is not known
 * @param sentChain the client certificates that we sent, our own first; empty: none
 * @param alert the alert that the peer sent; null if it sent none
 * @param switchedOff protocols and algorithms that this Java runtime has switched off, in its words
 * @param profileVerdict how what was agreed on keeps to PS3.15
 */
public record TlsReport(
    TlsProfile profile,
    Offer offered,
    @Nullable String protocol,
    @Nullable String cipherSuite,
    @Nullable String keyExchange,
    List<X509Certificate> chain,
    @Nullable TrustVerdict trust,
    @Nullable ClientCertificateRequest clientCertificateRequest,
    List<X509Certificate> sentChain,
    @Nullable TlsAlert alert,
    List<String> switchedOff,
    ProfileVerdict profileVerdict) {

  public TlsReport {
    chain = List.copyOf(chain);
    sentChain = List.copyOf(sentChain);
    switchedOff = List.copyOf(switchedOff);
  }

  /**
   * What our ClientHello offered, read from its bytes.
   *
   * @param serverName the name that was asked for (SNI); null: none
   */
  public record Offer(
      List<String> protocols,
      List<String> cipherSuites,
      List<String> groups,
      List<String> signatureSchemes,
      @Nullable String serverName) {

    public Offer {
      protocols = List.copyOf(protocols);
      cipherSuites = List.copyOf(cipherSuites);
      groups = List.copyOf(groups);
      signatureSchemes = List.copyOf(signatureSchemes);
    }
  }

  /**
   * That the peer asked for a client certificate (RFC 5246 7.4.4, RFC 8446 4.3.2).
   *
   * @param keyTypes the types of key that it takes, in the runtime's words
   * @param acceptedIssuers the names of the issuers that it takes; empty: it does not say
   */
  public record ClientCertificateRequest(List<String> keyTypes, List<String> acceptedIssuers) {

    public ClientCertificateRequest {
      keyTypes = List.copyOf(keyTypes);
      acceptedIssuers = List.copyOf(acceptedIssuers);
    }
  }

  /**
   * How what was agreed on keeps to the profiles of PS3.15 Annex B.
   *
   * @param bcp195 what stands against B.12, a sentence each; empty: nothing
   * @param modifiedBcp195 what stands against B.13, a sentence each; empty: nothing
   * @param known whether enough was agreed on to judge
   */
  public record ProfileVerdict(boolean known, List<String> bcp195, List<String> modifiedBcp195) {

    /** Nothing was agreed on. */
    public static final ProfileVerdict UNKNOWN = new ProfileVerdict(false, List.of(), List.of());

    public ProfileVerdict {
      bcp195 = List.copyOf(bcp195);
      modifiedBcp195 = List.copyOf(modifiedBcp195);
    }
  }
}
