/** Lists of other systems in the window: what is pasted, dropped, opened and written. */
@NullMarked
package org.echolot.ui.exchange;

import org.jspecify.annotations.NullMarked;
