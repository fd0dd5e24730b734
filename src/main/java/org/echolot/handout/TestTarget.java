package org.echolot.handout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.echolot.check.CheckRequest;
import org.echolot.peers.PeerTls;
import org.jspecify.annotations.Nullable;

/**
 * A check that is to be made with another tool.
 *
 * @param tls how the peer is spoken to over TLS; null: plain
 * @param folder what the relative paths of {@code tls} start at
 */
public record TestTarget(CheckRequest request, @Nullable PeerTls tls, Path folder) {

  String callingAe() {
    return request.callingAe().value();
  }

  String calledAe() {
    return request.calledAe().value();
  }

  String port() {
    return String.valueOf(request.port());
  }

  boolean isIpv6() {
    return request.host().contains(":");
  }

  /** The file with the certificates that are trusted; null: Java's own. */
  @Nullable String trusted() {
    return tls == null ? null : absolute(tls.trustedCertificates());
  }

  /** The file with our certificate and its key; null: none. */
  @Nullable String clientCertificate() {
    return tls == null ? null : absolute(tls.clientCertificate());
  }

  private @Nullable String absolute(@Nullable String file) {
    return file == null ? null : folder.resolve(file).normalize().toString();
  }

  /** Whether a word of a command would have control characters: no shell takes all of them. */
  boolean hasControlCharacters() {
    return Stream.of(request.host(), orEmpty(trusted()), orEmpty(clientCertificate()))
        .flatMapToInt(String::chars)
        .anyMatch(Character::isISOControl);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Whether a file is one of Java's or Windows' key stores, by its name. */
  static boolean isKeyStore(String file) {
    return file.toLowerCase(Locale.ROOT).matches(".*\\.(p12|pfx|pkcs12|jks|ks|keystore)");
  }

  /** Whole seconds for tools that know no others, at least 1: none of them takes 0 as "at once". */
  static String seconds(Duration duration) {
    return String.valueOf((duration.toMillis() + 999) / 1000);
  }
}
