@NullMarked
package org.echolot.ui.logs;

import org.jspecify.annotations.NullMarked;
