package org.echolot.probe;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.echolot.dicom.pdu.UidRegistry;

/** The services and transfer syntaxes that a peer is asked for. */
public final class Catalogue {

  private Catalogue() {}

  /** All services, those of a kind together. */
  public static List<Service> services() {
    return UidRegistry.all().stream()
        .flatMap(
            entry ->
                kind(Service.Kind.values(), Enum::name, entry.kind())
                    .map(kind -> new Service(kind, entry.uid(), entry.name()))
                    .stream())
        .sorted(Comparator.comparing(Service::kind))
        .toList();
  }

  /** All transfer syntaxes, those of a kind together. */
  public static List<Syntax> syntaxes() {
    return UidRegistry.all().stream()
        .flatMap(
            entry ->
                kind(Syntax.Kind.values(), Enum::name, entry.kind())
                    .map(kind -> new Syntax(kind, entry.uid(), entry.name()))
                    .stream())
        .sorted(Comparator.comparing(Syntax::kind))
        .toList();
  }

  /**
   * Those that a word means: that of a kind, {@code storage}, or a UID.
   *
   * @return empty if it means none
   */
  public static List<Service> named(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return services().stream()
        .filter(
            service ->
                service.kind().word().equals(wanted)
                    || service.uid().equals(wanted)
                    || (wanted.equals("storage") && service.kind().isStorage()))
        .toList();
  }

  private static <K extends Enum<K>> Optional<K> kind(
      K[] kinds, Function<K, String> name, String word) {
    String wanted = word.toUpperCase(Locale.ROOT).replace('-', '_');
    return Arrays.stream(kinds).filter(kind -> name.apply(kind).equals(wanted)).findFirst();
  }
}
