package org.echolot.cli.option;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.echolot.cli.environment.Environment;
import org.echolot.files.FileFaults;
import org.jspecify.annotations.Nullable;

/**
 * Where the command line says that a secret is: in an environment variable or a file, each by an
 * option of its own. Not in an argument, which every user of a computer can see.
 *
 * @param option what both options begin with, for example {@code --user-secret}
 * @param variable the name of the environment variable; null: none was named
 * @param file null: none was named
 */
public record SecretSource(String option, @Nullable String variable, @Nullable Path file) {

  /** More than any field of DICOM, or password of a file, has room for. */
  private static final int MAX_BYTES = 1 << 20;

  /** Whether the command line names any. */
  public boolean isGiven() {
    return variable != null || file != null;
  }

  /** Both options, for a sentence. */
  public String options() {
    return option + "-file or " + option + "-env";
  }

  /**
   * Reads the secret as bytes, which the caller wipes out; without the line end that editors put
   * behind it.
   *
   * @throws InputException if it can't be read, or is empty
   */
  public byte[] bytes(Environment environment) throws InputException {
    if (variable != null && file != null) {
      throw new InputException(option + "-env and " + option + "-file can't both be given");
    }
    byte[] read = file == null ? ofVariable(environment) : ofFile(environment, file);
    byte[] secret = Arrays.copyOf(read, lengthWithoutLineEnd(read));
    Arrays.fill(read, (byte) 0);
    if (secret.length == 0) {
      throw new InputException(place() + " is empty");
    }
    return secret;
  }

  /**
   * Reads the secret as text, which the caller wipes out.
   *
   * @throws InputException if it can't be read, is empty, or is not UTF-8
   */
  public char[] text(Environment environment) throws InputException {
    byte[] bytes = bytes(environment);
    CharBuffer decoded = CharBuffer.allocate(0);
    try {
      decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return Arrays.copyOfRange(decoded.array(), decoded.position(), decoded.limit());
    } catch (CharacterCodingException _) {
      throw new InputException(place() + " is not UTF-8 text");
    } finally {
      Arrays.fill(bytes, (byte) 0);
      Arrays.fill(decoded.array(), '\0');
    }
  }

  private byte[] ofVariable(Environment environment) throws InputException {
    String value = variable == null ? null : environment.variables().get(variable);
    if (value == null) {
      throw new InputException(
          option + "-env: there is no environment variable '" + variable + "'");
    }
    return value.getBytes(StandardCharsets.UTF_8);
  }

  private byte[] ofFile(Environment environment, Path named) throws InputException {
    try (InputStream in = Files.newInputStream(environment.directory().resolve(named))) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new InputException(place() + " is longer than any secret can be");
      }
      return bytes;
    } catch (IOException e) {
      String words = Files.isDirectory(named) ? "it is a folder" : FileFaults.words(e);
      throw new InputException("can't read " + place() + ": " + words);
    }
  }

  private String place() {
    return file == null
        ? option + "-env: the environment variable '" + variable + "'"
        : option + "-file: " + file;
  }

  private static int lengthWithoutLineEnd(byte[] bytes) {
    int length = bytes.length;
    if (length > 0 && bytes[length - 1] == '\n') {
      length--;
      if (length > 0 && bytes[length - 1] == '\r') {
        length--;
      }
    }
    return length;
  }
}
