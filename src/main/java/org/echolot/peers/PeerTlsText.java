package org.echolot.peers;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.echolot.check.UserIdentity;
import org.echolot.text.HostText;
import org.echolot.text.IpText;
import org.echolot.tls.TlsProfile;
import org.jspecify.annotations.Nullable;

/** What people write about TLS and users: names of files, fingerprints, words. Nothing is read. */
public final class PeerTlsText {

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern BETWEEN_BYTES = Pattern.compile("[\\s:]+");
  private static final int MAX_USERNAME_LENGTH = 1_000;

  private PeerTlsText() {}

  /** What is wrong with {@code text} as the name of a file, in plain words; null if nothing is. */
  public static @Nullable String fileFault(String text) {
    if (text.isBlank()) {
      return "A file is needed.";
    }
    try {
      Path _ = Path.of(text);
      return null;
    } catch (InvalidPathException e) {
      return "This can't be the name of a file: " + e.getReason() + ".";
    }
  }

  /**
   * What is wrong with {@code text} as the SHA-256 of a certificate, in plain words; null if
   * nothing is.
   */
  public static @Nullable String fingerprintFault(String text) {
    String digits = fingerprint(text);
    if (FINGERPRINT.matcher(digits).matches()) {
      return null;
    }
    return SHA1.matcher(digits).matches()
        ? "This is a SHA-1 fingerprint (40 hexadecimal digits). Enter the SHA-256 fingerprint,"
            + " which has 64."
        : "A SHA-256 fingerprint has 64 hexadecimal digits, with or without colons.";
  }

  /** A fingerprint as it is compared: in lower case, without colons and spaces. */
  public static String fingerprint(String text) {
    return BETWEEN_BYTES.matcher(text).replaceAll("").toLowerCase(Locale.ROOT);
  }

  /**
   * What is wrong with {@code text} as a name to ask for (SNI, RFC 6066 section 3), in plain words;
   * null if nothing is.
   */
  public static @Nullable String serverNameFault(String text) {
    String name = serverName(text);
    String fault = HostText.faultOf(text);
    if (fault != null) {
      return fault;
    }
    if (IpText.isIpv4(name) || IpText.isAddress(HostText.normalized(name))) {
      return "This must be a name: TLS cannot request a server by its address.";
    }
    return name.indexOf('_') >= 0 ? "A server name cannot contain \"_\"." : null;
  }

  /** A name to ask for without what surrounds it, and without the dot of the root. */
  public static String serverName(String text) {
    String name = text.strip();
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /** What is wrong with {@code text} as the name of a user, in plain words; null if nothing is. */
  public static @Nullable String usernameFault(String text) {
    return text.isBlank()
        ? "A user name is needed."
        : PeerRules.textFault("A user name", text.strip(), MAX_USERNAME_LENGTH);
  }

  /** What is wrong with the word for a profile; null if nothing is. */
  public static @Nullable String profileFault(String word) {
    return wordFault(
        "profile", word, TlsProfile.of(word), TlsProfile.values(), profile -> profile.word());
  }

  /** What is wrong with the word for a type of user identity; null if nothing is. */
  public static @Nullable String identityTypeFault(String word) {
    return wordFault(
        "type", word, UserIdentity.Type.of(word), UserIdentity.Type.values(), type -> type.word());
  }

  private static <T> @Nullable String wordFault(
      String what, String word, Optional<T> found, T[] all, Function<T, String> words) {
    return found.isPresent()
        ? null
        : "there is no "
            + what
            + " \""
            + HostText.shown(word)
            + "\"; write "
            + Arrays.stream(all).map(words).collect(Collectors.joining(", "));
  }
}
