/** Passwords and tokens: kept in memory for as long as the program runs, never written or shown. */
@NullMarked
package org.echolot.secrets;

import org.jspecify.annotations.NullMarked;
