package org.echolot.tls.material;

import java.nio.file.Path;

/**
 * A file with certificates or keys that can't be used. The message names the file and the fault.
 */
public final class TlsFileException extends Exception {

  private static final long serialVersionUID = 1;

  private final transient Path file;
  private final boolean passwordMissing;
  private final boolean passwordWrong;

  private TlsFileException(
      Path file, String message, boolean passwordMissing, boolean passwordWrong) {
    super(message);
    this.file = file;
    this.passwordMissing = passwordMissing;
    this.passwordWrong = passwordWrong;
  }

  /**
   * @param fault what is wrong, to be put behind the name of the file: "is empty"
   */
  public static TlsFileException of(Path file, String fault) {
    return new TlsFileException(file, file + " " + fault, false, false);
  }

  /** The file is encrypted and nobody said its password yet. */
  public static TlsFileException passwordMissing(Path file) {
    return new TlsFileException(file, file + " needs a password", true, false);
  }

  /** The password is not that of the file. */
  public static TlsFileException passwordWrong(Path file) {
    return new TlsFileException(file, "the password is not that of " + file, false, true);
  }

  public Path file() {
    return file;
  }

  /** Whether it may help to ask for the password. */
  public boolean asksForPassword() {
    return passwordMissing || passwordWrong;
  }

  /** Whether a password was there, and it was wrong. */
  public boolean isPasswordWrong() {
    return passwordWrong;
  }
}
