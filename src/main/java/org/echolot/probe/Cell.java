package org.echolot.probe;

import org.jspecify.annotations.Nullable;

/**
 * One field of the matrix.
 *
 * @param result the number that the peer sent (PS3.8 9.3.3.2), 0 to 255; null if it sent none, or
 *     several
 */
public record Cell(Service service, Syntax syntax, Answer answer, @Nullable Integer result) {}
