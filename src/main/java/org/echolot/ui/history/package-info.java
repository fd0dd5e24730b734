/** What was kept of a peer's checks: figures, and a chart of its times. */
@NullMarked
package org.echolot.ui.history;

import org.jspecify.annotations.NullMarked;
