/** Tests of what this computer's own network says. */
@NullMarked
package org.echolot.network;

import org.jspecify.annotations.NullMarked;
