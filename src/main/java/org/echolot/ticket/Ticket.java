package org.echolot.ticket;

import java.util.ArrayList;
import java.util.List;

/**
 * A ticket before it is marked up. Its texts hold whatever a peer or a user put into them.
 *
 * @param title what was tried and how it ended
 * @param verdict one sentence
 * @param sections in order
 */
record Ticket(String title, String verdict, List<Section> sections) {

  /** A part of it with a heading; empty for the part right below the verdict. */
  record Section(String heading, Body body) {}

  /** What stands below a heading. */
  sealed interface Body {

    /** Names with values. */
    record Fields(List<Field> fields) implements Body {
      public Fields {
        fields = List.copyOf(fields);
      }
    }

    /** Sentences, each for itself. */
    record Items(List<String> items) implements Body {
      public Items {
        items = List.copyOf(items);
      }
    }

    /** Lines whose characters stand below each other. */
    record Lines(List<String> lines) implements Body {
      public Lines {
        lines = List.copyOf(lines);
      }
    }
  }

  /**
   * A name with one value, or several that are counted.
   *
   * @param counted whether the values are numbered from 1
   */
  record Field(String name, List<String> values, boolean counted) {
    Field {
      values = List.copyOf(values);
    }
  }

  Ticket {
    sections = List.copyOf(sections);
  }

  /** Collects fields. */
  static final class FieldList {
    private final List<Field> fields = new ArrayList<>();

    void add(String name, String value) {
      fields.add(new Field(name, List.of(value), false));
    }

    void addCounted(String name, List<String> values) {
      if (!values.isEmpty()) {
        fields.add(new Field(name, values, true));
      }
    }

    boolean isEmpty() {
      return fields.isEmpty();
    }

    Body body() {
      return new Body.Fields(fields);
    }
  }
}
