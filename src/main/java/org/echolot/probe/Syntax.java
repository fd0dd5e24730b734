package org.echolot.probe;

/**
 * A transfer syntax (PS3.5 10).
 *
 * @param name as PS3.6 has it
 */
public record Syntax(Kind kind, String uid, String name) {

  /** How it compresses, in the order in which it is shown. */
  public enum Kind {
    UNCOMPRESSED("raw"),
    DEFLATE("defl"),
    JPEG("JPEG"),
    JPEG_LS("JLS"),
    JPEG_2000("J2K"),
    HTJ2K("HTJ2K"),
    RLE("RLE"),
    MPEG("MPEG"),
    HEVC("HEVC"),
    JPEG_XL("JXL");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** A few letters for the head of a column. */
    public String label() {
      return label;
    }
  }
}
