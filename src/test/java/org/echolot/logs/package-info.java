@NullMarked
package org.echolot.logs;

import org.jspecify.annotations.NullMarked;
