/** One check of one peer: its stages, its cause of failure and the advice that follows from it. */
@NullMarked
package org.echolot.check;

import org.jspecify.annotations.NullMarked;
