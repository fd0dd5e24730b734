@NullMarked
package org.echolot.ui.preferences;

import org.jspecify.annotations.NullMarked;
