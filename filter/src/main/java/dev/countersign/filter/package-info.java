/** The servlet filter: the only code of Countersign that touches the servlet API. */
@NullMarked
package dev.countersign.filter;

import org.jspecify.annotations.NullMarked;
