/** How fast a check is, measured against real peers: see {@code bin/bench}. */
@NullMarked
package org.echolot.bench;

import org.jspecify.annotations.NullMarked;
