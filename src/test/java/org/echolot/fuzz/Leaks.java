package org.echolot.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Looks for a secret in what is shown. */
public final class Leaks {

  private final List<String> spellings;
  private final String secret;

  /**
   * @param secret ASCII
   */
  public Leaks(String secret) {
    byte[] bytes = secret.getBytes(StandardCharsets.US_ASCII);
    String hex = HexFormat.of().formatHex(bytes);
    this.secret = secret;
    this.spellings =
        List.of(
            secret,
            new StringBuilder(secret).reverse().toString(),
            hex,
            hex.toUpperCase(Locale.ROOT),
            HexFormat.ofDelimiter(" ").formatHex(bytes),
            HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes),
            Base64.getEncoder().withoutPadding().encodeToString(bytes));
  }

  /**
   * @throws AssertionError if the secret stands in the text in any spelling
   */
  public void requireNoneIn(String shown) {
    for (String spelling : spellings) {
      if (shown.contains(spelling)) {
        throw new AssertionError(
            "the secret " + secret + " is shown as " + spelling + ": " + shown);
      }
    }
  }
}
