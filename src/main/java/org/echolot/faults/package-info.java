/** Faults of Echolot itself: kept in a file, and told to whoever shows them. */
@NullMarked
package org.echolot.faults;

import org.jspecify.annotations.NullMarked;
