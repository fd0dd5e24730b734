@NullMarked
package org.echolot.ui.history;

import org.jspecify.annotations.NullMarked;
