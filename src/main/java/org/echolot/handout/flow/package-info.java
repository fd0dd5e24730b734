/**
 * What a network team asks for: who calls whom, from where, on which port. Knows what the saved
 * peers say and what was measured, and says of the rest that it is not known.
 */
@NullMarked
package org.echolot.handout.flow;

import org.jspecify.annotations.NullMarked;
