@NullMarked
package org.echolot.files;

import org.jspecify.annotations.NullMarked;
