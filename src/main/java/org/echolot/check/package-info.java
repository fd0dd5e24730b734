/**
 * The words of a check of one peer: request, stages, events, causes of failure, result; and {@link
 * org.echolot.check.EchoEngine}, which makes one.
 */
@NullMarked
package org.echolot.check;

import org.jspecify.annotations.NullMarked;
