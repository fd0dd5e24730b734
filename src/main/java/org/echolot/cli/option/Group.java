package org.echolot.cli.option;

import java.util.List;

/**
 * Options that belong together, under one heading of the help.
 *
 * @param title without a colon
 */
public record Group(String title, List<Option> options) {

  public Group {
    options = List.copyOf(options);
  }

  public static Group of(String title, Option... options) {
    return new Group(title, List.of(options));
  }

  /** Without those that no help shows. */
  public List<Option> shown() {
    return options.stream().filter(option -> !(option instanceof Option.Refused)).toList();
  }
}
