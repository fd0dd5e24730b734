package org.echolot.peers.exchange;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from running a cell as a formula: an apostrophe before what would begin one,
 * at the start of a cell, and where a cell would start if another separator were taken for it.
 */
public final class FormulaGuard {

  private static final String START = "(^|[;,\\t\\r\\n])([\\s\"]{0,20})";
  private static final String FORMULA = "(?='{0,20}[=+\\-@])";
  private static final Pattern BARE = Pattern.compile(START + FORMULA);
  private static final Pattern GUARDED = Pattern.compile(START + "'" + FORMULA);

  private FormulaGuard() {}

  /** The text that no spreadsheet runs. */
  public static String guarded(String text) {
    return BARE.matcher(text).replaceAll("$1$2'");
  }

  /** The text as it was. */
  static String plain(String cell) {
    return cell.indexOf('\'') < 0 ? cell : GUARDED.matcher(cell).replaceAll("$1$2");
  }
}
