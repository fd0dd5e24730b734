package org.echolot.monitor;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.echolot.dicom.pdu.AeTitle;
import org.echolot.text.DurationText;
import org.jspecify.annotations.Nullable;

/**
 * What a monitor wants to be checked.
 *
 * @param target a peer's name, or {@code AET@host:port}
 * @param calling the AE title to come as; null: the peer's own, or the book's
 * @param timeout for all of it, from {@link #SHORTEST} to {@link #LONGEST}
 * @param debug whether the log is wanted with it
 */
record ProbeQuery(String target, @Nullable AeTitle calling, Duration timeout, boolean debug) {

  static final Duration SHORTEST = Duration.ofMillis(100);
  static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration DEFAULT = Duration.ofSeconds(10);

  /** What is kept of a scrape's time to send the answer in, as in blackbox_exporter. */
  private static final BigDecimal KEPT_SECONDS = new BigDecimal("0.5");

  private static final Pattern SECONDS = Pattern.compile("\\d{1,12}(\\.\\d{1,12})?");
  private static final Set<String> KNOWN =
      Set.of("target", "calling", "timeout", "module", "debug");
  private static final Set<String> MODULES = Set.of("dicom_echo", "echo");

  /**
   * Reads the query of a request.
   *
   * @param query as it came, still encoded; null: there was none
   * @param scrapeTimeout the field X-Prometheus-Scrape-Timeout-Seconds; null: there was none
   * @throws RefusedException if it is not right; it says what is wrong
   */
  static ProbeQuery parse(@Nullable String query, @Nullable String scrapeTimeout)
      throws RefusedException {
    Map<String, String> parameters = parameters(query == null ? "" : query);
    String module = parameters.getOrDefault("module", "dicom_echo");
    if (!MODULES.contains(module)) {
      throw wrong("There is no such module; the only one is dicom_echo.");
    }
    String target = parameters.getOrDefault("target", "").strip();
    if (target.isEmpty()) {
      throw wrong("A target is needed: /probe?target=AET@host:104, or a peer's name.");
    }
    return new ProbeQuery(
        target,
        calling(parameters.get("calling")),
        timeout(parameters.get("timeout"), scrapeTimeout),
        parameters.getOrDefault("debug", "").equals("true"));
  }

  private static Map<String, String> parameters(String query) throws RefusedException {
    Map<String, String> parameters = new HashMap<>();
    for (String part : query.split("&", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      int equals = part.indexOf('=');
      String name = decoded(equals < 0 ? part : part.substring(0, equals));
      if (!KNOWN.contains(name)) {
        throw wrong(
            "There is no such parameter; there are target, calling, timeout, module, debug.");
      }
      if (parameters.put(name, equals < 0 ? "" : decoded(part.substring(equals + 1))) != null) {
        throw wrong("The parameter " + name + " is there twice.");
      }
    }
    return parameters;
  }

  private static String decoded(String text) throws RefusedException {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw wrong("The query is not encoded as in a URL.");
    }
  }

  private static @Nullable AeTitle calling(@Nullable String text) throws RefusedException {
    if (text == null || text.isEmpty()) {
      return null;
    }
    String fault = AeTitle.faultOf(text);
    if (fault != null) {
      throw wrong("calling: " + fault);
    }
    return new AeTitle(text);
  }

  private static Duration timeout(@Nullable String parameter, @Nullable String scrapeTimeout)
      throws RefusedException {
    Duration ofScrape =
        scrapeTimeout == null || !SECONDS.matcher(scrapeTimeout).matches()
            ? null
            : ofSeconds(new BigDecimal(scrapeTimeout).subtract(KEPT_SECONDS));
    if (parameter == null || parameter.isEmpty()) {
      return ofScrape == null ? DEFAULT : ofScrape;
    }
    Duration wanted;
    if (SECONDS.matcher(parameter).matches()) {
      wanted = ofSeconds(new BigDecimal(parameter));
    } else {
      String fault = DurationText.faultOf(parameter);
      if (fault != null) {
        throw wrong("timeout: " + fault);
      }
      wanted = bounded(DurationText.parse(parameter));
    }
    return ofScrape != null && ofScrape.compareTo(wanted) < 0 ? ofScrape : wanted;
  }

  private static Duration ofSeconds(BigDecimal seconds) {
    BigDecimal most = BigDecimal.valueOf(LONGEST.toSeconds());
    return bounded(Duration.ofNanos(seconds.min(most).movePointRight(9).longValue()));
  }

  private static Duration bounded(Duration wanted) {
    Duration atLeast = wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted;
    return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
  }

  private static RefusedException wrong(String why) {
    return new RefusedException(400, why);
  }
}
