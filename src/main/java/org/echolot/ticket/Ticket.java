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
   * @param counted whether the values are numbered from 1, if there are several; else they are one
   *     value in pieces
   */
  record Field(String name, List<String> values, boolean counted) {
    Field {
      values = List.copyOf(values);
    }

    /** Whether its values have numbers: a single one needs none. */
    boolean isNumbered() {
      return counted && values.size() > 1;
    }
  }

  Ticket {
    sections = List.copyOf(sections);
  }

  /** Collects fields. */
  static final class FieldList {
    /** Characters; well below what a {@link org.echolot.text.SafeLine} can hold. */
    private static final int MAX_PIECE = 600;

    private final List<Field> fields = new ArrayList<>();

    void add(String name, String value) {
      fields.add(new Field(name, pieces(value), false));
    }

    /** A list that is longer than a line may be goes on in further lines, cut between two items. */
    private static List<String> pieces(String value) {
      List<String> pieces = new ArrayList<>();
      String rest = value;
      while (rest.length() > MAX_PIECE) {
        int comma = rest.lastIndexOf(", ", MAX_PIECE);
        if (comma < 0) {
          break;
        }
        pieces.add(rest.substring(0, comma + 1));
        rest = rest.substring(comma + 2);
      }
      pieces.add(rest);
      return pieces;
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
