package org.echolot.tls.handshake;

import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.jcajce.util.ProviderJcaJceHelper;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCertificate;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;

/**
 * Bouncy Castle's algorithms from a provider of their own, without its look at the key usage of a
 * peer's certificate: that is judged with the rest of the certificate, in words, and a certificate
 * that is trusted itself is used whatever it says. Used by the thread of the handshake.
 */
final class TrustingCrypto extends JcaTlsCrypto {

  TrustingCrypto() {
    super(
        new ProviderJcaJceHelper(new BouncyCastleProvider()),
        new SecureRandom(),
        new SecureRandom());
  }

  @Override
  public TlsCertificate createCertificate(short type, byte[] encoding) throws IOException {
    return new JcaTlsCertificate(this, encoding) {
      @Override
      protected boolean supportsKeyUsageBit(int bit) {
        return true;
      }
    };
  }
}
