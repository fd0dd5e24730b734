package org.echolot.handout.flow;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What connections are for, as far as the user's tags name services of DICOM. */
final class Purposes {

  private static final String VERIFICATION = "Verification (C-ECHO)";

  /** Without a tag that names a service nobody knows which are in use. */
  static final String TO_COMPLETE = VERIFICATION + "; add the services in use";

  private Purposes() {}

  static String of(Collection<String> tags) {
    Set<String> services = new LinkedHashSet<>(List.of(VERIFICATION));
    tags.forEach(tag -> services.addAll(services(tag)));
    return services.size() == 1 ? TO_COMPLETE : String.join(", ", services);
  }

  private static List<String> services(String tag) {
    return switch (tag.strip().toLowerCase(Locale.ROOT)) {
      case "storage", "store", "c-store" -> List.of("Storage (C-STORE)");
      case "query", "find", "c-find" -> List.of("Query (C-FIND)");
      case "retrieve", "move", "c-move" -> List.of("Retrieve (C-MOVE)");
      case "get", "c-get" -> List.of("Retrieve (C-GET)");
      case "query/retrieve", "qr", "q/r" -> List.of("Query (C-FIND)", "Retrieve (C-MOVE)");
      case "worklist", "mwl" -> List.of("Modality Worklist (C-FIND)");
      case "mpps" -> List.of("Modality Performed Procedure Step (N-CREATE, N-SET)");
      case "storage commitment", "commitment" -> List.of("Storage Commitment (N-ACTION)");
      case "print", "printer" -> List.of("Print Management");
      default -> List.of();
    };
  }
}
