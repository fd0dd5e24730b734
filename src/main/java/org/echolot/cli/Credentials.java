package org.echolot.cli;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.echolot.check.CheckRequest;
import org.echolot.check.UserIdentity;
import org.echolot.cli.environment.Environment;
import org.echolot.cli.option.InputException;
import org.echolot.cli.option.SecretSource;
import org.echolot.cli.option.TlsOptions;
import org.echolot.cli.option.UserOptions;
import org.echolot.secrets.SecretKey;
import org.echolot.tls.TlsSettings;
import org.echolot.tls.material.TlsFileException;

/**
 * Gets the passwords and tokens that checks will need into memory before the first one begins: from
 * where the command line says that they are, or from whoever sits at the terminal.
 */
final class Credentials {

  private static final int ATTEMPTS = 3;

  private final Environment environment;
  private final SecretSource trustedPassword;
  private final SecretSource certificatePassword;
  private final SecretSource userSecret;

  Credentials(Environment environment, TlsOptions tls, UserOptions user) {
    this.environment = environment;
    this.trustedPassword = tls.trustedPassword();
    this.certificatePassword = tls.certificatePassword();
    this.userSecret = user.secret();
  }

  /**
   * Gets all that {@code requests} need. It reads files, and may wait for a person.
   *
   * @param named the files with certificates and keys that the command line names. What is wrong
   *     with another, a saved peer's, is for that peer's check to tell
   * @return false if the user stopped at a question
   * @throws InputException if a secret is missing or wrong, or a named file can't be used
   */
  boolean provideFor(List<CheckRequest> requests, Set<Path> named)
      throws InputException, InterruptedException {
    try {
      provide(requests, named);
      return true;
    } catch (InputException e) {
      if (environment.interrupted().isStopped() || environment.terminated().isStopped()) {
        return false;
      }
      throw e;
    }
  }

  private void provide(List<CheckRequest> requests, Set<Path> named)
      throws InputException, InterruptedException {
    Set<TlsSettings> tls = new LinkedHashSet<>();
    for (CheckRequest request : requests) {
      TlsSettings settings = request.tls();
      if (settings != null) {
        tls.add(settings);
      }
    }
    giveTo(
        trustedPassword,
        tls.stream().map(TlsSettings::trustedCertificates).filter(Objects::nonNull).toList());
    giveTo(
        certificatePassword,
        tls.stream()
            .flatMap(s -> Stream.of(s.clientCertificate(), s.clientKey()))
            .filter(Objects::nonNull)
            .toList());
    for (TlsSettings settings : tls) {
      check(settings, named);
    }
    provideUsers(requests);
  }

  private void giveTo(SecretSource source, List<Path> files) throws InputException {
    if (source.isGiven()) {
      if (files.isEmpty()) {
        throw new InputException(
            source.option() + ": no target has a file that this password could open");
      }
      char[] password = source.text(environment);
      files.forEach(file -> environment.secrets().remember(new SecretKey.OfFile(file), password));
      Arrays.fill(password, '\0');
    }
  }

  private void check(TlsSettings settings, Set<Path> named)
      throws InputException, InterruptedException {
    for (int asked = 0; ; asked++) {
      try {
        environment.materials().check(settings);
        return;
      } catch (TlsFileException e) {
        if (e.asksForPassword()) {
          askFor(settings, e, asked);
        } else if (named.contains(e.file())) {
          throw new InputException(String.valueOf(e.getMessage()));
        } else {
          return;
        }
      }
    }
  }

  private void askFor(TlsSettings settings, TlsFileException fault, int asked)
      throws InputException, InterruptedException {
    SecretSource source =
        fault.file().equals(settings.trustedCertificates()) ? trustedPassword : certificatePassword;
    if (source.isGiven() || asked == ATTEMPTS) {
      throw new InputException(String.valueOf(fault.getMessage()));
    }
    SecretKey key = new SecretKey.OfFile(fault.file());
    String question =
        (fault.isPasswordWrong() ? "Wrong password. " : "") + "Password of " + fault.file();
    if (!ask(key, question)) {
      throw new InputException(fault.getMessage() + "; give its location with " + source.options());
    }
  }

  private void provideUsers(List<CheckRequest> requests)
      throws InputException, InterruptedException {
    boolean needed = false;
    for (CheckRequest request : requests) {
      UserIdentity identity = request.userIdentity();
      if (identity != null && identity.type().hasSecret()) {
        needed = true;
        provideUser(request, identity);
      }
    }
    if (userSecret.isGiven() && !needed) {
      throw new InputException("--user-secret: no target has a user with a secret");
    }
  }

  private void provideUser(CheckRequest request, UserIdentity identity)
      throws InputException, InterruptedException {
    SecretKey key = identity.secretKey(request.peerId());
    String what = identity.type().secretLabel();
    if (userSecret.isGiven()) {
      char[] secret =
          identity.type() == UserIdentity.Type.KERBEROS ? ticket() : userSecret.text(environment);
      environment.secrets().remember(key, secret);
      Arrays.fill(secret, '\0');
      return;
    }
    if (environment.secrets().find(key).map(Credentials::wiped).isPresent()) {
      return;
    }
    String whose = identity.type().hasUsername() ? " of user \"" + identity.username() + "\"" : "";
    String peer = request.name();
    if (!ask(key, capital(what) + whose + " at \"" + peer + "\"")) {
      throw new InputException(
          "the "
              + what
              + whose
              + " at '"
              + peer
              + "' is missing; give its location with "
              + userSecret.options());
    }
  }

  /** A ticket as it is kept, in Base64; the file may have it so, or as it is. */
  private char[] ticket() throws InputException {
    byte[] bytes = userSecret.bytes(environment);
    // A ticket begins with a byte that Base64 has too, but has others that it has not.
    byte[] digits = isBase64(bytes) ? bytes : Base64.getEncoder().encode(bytes);
    char[] text = StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(digits)).array();
    Arrays.fill(bytes, (byte) 0);
    Arrays.fill(digits, (byte) 0);
    return text;
  }

  /** Whether an answer came, which is then remembered. */
  private boolean ask(SecretKey key, String question) throws InterruptedException {
    char[] typed = environment.terminal().askSecret(question);
    if (typed == null) {
      return false;
    }
    environment.secrets().remember(key, typed);
    Arrays.fill(typed, '\0');
    return true;
  }

  private static boolean wiped(char[] secret) {
    Arrays.fill(secret, '\0');
    return true;
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** Whether these are digits of Base64 in one line or several, and nothing else. */
  private static boolean isBase64(byte[] bytes) {
    for (byte b : bytes) {
      char c = (char) Byte.toUnsignedInt(b);
      boolean isDigit = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      if (!isDigit && "+/=\r\n\t ".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }
}
