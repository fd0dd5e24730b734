package org.echolot.tls.handshake;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.security.auth.x500.X500Principal;
import org.echolot.tls.CertificateFacts;
import org.echolot.tls.IanaNames;
import org.echolot.tls.IanaNames.Kind;
import org.echolot.tls.TlsReport.ClientCertificateRequest;
import org.echolot.tls.TlsReport.Offer;
import org.jspecify.annotations.Nullable;

/**
 * Makes out what handshake messages in plain text say. What can't be made out is left out: the
 * peer's faults are for the one who speaks with it.
 */
final class HandshakeReader {

  private static final int CLIENT_HELLO = 1;
  private static final int SERVER_HELLO = 2;
  private static final int SERVER_KEY_EXCHANGE = 12;
  private static final int CERTIFICATE_REQUEST = 13;

  private static final int SERVER_NAME = 0;
  private static final int SUPPORTED_GROUPS = 10;
  private static final int SIGNATURE_ALGORITHMS = 13;
  private static final int SUPPORTED_VERSIONS = 43;
  private static final int KEY_SHARE = 51;

  private static final int NAMED_CURVE = 3;
  private static final int TLS10 = 0x0301;
  private static final int TLS12 = 0x0303;

  /** Names of issuers that are shown of a peer that takes very many. */
  private static final int MOST_ISSUERS = 200;

  /** The random of a ServerHello that asks for another try (RFC 8446 4.1.3). */
  private static final byte[] RETRY =
      HexFormat.of().parseHex("CF21AD74E59A6111BE1D8C021E65B891C2A211167ABB8C5E079E09E2C8A8339C");

  /** Takes one message. */
  private interface Messages {
    void read(int type, ByteBuffer message);
  }

  private Offer offer = new Offer(List.of(), List.of(), List.of(), List.of(), null);
  private @Nullable Integer version;
  private @Nullable String cipherSuite;
  private @Nullable String keyExchange;
  private @Nullable ClientCertificateRequest certificateRequest;

  private HandshakeReader() {}

  static HandshakeReader of(HandshakeTap tap) {
    HandshakeReader reader = new HandshakeReader();
    readAll(tap.sentMessages(), reader::readOurs);
    readAll(tap.receivedMessages(), reader::readTheirs);
    return reader;
  }

  Offer offer() {
    return offer;
  }

  /** The version of the ServerHello; null if none came. */
  @Nullable String protocol() {
    return version == null ? null : IanaNames.of(Kind.VERSION, version);
  }

  @Nullable String cipherSuite() {
    return cipherSuite;
  }

  @Nullable String keyExchange() {
    return keyExchange;
  }

  @Nullable ClientCertificateRequest certificateRequest() {
    return certificateRequest;
  }

  private static void readAll(byte[] messages, Messages reading) {
    ByteBuffer all = ByteBuffer.wrap(messages);
    while (all.remaining() >= 4) {
      int type = all.get() & 0xFF;
      int length = ((all.get() & 0xFF) << 16) | (all.getShort() & 0xFFFF);
      if (length > all.remaining()) {
        return;
      }
      ByteBuffer message = all.slice(all.position(), length);
      all.position(all.position() + length);
      try {
        reading.read(type, message);
      } catch (BufferUnderflowException | IllegalArgumentException _) {
        // It ends in its middle. What it said until there was taken.
      }
    }
  }

  private void readOurs(int type, ByteBuffer message) {
    if (type == CLIENT_HELLO) {
      clientHello(message);
    }
  }

  /** The certificates themselves are recorded by who judges them. */
  private void readTheirs(int type, ByteBuffer message) {
    switch (type) {
      case SERVER_HELLO -> serverHello(message);
      case SERVER_KEY_EXCHANGE -> serverKeyExchange(message);
      case CERTIFICATE_REQUEST -> certificateRequest(message);
      default -> {
        // Not told.
      }
    }
  }

  private void clientHello(ByteBuffer hello) {
    // Without the extension that lists them, all versions up to this one are offered. TLS 1.3 says
    // 1.2 here (RFC 8446 4.1.2).
    List<Integer> versions = new ArrayList<>();
    for (int version = Math.min(hello.getShort(), TLS12); version >= TLS10; version--) {
      versions.add(version);
    }
    skip(hello, 32);
    skip(hello, hello.get() & 0xFF);
    List<String> suites = names(Kind.SUITE, block16(hello));
    skip(hello, hello.get() & 0xFF);
    List<String> groups = new ArrayList<>();
    List<String> schemes = new ArrayList<>();
    String serverName = null;
    ByteBuffer extensions = hello.hasRemaining() ? block16(hello) : ByteBuffer.allocate(0);
    while (extensions.hasRemaining()) {
      int kind = extensions.getShort() & 0xFFFF;
      ByteBuffer body = block16(extensions);
      switch (kind) {
        case SERVER_NAME -> {
          skip(body, 3);
          serverName = StandardCharsets.US_ASCII.decode(block16(body)).toString();
        }
        case SUPPORTED_GROUPS -> groups.addAll(names(Kind.GROUP, block16(body)));
        case SIGNATURE_ALGORITHMS -> schemes.addAll(names(Kind.SCHEME, block16(body)));
        case SUPPORTED_VERSIONS -> {
          versions.clear();
          skip(body, 1);
          while (body.hasRemaining()) {
            versions.add(body.getShort() & 0xFFFF);
          }
        }
        default -> {
          // Not told.
        }
      }
    }
    List<String> protocols = versions.stream().map(v -> IanaNames.of(Kind.VERSION, v)).toList();
    offer = new Offer(protocols, suites, groups, schemes, serverName);
  }

  private void serverHello(ByteBuffer hello) {
    int chosen = hello.getShort() & 0xFFFF;
    byte[] random = new byte[32];
    hello.get(random);
    skip(hello, hello.get() & 0xFF);
    int suite = hello.getShort() & 0xFFFF;
    skip(hello, 1);
    String group = null;
    ByteBuffer extensions = hello.hasRemaining() ? block16(hello) : ByteBuffer.allocate(0);
    while (extensions.hasRemaining()) {
      int kind = extensions.getShort() & 0xFFFF;
      ByteBuffer body = block16(extensions);
      if (kind == SUPPORTED_VERSIONS) {
        chosen = body.getShort() & 0xFFFF;
      } else if (kind == KEY_SHARE) {
        group = IanaNames.of(Kind.GROUP, body.getShort() & 0xFFFF);
      }
    }
    version = chosen;
    cipherSuite = IanaNames.of(Kind.SUITE, suite);
    if (!Arrays.equals(random, RETRY)) {
      keyExchange = cipherSuite.startsWith("TLS_RSA_WITH_") ? "RSA" : group;
    }
  }

  private void serverKeyExchange(ByteBuffer message) {
    String suite = cipherSuite == null ? "" : cipherSuite;
    if (suite.startsWith("TLS_ECDH") && message.get() == NAMED_CURVE) {
      keyExchange = IanaNames.of(Kind.GROUP, message.getShort() & 0xFFFF);
    } else if (suite.startsWith("TLS_DH")) {
      byte[] prime = new byte[message.getShort() & 0xFFFF];
      message.get(prime);
      int bits = new BigInteger(1, prime).bitLength();
      keyExchange = String.format(Locale.ROOT, "DHE %d bits", bits);
    }
  }

  /** In the form before TLS 1.3 (RFC 5246 7.4.4); in TLS 1.3 it is encrypted. */
  private void certificateRequest(ByteBuffer message) {
    TreeSet<String> types = new TreeSet<>();
    int count = message.get() & 0xFF;
    for (int i = 0; i < count; i++) {
      types.add(IanaNames.of(Kind.KEYTYPE, message.get() & 0xFF));
    }
    certificateRequest = new ClientCertificateRequest(List.copyOf(types), List.of());
    if (version != null && version >= TLS12) {
      ByteBuffer _ = block16(message);
    }
    List<String> issuers = new ArrayList<>();
    ByteBuffer names = block16(message);
    while (names.hasRemaining() && issuers.size() < MOST_ISSUERS) {
      byte[] name = new byte[names.getShort() & 0xFFFF];
      names.get(name);
      issuers.add(CertificateFacts.nameOf(new X500Principal(name)));
    }
    certificateRequest = new ClientCertificateRequest(List.copyOf(types), issuers);
  }

  private static List<String> names(Kind kind, ByteBuffer numbers) {
    List<String> names = new ArrayList<>();
    while (numbers.hasRemaining()) {
      names.add(IanaNames.of(kind, numbers.getShort() & 0xFFFF));
    }
    return names;
  }

  private static ByteBuffer block16(ByteBuffer from) {
    int length = from.getShort() & 0xFFFF;
    ByteBuffer block = from.slice(from.position(), Math.min(length, from.remaining()));
    skip(from, length);
    return block;
  }

  private static void skip(ByteBuffer buffer, int count) {
    if (count > buffer.remaining()) {
      throw new BufferUnderflowException();
    }
    buffer.position(buffer.position() + count);
  }
}
