package org.echolot.probe;

import java.util.List;
import java.util.Locale;

/**
 * A service that a peer may offer: a SOP class or an information model, and so the abstract syntax
 * of a presentation context.
 *
 * @param name as PS3.6 has it
 */
public record Service(Kind kind, String uid, String name) {

  /** What services are for, in the order in which they are shown. */
  public enum Kind {
    VERIFICATION("Verification"),
    WORKLIST("Worklist"),
    QUERY("Query (C-FIND)"),
    MOVE("Retrieve (C-MOVE)"),
    GET("Retrieve (C-GET)"),
    COMMITMENT("Storage commitment"),
    MPPS("Performed procedure step"),
    PRINT("Print"),
    OTHER_SERVICE("Other services"),
    IMAGE("Storage of images"),
    VIDEO("Storage of video"),
    REPORT("Storage of reports"),
    DOCUMENT("Storage of documents and data");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }

    /** The word for it on the command line. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether objects are sent by it. */
    public boolean isStorage() {
      return switch (this) {
        case IMAGE, VIDEO, REPORT, DOCUMENT -> true;
        case VERIFICATION, WORKLIST, QUERY, MOVE, GET, COMMITMENT, MPPS, PRINT, OTHER_SERVICE ->
            false;
      };
    }
  }

  /** The transfer syntaxes that it may go in, in the order in which they are asked for. */
  public List<Syntax> syntaxes() {
    return Catalogue.syntaxes().stream().filter(this::mayGoIn).toList();
  }

  private boolean mayGoIn(Syntax syntax) {
    return switch (syntax.kind()) {
      case UNCOMPRESSED -> true;
      case DEFLATE -> kind.isStorage() || kind == Kind.QUERY || kind == Kind.WORKLIST;
      case JPEG, JPEG_LS, JPEG_2000, HTJ2K, RLE, JPEG_XL ->
          kind == Kind.IMAGE || kind == Kind.VIDEO;
      case MPEG, HEVC -> kind == Kind.VIDEO;
    };
  }
}
