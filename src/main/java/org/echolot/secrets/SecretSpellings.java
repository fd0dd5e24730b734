package org.echolot.secrets;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** How a peer may write a secret of ours. */
final class SecretSpellings {

  private SecretSpellings() {}

  /** The same characters, as they may be shown. */
  static List<byte[]> characters(byte[] secret) {
    List<byte[]> all = new ArrayList<>();
    all.add(secret);
    // As a peer's text shows it that is read as Latin-1, or as UTF-8.
    String text = new String(secret, StandardCharsets.UTF_8);
    if (text.chars().allMatch(c -> c < 0x100)) {
      all.add(bytes(text));
    }
    String latin1 = new String(secret, StandardCharsets.ISO_8859_1);
    all.add(bytes(latin1.toUpperCase(Locale.ROOT)));
    all.add(bytes(latin1.toLowerCase(Locale.ROOT)));
    all.add(reversed(secret));
    return all;
  }

  /** Written in other characters. */
  static List<byte[]> encodings(byte[] secret) {
    List<byte[]> all = new ArrayList<>();
    for (String separator : List.of("", " ", ":", "-")) {
      HexFormat hex = HexFormat.ofDelimiter(separator);
      all.add(bytes(hex.withLowerCase().formatHex(secret)));
      all.add(bytes(hex.withUpperCase().formatHex(secret)));
    }
    for (int before = 0; before < 3; before++) {
      byte[] digits = base64(secret, before);
      all.add(digits);
      all.add(bytes(latin1(digits).replace('+', '-').replace('/', '_')));
    }
    HexFormat percent = HexFormat.of().withPrefix("%");
    all.add(bytes(percent.withLowerCase().formatHex(secret)));
    all.add(bytes(percent.withUpperCase().formatHex(secret)));
    String text = new String(secret, StandardCharsets.UTF_8);
    String inUrl = URLEncoder.encode(text, StandardCharsets.UTF_8);
    if (!inUrl.equals(text)) {
      all.add(bytes(inUrl));
    }
    all.add(text.getBytes(StandardCharsets.UTF_16LE));
    all.add(text.getBytes(StandardCharsets.UTF_16BE));
    return all;
  }

  /** The digits of Base64 that a secret alone decides, with some bytes of another thing before. */
  private static byte[] base64(byte[] secret, int before) {
    byte[] padded = new byte[before + secret.length];
    System.arraycopy(secret, 0, padded, before, secret.length);
    byte[] digits = Base64.getEncoder().withoutPadding().encode(padded);
    int from = (before * 8 + 5) / 6;
    int to = padded.length * 8 / 6;
    return Arrays.copyOfRange(digits, from, to);
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] reversed = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      reversed[i] = bytes[bytes.length - 1 - i];
    }
    return reversed;
  }

  private static byte[] bytes(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }
}
