/** The main window, which puts the parts together. */
@NullMarked
package org.echolot.ui.main;

import org.jspecify.annotations.NullMarked;
