package org.echolot.settings;

/**
 * How the console shows lines.
 *
 * @param level the name of the least level that is shown
 * @param times the name of the way in which times are shown
 */
public record ConsoleSettings(String level, String times) {

  public static final ConsoleSettings DEFAULT = new ConsoleSettings("INFO", "LOCAL");
}
