package org.echolot.ui.console;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/** A list that grows at its end and is cut at its beginning, each in constant time an element. */
final class Ring<T> extends AbstractList<T> implements RandomAccess {

  private static final int FIRST_SIZE = 64;

  private @Nullable Object[] slots = new Object[FIRST_SIZE];
  private int first;
  private int size;

  @Override
  public int size() {
    return size;
  }

  @Override
  @SuppressWarnings("unchecked") // Only add fills slots, and those inside the size are never null.
  public T get(int index) {
    Objects.checkIndex(index, size);
    return (T) Objects.requireNonNull(slots[slot(index)]);
  }

  @Override
  public boolean add(T element) {
    if (size == slots.length) {
      grow();
    }
    slots[slot(size)] = element;
    size++;
    return true;
  }

  /** Takes as long as there are elements behind. */
  @Override
  public void add(int index, T element) {
    Objects.checkIndex(index, size + 1);
    add(element);
    for (int i = size - 1; i > index; i--) {
      slots[slot(i)] = slots[slot(i - 1)];
    }
    slots[slot(index)] = element;
  }

  /** Removes the first {@code count} and gives them back, oldest first. */
  List<T> removeFirst(int count) {
    Objects.checkFromToIndex(0, count, size);
    List<T> removed = List.copyOf(subList(0, count));
    for (int i = 0; i < count; i++) {
      slots[slot(i)] = null;
    }
    first = slot(count);
    size -= count;
    return removed;
  }

  /** Removes the last {@code count} and gives them back, oldest first. */
  List<T> removeLast(int count) {
    Objects.checkFromToIndex(size - count, size, size);
    List<T> removed = List.copyOf(subList(size - count, size));
    for (int i = size - count; i < size; i++) {
      slots[slot(i)] = null;
    }
    size -= count;
    return removed;
  }

  @Override
  public void clear() {
    slots = new Object[FIRST_SIZE];
    first = 0;
    size = 0;
  }

  private int slot(int index) {
    return (first + index) & (slots.length - 1);
  }

  private void grow() {
    @Nullable Object[] larger = Arrays.copyOfRange(slots, first, first + slots.length * 2);
    System.arraycopy(slots, 0, larger, slots.length - first, first);
    slots = larger;
    first = 0;
  }
}
