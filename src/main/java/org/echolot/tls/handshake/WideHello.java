package org.echolot.tls.handshake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.echolot.concurrent.Deadline;
import org.echolot.tls.IanaNames;
import org.echolot.tls.IanaNames.Kind;
import org.echolot.tls.TlsProfile;
import org.echolot.tls.WideAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Asks a peer what TLS it takes: a ClientHello offers every version, cipher suite, group and
 * signature there is (RFC 8446 4.1.2), and the ServerHello says what is chosen. It goes no further:
 * no key is made, and nothing is trusted.
 */
public final class WideHello {

  private static final int SUPPORTED_VERSIONS = 43;
  private static final int KEY_SHARE = 51;

  private static final int[] VERSIONS = {0x0304, BareHello.TLS12, 0x0302, BareHello.TLS10};

  /** All that anybody may have; those of RSA and ECDSA with SHA-1 and MD5 are of old devices. */
  private static final int[] SIGNATURES = {
    0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809, 0x080A, 0x080B, 0x0804, 0x0805, 0x0806, 0x0401,
    0x0501, 0x0601, 0x0303, 0x0301, 0x0203, 0x0201, 0x0402, 0x0302, 0x0202, 0x0101
  };

  /** The most bytes that are read of an answer. */
  private static final int MOST_BYTES = 64 * 1024;

  /** How long the rest of an answer, with the group, may take behind the choice of a suite. */
  private static final int REST_MILLIS = 200;

  private WideHello() {}

  /**
   * Asks, as far as the choice of a version and a suite.
   *
   * @param socket connected; it is not closed
   * @param serverName the name to ask for (SNI); null: none
   * @return empty if no answer came in time, or none of TLS
   */
  public static Optional<WideAnswer> ask(
      Socket socket, @Nullable String serverName, Deadline deadline) throws IOException {
    socket.getOutputStream().write(hello(serverName));
    HandshakeTap tap = new HandshakeTap();
    byte[] buffer = new byte[8192];
    int total = 0;
    HandshakeReader seen = HandshakeReader.of(tap);
    while (total < MOST_BYTES && tap.receivedAlert() == null && seen.keyExchange() == null) {
      int left = deadline.remainingMillis();
      socket.setSoTimeout(seen.protocol() == null ? left : Math.min(left, REST_MILLIS));
      int count = read(socket.getInputStream(), buffer);
      if (count <= 0) {
        if (count == 0 && seen.protocol() == null) {
          return Optional.empty();
        }
        break;
      }
      tap.received(buffer, 0, count);
      total += count;
      if (tap.isForeign()) {
        return Optional.empty();
      }
      seen = HandshakeReader.of(tap);
    }
    return Optional.of(answer(seen));
  }

  /** How many bytes came; 0: none in time, -1: none will. */
  private static int read(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (SocketTimeoutException _) {
      return 0;
    } catch (IOException _) {
      return -1;
    }
  }

  private static WideAnswer answer(HandshakeReader seen) {
    String protocol = seen.protocol();
    String suite = seen.cipherSuite();
    return protocol == null || suite == null
        ? WideAnswer.REFUSED
        : new WideAnswer(protocol, suite, seen.keyExchange(), profileWith(protocol, suite));
  }

  /** The profile that offers both; null: none does. */
  private static @Nullable TlsProfile profileWith(String protocol, String suite) {
    if (LegacyClient.offers(protocol, suite) && !runtimeOffers(protocol, suite)) {
      return TlsProfile.LEGACY;
    }
    return runtimeOffers(protocol, suite) ? TlsProfile.RUNTIME : null;
  }

  private static boolean runtimeOffers(String protocol, String suite) {
    try {
      SSLParameters runtime = SSLContext.getDefault().getDefaultSSLParameters();
      return List.of(runtime.getProtocols()).contains(protocol)
          && List.of(runtime.getCipherSuites()).contains(suite);
    } catch (NoSuchAlgorithmException _) {
      return false;
    }
  }

  /** The bytes of the record. */
  static byte[] hello(@Nullable String serverName) {
    return BareHello.record(suites().mapToInt(Integer::intValue).toArray(), extensions(serverName));
  }

  /** What authenticates and encrypts first, since many peers take what the caller likes best. */
  private static Stream<Integer> suites() {
    return IanaNames.listed(Kind.SUITE).stream()
        .filter(suite -> suite > 0)
        .filter(suite -> !IanaNames.of(Kind.SUITE, suite).matches(".*(SCSV|PSK|SRP|KRB5|_anon_).*"))
        .sorted(Comparator.comparingInt(suite -> rank(IanaNames.of(Kind.SUITE, suite))));
  }

  private static int rank(String suite) {
    if (suite.matches(".*(NULL|EXPORT|RC4|RC2|_DES_).*")) {
      return 3;
    }
    if (!suite.contains("_WITH_")) {
      return 0; // of TLS 1.3
    }
    return suite.contains("ECDHE") ? 1 : 2;
  }

  private static byte[] extensions(@Nullable String serverName) {
    int[] groups =
        IanaNames.listed(Kind.GROUP).stream()
            .filter(group -> group < 0x1000)
            .mapToInt(Integer::intValue)
            .toArray();
    byte[] versions = BareHello.numbers(VERSIONS);
    ByteBuffer supported = ByteBuffer.allocate(1 + versions.length);
    supported.put((byte) versions.length).put(versions);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(BareHello.extensions(serverName, groups, SIGNATURES));
    all.writeBytes(BareHello.extension(SUPPORTED_VERSIONS, supported.array()));
    all.writeBytes(BareHello.extension(KEY_SHARE, BareHello.vector(new byte[0])));
    return all.toByteArray();
  }
}
