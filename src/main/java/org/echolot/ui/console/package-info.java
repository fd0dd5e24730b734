/** The lines of the journal, streaming. */
@NullMarked
package org.echolot.ui.console;

import org.jspecify.annotations.NullMarked;
