package org.echolot.concurrent;

import java.util.HashMap;
import java.util.Map;

/**
 * Divides a bounded store among those who fill it: each may hold a quarter of what is free, so that
 * one who fills it leaves room, and many who do get the same. Safe for use by any thread.
 *
 * @param <K> who fills it
 */
public final class FairShares<K> {

  /** The part of what is free that one may hold. */
  private static final int PART = 4;

  private final int capacity;
  private final Map<K, Integer> held = new HashMap<>();
  private int total;

  /**
   * @param capacity how much there is in all
   */
  public FairShares(int capacity) {
    this.capacity = capacity;
  }

  /** Takes so much for {@code owner}, unless that is more than its share. */
  public synchronized boolean tryTake(K owner, int amount) {
    int before = held.getOrDefault(owner, 0);
    if (before + amount > (capacity - total) / PART) {
      return false;
    }
    held.put(owner, before + amount);
    total += amount;
    return true;
  }

  /** Gives back what {@code owner} took. */
  public synchronized void giveBack(K owner, int amount) {
    total -= amount;
    held.computeIfPresent(owner, (_, had) -> had > amount ? had - amount : null);
  }
}
