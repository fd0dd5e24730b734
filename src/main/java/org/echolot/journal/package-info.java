/** What happened, as lines for a person to read. */
@NullMarked
package org.echolot.journal;

import org.jspecify.annotations.NullMarked;
