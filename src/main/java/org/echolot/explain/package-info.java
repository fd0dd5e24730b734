/** Says what log lines of other DICOM software mean. Pure, apart from one file of patterns. */
@NullMarked
package org.echolot.explain;

import org.jspecify.annotations.NullMarked;
