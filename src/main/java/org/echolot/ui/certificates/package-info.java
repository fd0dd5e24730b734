/** Which certificate of which peer ends when. */
@NullMarked
package org.echolot.ui.certificates;

import org.jspecify.annotations.NullMarked;
