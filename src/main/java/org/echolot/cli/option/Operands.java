package org.echolot.cli.option;

/**
 * What a command takes that is no option.
 *
 * @param label stands for one of them in the help
 * @param least how many it needs
 * @param most how many it takes
 * @param help what they are, in a sentence
 */
public record Operands(String label, int least, int most, String help, Completion completion) {

  static final Operands NONE = new Operands("", 0, 0, "", Completion.Source.NOTHING);

  /** As many as one likes, which complete to the names of peers. */
  public static Operands targets(int least, String help) {
    return new Operands("TARGET", least, Integer.MAX_VALUE, help, Completion.Source.PEERS);
  }
}
