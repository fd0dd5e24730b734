/** Tests of the window of that name. */
@NullMarked
package org.echolot.ui.certificates;

import org.jspecify.annotations.NullMarked;
