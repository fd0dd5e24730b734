@NullMarked
package org.echolot.history;

import org.jspecify.annotations.NullMarked;
