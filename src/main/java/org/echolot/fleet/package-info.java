/** Many checks at once, politely: a queue, runs of checks, and checks that are repeated. */
@NullMarked
package org.echolot.fleet;

import org.jspecify.annotations.NullMarked;
