package org.echolot.tls.material;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.echolot.files.FileFaults;

/** The bytes of a file with certificates or keys, and what kind of file they look like. */
final class MaterialFile {

  /** The kinds of file, told by their first bytes. */
  enum Kind {
    JKS,
    JCEKS,
    PKCS12,
    /** A certificate, certificates in PKCS#7, or a key, each without PEM's letters around it. */
    DER,
    TEXT
  }

  /** Tells whether a file is still the one that was read. */
  record Stamp(FileTime changed, long length) {}

  /** More than all the certificate authorities of the world take. */
  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private static final int JKS_MAGIC = 0xFEEDFEED;
  private static final int JCEKS_MAGIC = 0xCECECECE;
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int PFX_VERSION = 3;

  private final Path path;
  private final byte[] bytes;

  private MaterialFile(Path path, byte[] bytes) {
    this.path = path;
    this.bytes = bytes;
  }

  /**
   * @throws TlsFileException if it is not there, is no file, or can't be read
   */
  static Stamp stampOf(Path path) throws TlsFileException {
    try {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      if (attributes.isDirectory()) {
        throw TlsFileException.of(path, "is a folder, not a file");
      }
      return new Stamp(attributes.lastModifiedTime(), attributes.size());
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  /**
   * @throws TlsFileException if it can't be read, is empty, or far too long
   */
  static MaterialFile read(Path path) throws TlsFileException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length == 0) {
        throw TlsFileException.of(path, "is empty");
      }
      if (bytes.length > MOST_BYTES) {
        throw TlsFileException.of(path, "is too long to be a file of certificates");
      }
      return new MaterialFile(path, bytes);
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private static TlsFileException unreadable(Path path, IOException e) {
    return TlsFileException.of(path, "cannot be read: " + FileFaults.words(e));
  }

  Path path() {
    return path;
  }

  byte[] bytes() {
    return bytes.clone();
  }

  Kind kind() {
    if (bytes.length > 4) {
      int magic = (at(0) << 24) | (at(1) << 16) | (at(2) << 8) | at(3);
      if (magic == JKS_MAGIC) {
        return Kind.JKS;
      }
      if (magic == JCEKS_MAGIC) {
        return Kind.JCEKS;
      }
    }
    if (at(0) != SEQUENCE) {
      return Kind.TEXT;
    }
    // Behind the tag stands the length: one byte, or 80H plus the number of bytes that hold it.
    int content = at(1) < 0x80 ? 2 : 2 + (at(1) & 0x7F);
    boolean isPfx =
        at(content) == INTEGER && at(content + 1) == 1 && at(content + 2) == PFX_VERSION;
    return isPfx ? Kind.PKCS12 : Kind.DER;
  }

  private int at(int index) {
    return index < bytes.length ? bytes[index] & 0xFF : -1;
  }
}
