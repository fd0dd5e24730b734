package org.echolot.tls.material;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.echolot.secrets.SecretBook;
import org.echolot.secrets.SecretKey;

/** Any bytes, as a file of trusted certificates and as one of a certificate with its key. */
public final class KeyFileFuzz {

  private static final Path FILE =
      Jimfs.newFileSystem(Configuration.unix()).getPath("/work/key-file");

  private static final String FOLDER = "/org/echolot/tls/";

  private KeyFileFuzz() {}

  /** Inputs to begin with. */
  public static Stream<byte[]> seeds() {
    return Stream.of("chain-of-four.pem", "ed25519.pem", "hostile.pem", "nameless.pem", "pss.pem")
        .map(KeyFileFuzz::resource);
  }

  private static byte[] resource(String name) {
    try (var in = KeyFileFuzz.class.getResourceAsStream(FOLDER + name)) {
      return in == null ? name.getBytes(StandardCharsets.US_ASCII) : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tries one input. */
  public static void run(byte[] bytes) throws Exception {
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, bytes);
    SecretBook secrets = new SecretBook();
    secrets.remember(new SecretKey.OfFile(FILE), "password".toCharArray());
    TlsMaterials materials = new TlsMaterials(secrets);
    try {
      assertThat(materials.trusted(FILE)).isNotEmpty();
    } catch (TlsFileException fault) {
      assertThat(fault).hasMessageContaining(FILE.toString());
    }
    try {
      assertThat(materials.identity(FILE, null)).isNotNull();
    } catch (TlsFileException fault) {
      assertThat(fault).hasMessageContaining(FILE.toString());
    }
  }
}
