@NullMarked
package org.echolot.fleet.watch;

import org.jspecify.annotations.NullMarked;
