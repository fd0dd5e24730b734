/** Files with certificates and keys. */
@NullMarked
package org.echolot.tls.material;

import org.jspecify.annotations.NullMarked;
