package org.echolot.check.diagnosis;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.echolot.check.Cause;
import org.echolot.check.Move;
import org.jspecify.annotations.Nullable;

/**
 * The sentences for each cause: what it means, whose move it is, what to try. They stand in {@code
 * causes.properties}, where a cause may have variants and each text may have placeholders. Safe for
 * use by any thread.
 */
public final class CauseTexts {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /** See {@link Condition}. */
  private static final Pattern CONDITION = Pattern.compile("\\[(!?)([a-z-]+)](?: |(?=\\[))");

  /**
   * Where another address of ours changes nothing, because the peer had begun to answer or somebody
   * looked for it first, or is named in a step already.
   */
  private static final Set<@Nullable Variant> REGARDLESS_OF_ADDRESS =
      EnumSet.of(
          Variant.NO_WAY_BACK,
          Variant.SILENT_WITHOUT_CARRIER,
          Variant.CLOSED_WHEN_SENT,
          Variant.HEADER_EXPECTED,
          Variant.CLOSED_AFTER_HEADER,
          Variant.CLOSED_DURING_REPLY,
          Variant.CLOSED_DURING_NO_REPLY,
          Variant.CLOSED_AFTER_OVERLONG,
          Variant.CLOSED_LATE);

  private @Nullable Properties all;

  private CauseTexts() {}

  /** The texts that come with the program; they are read when something fails. */
  public static CauseTexts load() {
    return new CauseTexts();
  }

  private synchronized @Nullable String text(String key) {
    Properties texts = all;
    if (texts == null) {
      texts = read();
      all = texts;
    }
    return texts.getProperty(key);
  }

  private static Properties read() {
    Properties texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                CauseTexts.class.getResourceAsStream("causes.properties"), "causes.properties"),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException("causes.properties cannot be read", e);
    }
    return texts;
  }

  /** One sentence that says what is wrong. */
  public String summary(Cause cause, @Nullable Variant variant, Map<String, String> facts) {
    return fill(require(cause, variant, "summary"), facts);
  }

  /** Who has to do something now. */
  public Move move(Cause cause, @Nullable Variant variant) {
    return Move.valueOf(require(cause, variant, "move"));
  }

  /** The same where it depends on what is so: our own choice may be what has to change. */
  public Move move(Cause cause, @Nullable Variant variant, Map<String, String> facts) {
    for (Condition condition : Condition.values()) {
      String move = text(ofSteps(cause, variant) + ".move." + condition.word());
      if (move != null && facts.containsKey(condition.mark())) {
        return Move.valueOf(move);
      }
    }
    return move(cause, variant);
  }

  /** What the keys of its steps begin with: a variant without any has those of its cause. */
  private String ofSteps(Cause cause, @Nullable Variant variant) {
    return variant != null && text(variant.prefix() + ".advice.1") != null
        ? variant.prefix()
        : cause.name();
  }

  /**
   * What to try, the likeliest first; at least one.
   *
   * @param hasOthers whether this computer has other addresses that it could call from
   */
  public List<String> advice(
      Cause cause, @Nullable Variant variant, Map<String, String> facts, boolean hasOthers) {
    List<String> advice = new ArrayList<>();
    String text = require(cause, variant, "advice.1");
    for (int number = 2; text != null; number++) {
      step(text, facts).ifPresent(step -> advice.add(fill(step, facts)));
      text = find(cause, variant, "advice." + number);
    }
    String others = text(cause + ".others");
    if (hasOthers && others != null && !REGARDLESS_OF_ADDRESS.contains(variant)) {
      advice.add(fill(others, facts));
    }
    return advice;
  }

  /** A step without its conditions; empty if one of them is not met. */
  private static Optional<String> step(String text, Map<String, String> facts) {
    String step = text;
    Matcher condition = CONDITION.matcher(step);
    while (condition.lookingAt()) {
      if (!isSo(condition, facts)) {
        return Optional.empty();
      }
      step = step.substring(condition.end());
      condition = CONDITION.matcher(step);
    }
    return Optional.of(step);
  }

  /** Whether a step that begins so is to be given. */
  private static boolean isSo(Matcher condition, Map<String, String> facts) {
    boolean so = facts.containsKey("[" + condition.group(2) + "]");
    return condition.group(1).isEmpty() == so;
  }

  private String require(Cause cause, @Nullable Variant variant, String key) {
    return Objects.requireNonNull(
        find(cause, variant, key),
        () -> "no " + key + " for " + (variant == null ? cause : variant));
  }

  /** A variant's own text; where it has no advice at all, the cause's. */
  private @Nullable String find(Cause cause, @Nullable Variant variant, String key) {
    if (variant != null) {
      String own = variant.prefix() + ".";
      if (text(own + (key.startsWith("advice.") ? "advice.1" : key)) != null) {
        return text(own + key);
      }
    }
    return text(cause + "." + key);
  }

  private static String fill(String text, Map<String, String> facts) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    Objects.requireNonNull(
                        facts.get(match.group(1)), () -> "no fact for " + match.group())));
  }
}
