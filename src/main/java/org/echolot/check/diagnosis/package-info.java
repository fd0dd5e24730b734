/** From evidence to finding, cause and sentences. */
@NullMarked
package org.echolot.check.diagnosis;

import org.jspecify.annotations.NullMarked;
