package org.echolot.cli.option;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that is to be known of a command without running it: its help, completions and page of the
 * manual are made of this, and its arguments read by it.
 *
 * @param summary what it does, in a sentence
 * @param synopsis what follows its name
 * @param details paragraphs below the summary
 * @param groups its options, in the order of the help
 * @param footer lines below all, as they are
 */
public record Declaration(
    String summary,
    String synopsis,
    List<String> details,
    Operands operands,
    List<Group> groups,
    List<String> footer) {

  /** Each command has it. */
  static final Option.Flag HELP = new Option.Flag("-h, --help", "Shows this help.");

  public Declaration {
    details = List.copyOf(details);
    groups = List.copyOf(groups);
    footer = List.copyOf(footer);
  }

  public static Declaration of(String summary, String synopsis) {
    return new Declaration(summary, synopsis, List.of(), Operands.NONE, List.of(), List.of());
  }

  /** With a paragraph more. */
  public Declaration detail(String paragraph) {
    return new Declaration(summary, synopsis, and(details, paragraph), operands, groups, footer);
  }

  public Declaration operands(Operands these) {
    return new Declaration(summary, synopsis, details, these, groups, footer);
  }

  /** With a group of options more. */
  public Declaration group(String title, Option... options) {
    return group(Group.of(title, options));
  }

  /** With a group of options more. */
  public Declaration group(Group group) {
    return new Declaration(summary, synopsis, details, operands, and(groups, group), footer);
  }

  public Declaration footer(String... lines) {
    return new Declaration(summary, synopsis, details, operands, groups, List.of(lines));
  }

  /** The groups, with the one that each command has. */
  public List<Group> allGroups() {
    return and(groups, Group.of("Help", HELP));
  }

  /** All options of all groups. */
  public List<Option> options() {
    return allGroups().stream().flatMap(group -> group.options().stream()).toList();
  }

  private static <T> List<T> and(List<T> list, T more) {
    return Stream.concat(list.stream(), Stream.of(more)).toList();
  }
}
