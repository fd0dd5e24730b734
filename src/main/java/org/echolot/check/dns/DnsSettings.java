package org.echolot.check.dns;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom this computer asks for names, as {@code resolv.conf} has it (resolv.conf(5)).
 *
 * @param servers at least one, in the order in which they are asked
 * @param search the domains that are put behind a short name
 * @param dots from how many dots on a name is first tried as it is
 */
public record DnsSettings(List<InetSocketAddress> servers, List<String> search, int dots) {

  private static final Path FILE = Path.of("/etc/resolv.conf");
  private static final int PORT = 53;

  /** The system reads no more of them. */
  private static final int MAX_SERVERS = 3;

  /** More names than that are not worth the time of a server. */
  private static final int MAX_SEARCH = 6;

  private static final int MAX_DOTS = 15;
  private static final int MAX_BYTES = 65_536;
  private static final String DOTS = "ndots:";

  public DnsSettings {
    servers = List.copyOf(servers);
    search = List.copyOf(search);
  }

  /** Those of this computer, as they are now; empty where the file is missing, as on Windows. */
  public static Optional<DnsSettings> ofThisComputer() {
    try (InputStream in = Files.newInputStream(FILE)) {
      String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.ISO_8859_1);
      return Optional.of(parse(text));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  /** What a file with this text says. */
  static DnsSettings parse(String text) {
    List<InetSocketAddress> servers = new ArrayList<>();
    List<String> search = new ArrayList<>();
    int dots = 1;
    for (String line : text.lines().toList()) {
      List<String> words = List.of(line.strip().split("\\s+"));
      List<String> values = words.subList(1, words.size());
      switch (words.getFirst()) {
        case "nameserver" -> values.stream().limit(1).forEach(value -> addServer(value, servers));
        case "search", "domain" -> {
          search.clear(); // the last one counts
          values.stream()
              .map(DnsSettings::withoutDotAtEnd)
              .filter(DnsQuestion::canBeAsked)
              .limit(MAX_SEARCH)
              .forEach(search::add);
        }
        case "options" -> dots = dots(values, dots);
        default -> {
          // A comment, or what does not matter here.
        }
      }
    }
    if (servers.isEmpty()) {
      servers.add(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), PORT));
    }
    return new DnsSettings(servers, search, dots);
  }

  private static void addServer(String text, List<InetSocketAddress> servers) {
    try {
      if (servers.size() < MAX_SERVERS) {
        servers.add(new InetSocketAddress(InetAddress.ofLiteral(text), PORT));
      }
    } catch (IllegalArgumentException _) {
      // The system leaves it out, too.
    }
  }

  private static int dots(List<String> options, int otherwise) {
    int dots = otherwise;
    for (String option : options) {
      if (option.matches(DOTS + "\\d{1,4}")) {
        dots = Math.min(Integer.parseInt(option.substring(DOTS.length())), MAX_DOTS);
      }
    }
    return dots;
  }

  /** The full names that the system asks for when it looks for {@code host}, in its order. */
  List<String> namesOf(String host) {
    if (host.endsWith(".")) {
      return askable(List.of(withoutDotAtEnd(host)));
    }
    List<String> names = new ArrayList<>();
    search.forEach(domain -> names.add(host + "." + domain));
    boolean firstAsItIs = host.chars().filter(c -> c == '.').count() >= dots;
    names.add(firstAsItIs ? 0 : names.size(), host);
    return askable(names);
  }

  private static String withoutDotAtEnd(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  private static List<String> askable(List<String> names) {
    return names.stream().filter(DnsQuestion::canBeAsked).toList();
  }
}
