package org.echolot.tls;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Properties;

/** The names of the numbers that TLS sends, as IANA lists them. */
public final class IanaNames {

  /** What is numbered. */
  public enum Kind {
    VERSION,
    SUITE,
    GROUP,
    SCHEME,
    KEYTYPE,
    ALERT
  }

  private static final Properties NAMES = load();

  private IanaNames() {}

  private static Properties load() {
    Properties names = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                IanaNames.class.getResourceAsStream("iana.properties"), "iana.properties"),
            StandardCharsets.UTF_8)) {
      names.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("iana.properties cannot be read", e);
    }
    return names;
  }

  /** The name; the number in hexadecimal digits where it is not listed. */
  public static String of(Kind kind, int number) {
    String hex = String.format(Locale.ROOT, "%04X", number);
    return NAMES.getProperty(kind.name().toLowerCase(Locale.ROOT) + '.' + hex, "0x" + hex);
  }

  /** Whether it has a name. */
  static boolean isListed(Kind kind, int number) {
    return !of(kind, number).startsWith("0x");
  }

  /** All numbers of a kind that have a name, in their order. */
  public static List<Integer> listed(Kind kind) {
    String prefix = kind.name().toLowerCase(Locale.ROOT) + '.';
    return NAMES.stringPropertyNames().stream()
        .filter(key -> key.startsWith(prefix))
        .map(key -> Integer.parseInt(key.substring(prefix.length()), 16))
        .sorted()
        .toList();
  }

  /** The number of an alert. */
  public static OptionalInt alertOf(String name) {
    for (int number = 0; number < 256; number++) {
      if (of(Kind.ALERT, number).equals(name)) {
        return OptionalInt.of(number);
      }
    }
    return OptionalInt.empty();
  }
}
