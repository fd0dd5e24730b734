package org.echolot.ticket;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.echolot.check.CheckResult;
import org.echolot.text.AddressText;
import org.jspecify.annotations.Nullable;

/** Knows what well-known servers write into their logs about what we saw. Immutable. */
final class PeerLogs {

  /** The servers that it knows, and all others. */
  static final List<String> SERVERS = List.of("Orthanc", "DCMTK", "dcm4che", "Other");

  private static final String ALL_OTHERS = "Other";

  /** What the key {@code CAUSE.none} says: why no server logs anything about that. */
  private static final String NOTHING = "none";

  private static final String RESOURCE = "peer-logs.properties";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** A line of a log. Lines hold straight quotes themselves, so that they are shown in others. */
  private static final Pattern QUOTED = Pattern.compile("«(.*?)»");

  private static final String SHOWN_QUOTED = "\u201C$1\u201D";

  /** What to look for in the log of one server. */
  record Hint(String server, List<String> lines) {}

  private final Properties texts;

  private PeerLogs(Properties texts) {
    this.texts = texts;
  }

  static PeerLogs load() {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(PeerLogs.class.getResourceAsStream(RESOURCE), RESOURCE),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new PeerLogs(texts);
  }

  /** All keys, for a test. */
  List<String> keys() {
    return texts.stringPropertyNames().stream().sorted().toList();
  }

  /** A hint for each server of which something is known for the result's cause. */
  List<Hint> hints(CheckResult result) {
    if (result.cause() == null) {
      return List.of();
    }
    List<Hint> hints = new ArrayList<>();
    for (String server : SERVERS) {
      List<String> lines = lines(result.cause() + "." + result.stage() + "." + server, result);
      if (lines.isEmpty()) {
        lines = lines(result.cause() + "." + server, result);
      }
      if (!lines.isEmpty()) {
        hints.add(new Hint(server.equals(ALL_OTHERS) ? "Other systems" : server, lines));
      }
    }
    return hints;
  }

  /** Why there is nothing to look for; null if there is something. */
  @Nullable String whyNothing(Cause cause) {
    return texts.getProperty(cause + "." + NOTHING);
  }

  /** The lines of logs that are quoted, of any cause and server, for a test. */
  List<String> quotedLines() {
    List<String> quoted = new ArrayList<>();
    for (String key : keys()) {
      QUOTED.matcher(texts.getProperty(key)).results().forEach(q -> quoted.add(q.group(1)));
    }
    return quoted;
  }

  private List<String> lines(String key, CheckResult result) {
    List<String> lines = new ArrayList<>();
    for (String line = line(key, 1); line != null; line = line(key, lines.size() + 1)) {
      lines.add(QUOTED.matcher(filled(line, facts(result))).replaceAll(SHOWN_QUOTED));
    }
    return lines;
  }

  private @Nullable String line(String key, int number) {
    return texts.getProperty(key + "." + number);
  }

  private static Map<String, String> facts(CheckResult result) {
    InetSocketAddress local = result.localAddress();
    return Map.of(
        "calledAe",
        result.request().calledAe().value(),
        "callingAe",
        result.request().callingAe().value(),
        "address",
        local == null || local.getAddress() == null
            ? "our address"
            : AddressText.of(local.getAddress()),
        "port",
        String.valueOf(result.request().port()));
  }

  private static String filled(String line, Map<String, String> facts) {
    return PLACEHOLDER
        .matcher(line)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(facts.get(found.group(1)), found.group())));
  }
}
