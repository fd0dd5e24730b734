package org.echolot.cli.option;

import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the user gave to a command: each value read, and each operand as it was typed. */
public final class Given {

  // By identity: each option is a constant, and hashes of records take long to make, once a start.
  private final IdentityHashMap<Option, List<?>> values;
  private final List<String> operands;

  /**
   * @param values of each option that was given, as its kind read them; none for a flag
   */
  Given(IdentityHashMap<Option, List<?>> values, List<String> operands) {
    this.values = new IdentityHashMap<>(values);
    this.operands = List.copyOf(operands);
  }

  public boolean has(Option option) {
    return values.containsKey(option);
  }

  /** The value; null where the option was not given. */
  public <T> @Nullable T value(Option.Value<T> option) {
    List<T> read = read(option);
    return read.isEmpty() ? null : read.getFirst();
  }

  /** The value, or this where the option was not given. */
  public <T> T value(Option.Value<T> option, T otherwise) {
    T value = value(option);
    return value == null ? otherwise : value;
  }

  /** The values, in order; none where the option was not given. */
  public <T> List<T> values(Option.Values<T> option) {
    return read(option);
  }

  public List<String> operands() {
    return operands;
  }

  @SuppressWarnings("unchecked") // the kind of this very option has read them
  private <T> List<T> read(Option option) {
    return (List<T>) values.getOrDefault(option, List.of());
  }
}
