/** The window. */
@NullMarked
package org.echolot.ui;

import org.jspecify.annotations.NullMarked;
