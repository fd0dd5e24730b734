package org.echolot.tls.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ScheduledExecutorService;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsServerProtocol;
import org.bouncycastle.tls.crypto.DHGroup;
import org.bouncycastle.tls.crypto.TlsCertificate;
import org.bouncycastle.tls.crypto.TlsCryptoParameters;
import org.bouncycastle.tls.crypto.TlsDHConfig;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaDefaultTlsCredentialedSigner;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCrypto;
import org.bouncycastle.tls.crypto.impl.jcajce.JcaTlsCryptoProvider;
import org.echolot.concurrent.Threads;
import org.echolot.realpeers.CertificateKit;
import org.echolot.realpeers.CertificateKit.Made;
import org.echolot.tls.TlsClient;
import org.echolot.tls.TlsException;
import org.echolot.tls.TlsFailure;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.TlsSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A peer that nobody trusts must not choose how long we compute. */
@Timeout(120)
class LegacyGroupsTest {

  @TempDir private static Path folder;

  private final JcaTlsCrypto crypto =
      new JcaTlsCryptoProvider().setProvider(new BouncyCastleProvider()).create(new SecureRandom());
  private final Made own = new CertificateKit(folder).selfSigned("groups").rsa(2048).make();

  /** Offers one Diffie-Hellman group; its own part takes it no time. */
  private final class Server extends DefaultTlsServer {

    private final int bits;

    Server(int bits) {
      super(crypto);
      this.bits = bits;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() {
      return ProtocolVersion.TLSv12.only();
    }

    @Override
    protected int[] getSupportedCipherSuites() {
      return new int[] {CipherSuite.TLS_DHE_RSA_WITH_AES_128_CBC_SHA};
    }

    @Override
    public TlsDHConfig getDHConfig() {
      BigInteger odd = BigInteger.ONE.shiftLeft(bits - 1).setBit(0).setBit(7);
      return new TlsDHConfig(new DHGroup(odd, null, BigInteger.TWO, 160));
    }

    @Override
    protected TlsCredentialedSigner getRSASignerCredentials() {
      try {
        return new JcaDefaultTlsCredentialedSigner(
            new TlsCryptoParameters(context),
            crypto,
            own.pair().getPrivate(),
            new Certificate(
                new TlsCertificate[] {crypto.createCertificate(own.certificate().getEncoded())}),
            new SignatureAndHashAlgorithm(HashAlgorithm.sha256, SignatureAlgorithm.rsa));
      } catch (CertificateEncodingException | IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  private TlsFailure failureWith(int bits, Duration timeout) throws Exception {
    ScheduledExecutorService scheduler = Threads.newScheduler("test deadlines");
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket socket = new Socket(port.getInetAddress(), port.getLocalPort());
        Socket accepted = port.accept()) {
      Threads.startPlatform(
          "server",
          () -> {
            try {
              new TlsServerProtocol(accepted.getInputStream(), accepted.getOutputStream())
                  .accept(new Server(bits));
            } catch (IOException _) {
              // The other side refuses.
            }
          });
      TlsSettings settings =
          new TlsSettings(own.file(), null, null, null, false, null, TlsProfile.LEGACY);
      TlsClient client = new TlsClient(settings, "localhost", List.of(), null);
      try (ClientHandshake handshake = new ClientHandshake(client, socket, scheduler)) {
        handshake.shake(timeout);
        throw new AssertionError("nobody trusts it");
      } catch (TlsException e) {
        return e.failure();
      }
    } finally {
      scheduler.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {256, 16_384, 32_768})
  void aGroupThatIsTooSmallOrTooLargeIsRefusedByItsSize(int bits) throws Exception {
    assertThat(failureWith(bits, Duration.ofSeconds(20)))
        .isEqualTo(
            new TlsFailure.Refused(
                String.format(
                    Locale.ROOT,
                    "the peer chose a Diffie-Hellman group of %,d bits,"
                        + " where 512 to 8,192 are accepted",
                    bits)));
  }

  @Test
  void whatIsComputedWithTheLargestGroupHoldsUpNoDeadline() throws Exception {
    long start = System.nanoTime();

    TlsFailure failure = failureWith(LegacyClient.MAX_DH_BITS, Duration.ofMillis(500));

    assertThat(failure).isNotInstanceOf(TlsFailure.NotTls.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}
