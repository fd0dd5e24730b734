/**
 * Watching: checks at intervals, and what is worth telling of their results. What decides is pure
 * and driven by the moments that it is given; {@link org.echolot.fleet.watch.Watch} makes it run.
 */
@NullMarked
package org.echolot.fleet.watch;

import org.jspecify.annotations.NullMarked;
