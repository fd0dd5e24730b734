/** Our own JSON documents, read with line and column, and written for people. */
@NullMarked
package org.echolot.json;

import org.jspecify.annotations.NullMarked;
