package org.echolot.faults;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Faults that {@link InjectingLoader} puts into the program: each place fails once, when it is
 * first reached while faults are let loose. Safe for use by any thread.
 */
public final class Injected extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final Pattern NUMBER = Pattern.compile("injected fault (\\d+) ");

  private static final List<String> PLACES = new CopyOnWriteArrayList<>();
  private static final Set<Integer> THROWN = ConcurrentHashMap.newKeySet();
  private static volatile boolean loose;
  private static volatile @Nullable Thread spared;

  private Injected(int number) {
    super("injected fault " + number + " into " + PLACES.get(number));
    StackTraceElement[] stack = getStackTrace();
    setStackTrace(List.of(stack).subList(1, stack.length).toArray(StackTraceElement[]::new));
  }

  /** The number of a new place. */
  static synchronized int place(String name) {
    PLACES.add(name);
    return PLACES.size() - 1;
  }

  /** Called at each place; fails there once. */
  public static void at(int number) {
    if (loose && Thread.currentThread() != spared && THROWN.add(number)) {
      throw new Injected(number);
    }
  }

  /** From now on each place fails once, but not where the calling thread gets there. */
  public static void letLoose() {
    spared = Thread.currentThread();
    loose = true;
  }

  /** From now on nothing fails. */
  public static void stop() {
    loose = false;
  }

  /** How many places failed so far. */
  public static int count() {
    return THROWN.size();
  }

  /** The numbers of the faults that a stack as text tells of. */
  public static Set<Integer> in(String stack) {
    Set<Integer> numbers = new TreeSet<>();
    Matcher matcher = NUMBER.matcher(stack);
    while (matcher.find()) {
      numbers.add(Integer.valueOf(matcher.group(1)));
    }
    return numbers;
  }

  /** The places that failed and are not among {@code told}. */
  public static List<String> lost(Collection<Integer> told) {
    return THROWN.stream().filter(n -> !told.contains(n)).sorted().map(PLACES::get).toList();
  }

  /** The places that never failed. */
  public static List<String> untouched() {
    Set<Integer> numbers = new TreeSet<>();
    for (int i = 0; i < PLACES.size(); i++) {
      numbers.add(i);
    }
    numbers.removeAll(THROWN);
    return numbers.stream().map(PLACES::get).toList();
  }
}
