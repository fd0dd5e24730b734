/** Tests of what is handed to others, without the programs that it is for. */
@NullMarked
package org.echolot.handout;

import org.jspecify.annotations.NullMarked;
