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

  /**
   * The peer accepted the connection, and nothing was sent yet. Called by the thread of the check,
   * between two stages, so that whoever allots associations can have it wait: it goes on when this
   * returns, which a stop has to bring about soon.
   */
  default void connected() {}
}
