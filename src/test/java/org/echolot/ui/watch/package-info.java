@NullMarked
package org.echolot.ui.watch;

import org.jspecify.annotations.NullMarked;
