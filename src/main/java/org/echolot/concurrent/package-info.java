/**
 * Where threads come from, what stops them and their waits, the clock that stamps, and how
 * listeners are told behind it.
 */
@NullMarked
package org.echolot.concurrent;

import org.jspecify.annotations.NullMarked;
