package org.echolot.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.echolot.secrets.SecretBook;

/**
 * Reads the files with certificates and keys, each once for as long as it does not change. Safe for
 * use by any thread.
 */
public final class TlsMaterials {

  /**
   * @param secrets has the passwords of the files, by their paths
   */
  @SuppressWarnings("UnusedVariable") // no file that has a password is read yet
  public TlsMaterials(SecretBook secrets) {}

  /**
   * Reads all files that {@code settings} name, and says what is wrong with them. It blocks.
   *
   * @throws TlsFileException if one can't be used; where it asks for a password, put that into the
   *     secrets and try again
   */
  public void check(TlsSettings settings) throws TlsFileException {
    for (Path file :
        Stream.of(
                settings.trustedCertificates(), settings.clientCertificate(), settings.clientKey())
            .filter(Objects::nonNull)
            .toList()) {
      try {
        if (Files.size(file) == 0) {
          throw TlsFileException.of(file, "is empty");
        }
      } catch (IOException e) {
        throw TlsFileException.of(file, "can't be read: " + e);
      }
    }
  }
}
