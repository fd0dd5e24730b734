@NullMarked
package org.echolot.monitor;

import org.jspecify.annotations.NullMarked;
