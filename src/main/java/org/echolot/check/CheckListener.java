package org.echolot.check;

/**
 * Is told what happens in a check, in order and while it happens, by a thread that does nothing
 * else: what a listener takes is taken from nobody's time. One that throws is told of the next all
 * the same.
 */
@FunctionalInterface
public interface CheckListener {

  /** Does nothing with anything. */
  CheckListener NONE = _ -> {};

  /** Something happened. */
  void told(CheckEvent event);
}
