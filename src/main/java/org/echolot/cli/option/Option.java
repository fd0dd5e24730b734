package org.echolot.cli.option;

import java.util.List;

/** What a command understands beside its operands. Declared once, as a constant. */
public sealed interface Option {

  /** As the help shows them: {@code -h, --help}. One with one hyphen, one with two, or both. */
  String names();

  /** What it does, in a sentence. */
  String help();

  /** Each name by itself, the long one last. */
  default List<String> spellings() {
    return List.of(names().split(", "));
  }

  /** The name for sentences. */
  default String name() {
    return spellings().getLast();
  }

  /** What stands for the value in the help, with what separates it; empty where there is none. */
  default String operand() {
    return "";
  }

  /** What can be completed behind it. */
  default Completion completion() {
    return Completion.Source.NOTHING;
  }

  /** It is there or not. */
  record Flag(String names, String help) implements Option {}

  /**
   * It has a value, and is given once at most.
   *
   * @param label stands for the value in the help
   */
  record Value<T>(String names, String label, Kind<T> kind, String help) implements Option {
    @Override
    public String operand() {
      return " " + label;
    }

    @Override
    public Completion completion() {
      return kind.completion();
    }
  }

  /**
   * It has a value, and may be given more than once.
   *
   * @param label stands for one value in the help
   * @param separator between several values behind one name; empty where each needs the name again
   * @param mayBeBare whether it also means something without a value. Only numbers behind it are
   *     taken for values then
   */
  record Values<T>(
      String names, String label, String separator, Kind<T> kind, String help, boolean mayBeBare)
      implements Option {

    /** One that needs a value. */
    public Values(String names, String label, String separator, Kind<T> kind, String help) {
      this(names, label, separator, kind, help, false);
    }

    @Override
    public String operand() {
      String values = label + (separator.isEmpty() ? "" : "[" + separator + label + "...]");
      return " " + (mayBeBare ? "[" + values + "]" : values);
    }

    @Override
    public Completion completion() {
      return kind.completion();
    }
  }

  /**
   * People try it, and are told why not; its value, if it has one, is not repeated. No help shows
   * it.
   *
   * @param why what they are told
   */
  record Refused(String names, String why) implements Option {
    @Override
    public String help() {
      return why;
    }
  }
}
