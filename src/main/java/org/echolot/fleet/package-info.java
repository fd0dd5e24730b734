/** Many checks at once, politely. */
@NullMarked
package org.echolot.fleet;

import org.jspecify.annotations.NullMarked;
