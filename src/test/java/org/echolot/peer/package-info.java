/** Peers for tests: servers on loopback that behave, or misbehave, as a short script says. */
@NullMarked
package org.echolot.peer;

import org.jspecify.annotations.NullMarked;
