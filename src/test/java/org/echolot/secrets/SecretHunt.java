package org.echolot.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks for a secret, or a part of it, in what was told, however it may be written there. */
public final class SecretHunt {

  /** So many bytes of a secret are a part of it, and don't come up by chance. */
  private static final int PART = 5;

  /** The bytes in a row of a hex dump, between two columns. */
  private static final Pattern ROW =
      Pattern.compile("  ((?:[0-9A-Fa-f]{2} {1,2})*[0-9A-Fa-f]{2})(?=  |$)", Pattern.MULTILINE);

  private SecretHunt() {}

  /**
   * @throws AssertionError if a part of the secret stands in the output as text, in hexadecimal
   *     digits of either case with or without what separates them, or in Base64
   */
  public static void assertNowhere(byte[] secret, byte[] output) {
    String text = new String(output, StandardCharsets.ISO_8859_1);
    String squeezed = text.toLowerCase(Locale.ROOT).replaceAll("[ :,\\-]|0x|\\\\x|%", "");
    String dumped = dumped(text);
    for (int from = 0; from + PART <= secret.length; from++) {
      byte[] part = Arrays.copyOfRange(secret, from, from + PART);
      String hex = HexFormat.of().formatHex(part);
      assertThat(text).doesNotContain(new String(part, StandardCharsets.ISO_8859_1));
      assertThat(squeezed).doesNotContain(hex);
      assertThat(dumped).doesNotContain(hex);
    }
    for (int skip = 0; skip < 3; skip++) {
      // In a longer run of bytes it can stand at each of three places of four digits.
      byte[] rest = Arrays.copyOfRange(secret, skip, skip + (secret.length - skip) / 3 * 3);
      assertThat(text).doesNotContain(Base64.getEncoder().encodeToString(rest));
      assertThat(text).doesNotContain(Base64.getUrlEncoder().encodeToString(rest));
    }
  }

  /**
   * The bytes of all rows of hex dumps one after the other, so that none is lost at a row's end.
   */
  private static String dumped(String text) {
    StringBuilder bytes = new StringBuilder();
    Matcher rows = ROW.matcher(text);
    while (rows.find()) {
      bytes.append(rows.group(1).replace(" ", "").toLowerCase(Locale.ROOT));
    }
    return bytes.toString();
  }
}
