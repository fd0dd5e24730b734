package org.echolot.json;

import java.util.List;
import java.util.regex.Pattern;

/** Makes a JSON parser's message fit for a user: one line, without advice to programmers. */
public final class ParserWords {

  private record Rewriting(Pattern pattern, String replacement) {
    static Rewriting of(String regex, String replacement) {
      return new Rewriting(Pattern.compile(regex), replacement);
    }
  }

  private static final List<Rewriting> REWRITINGS =
      List.of(
          Rewriting.of("[\\p{Cntrl}\\s]+", " "),
          Rewriting.of("\\(\\(CTRL-CHAR, code (\\d+)\\)\\)", "(control character $1)"),
          Rewriting.of("\\(('.+?') \\(code [^)]*\\)\\)", "$1"),
          Rewriting.of(" \\((?:start marker|for \\w+ starting) at \\[Source[^\\]]*\\]\\)", ""),
          Rewriting.of(": maybe a \\(non-standard\\) comment\\?.*", ": JSON can't have comments"),
          Rewriting.of("Trailing token .*", "something follows after the end"),
          Rewriting.of(": enable `[^`]*` to allow", ""),
          Rewriting.of(", from `[^`]*`", ""),
          Rewriting.of(
              "\\(JSON String, Number, Array, Object or token 'null', 'true' or 'false'\\)",
              "text in double quotes, a number, a list, an object, true, false or null"),
          Rewriting.of("a valid value text in double quotes", "text in double quotes"));

  private ParserWords() {}

  /** The message in plain words, as far as it is known how to say them. */
  public static String plain(String message) {
    String plain = message;
    for (Rewriting rewriting : REWRITINGS) {
      plain = rewriting.pattern().matcher(plain).replaceAll(rewriting.replacement());
    }
    return plain.strip();
  }
}
