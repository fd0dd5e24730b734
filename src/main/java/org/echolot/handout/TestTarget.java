package org.echolot.handout;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.echolot.check.CheckRequest;
import org.echolot.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/** A check that is to be made with another tool, in the words of command lines. */
record TestTarget(CheckRequest request) {

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

  boolean isTls() {
    return request.isTls();
  }

  /** The file with the certificates that are trusted; null: Java's own. */
  @Nullable String trusted() {
    TlsSettings tls = request.tls();
    return tls == null ? null : name(tls.trustedCertificates());
  }

  /** The file with our certificate; null: none. */
  @Nullable String clientCertificate() {
    TlsSettings tls = request.tls();
    return tls == null ? null : name(tls.clientCertificate());
  }

  /** The file with its key, which may be the same; null: none. */
  @Nullable String clientKey() {
    TlsSettings tls = request.tls();
    return tls == null || tls.clientKey() == null ? clientCertificate() : name(tls.clientKey());
  }

  private static @Nullable String name(@Nullable Path file) {
    return file == null ? null : file.normalize().toString();
  }

  /** Whether a word of a command would have control characters: no shell takes all of them. */
  boolean hasControlCharacters() {
    return Stream.of(
            request.host(), orEmpty(trusted()), orEmpty(clientCertificate()), orEmpty(clientKey()))
        .flatMapToInt(String::chars)
        .anyMatch(Character::isISOControl);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /** Whether a file is one of Java's or Windows' key stores, by its name. */
  static boolean isKeyStore(String file) {
    return isPkcs12(file) || file.toLowerCase(Locale.ROOT).matches(".*\\.(jks|ks|keystore)");
  }

  static boolean isPkcs12(String file) {
    return file.toLowerCase(Locale.ROOT).matches(".*\\.(p12|pfx|pkcs12)");
  }

  /** Whole seconds for tools that know no others, at least 1: none of them takes 0 as "at once". */
  static String seconds(Duration duration) {
    return String.valueOf((duration.toMillis() + 999) / 1000);
  }
}
