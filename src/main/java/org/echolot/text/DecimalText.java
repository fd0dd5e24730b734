package org.echolot.text;

/**
 * Numbers with decimals as text. Not by {@code BigDecimal}, nor by {@code String.format} with
 * {@code %f}: what each of these sets up when a process first uses it takes longer than a check.
 */
public final class DecimalText {

  private static final int BASE = 10;

  private DecimalText() {}

  /**
   * A number with all its decimals: {@code of(1250, 3)} is {@code 1.250}.
   *
   * @param number in units of the last decimal
   * @param places how many decimals, from 0 to 18
   */
  public static String of(long number, int places) {
    if (places == 0) {
      return Long.toString(number);
    }
    long one = powerOfTen(places);
    String fraction = Long.toString(Math.abs(number % one));
    return (number < 0 ? "-" : "")
        + Math.abs(number / one)
        + '.'
        + "0".repeat(places - fraction.length())
        + fraction;
  }

  /**
   * The same with fewer decimals; half of the last one is rounded away from zero.
   *
   * @param kept how many, from 0 to {@code places}
   */
  public static String rounded(long number, int places, int kept) {
    return of(divided(number, powerOfTen(places - kept)), kept);
  }

  /** The same without the zeros at its end: {@code shortest(1250, 3)} is {@code 1.25}. */
  public static String shortest(long number, int places) {
    long digits = number;
    int left = places;
    while (left > 0 && digits % BASE == 0) {
      digits /= BASE;
      left--;
    }
    return of(digits, left);
  }

  private static long divided(long number, long by) {
    long whole = number / by;
    long rest = Math.abs(number % by);
    return rest >= by - rest ? whole + Long.signum(number) : whole;
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= BASE;
    }
    return power;
  }
}
