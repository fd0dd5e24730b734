/** Tests that hold the house in order: who may know whom, formatting, sizes, documents. */
@NullMarked
package org.echolot.house;

import org.jspecify.annotations.NullMarked;
