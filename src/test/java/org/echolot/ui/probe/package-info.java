/** Tests of probes on the screen. */
@NullMarked
package org.echolot.ui.probe;

import org.jspecify.annotations.NullMarked;
