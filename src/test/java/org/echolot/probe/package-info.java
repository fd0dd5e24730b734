/** Tests of what is asked beyond an echo. */
@NullMarked
package org.echolot.probe;

import org.jspecify.annotations.NullMarked;
