package org.echolot.cli.completion;

import java.util.ArrayList;
import java.util.List;
import org.echolot.cli.option.Command;
import org.echolot.cli.option.Completion;
import org.echolot.cli.option.Declaration;
import org.echolot.cli.option.Group;
import org.echolot.cli.option.Option;

/**
 * A command by the words that lead to it: {@code echolot peers list}.
 *
 * @param below the words for what is below it
 */
record Word(String path, Command command, Declaration declaration, List<Word> below) {

  static Word of(Command root) {
    return of(root.name(), root);
  }

  private static Word of(String path, Command command) {
    List<Word> below =
        command.below().stream().map(each -> of(path + " " + each.name(), each)).toList();
    return new Word(path, command, command.declaration(), below);
  }

  /** This one and all below it, those above first. */
  List<Word> all() {
    List<Word> all = new ArrayList<>(List.of(this));
    below.forEach(word -> all.addAll(word.all()));
    return all;
  }

  String name() {
    return command.name();
  }

  /** The path as the name of a function: {@code _echolot_peers_list}. */
  String function() {
    return "_" + path.replace(' ', '_').replace('-', '_');
  }

  /** What the help shows. */
  List<Option> options() {
    return declaration.allGroups().stream().map(Group::shown).flatMap(List::stream).toList();
  }

  Completion operands() {
    return declaration.operands().completion();
  }

  /** The first sentence of a text, without its full stop. */
  static String brief(String help) {
    String sentence = help.split("(?<=[.;]) ", 2)[0];
    return sentence.endsWith(".") || sentence.endsWith(";")
        ? sentence.substring(0, sentence.length() - 1)
        : sentence;
  }
}
