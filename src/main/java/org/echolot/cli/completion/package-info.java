/** What is made of the declared commands beside their help: completions for shells, a manual. */
@NullMarked
package org.echolot.cli.completion;

import org.jspecify.annotations.NullMarked;
