@NullMarked
package org.echolot;

import org.jspecify.annotations.NullMarked;
