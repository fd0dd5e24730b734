/** Where threads come from. */
@NullMarked
package org.echolot.concurrent;

import org.jspecify.annotations.NullMarked;
