/** Tests of what is handed to others, without the programs that it is for. */
@NullMarked
package org.echolot.handout.flow;

import org.jspecify.annotations.NullMarked;
