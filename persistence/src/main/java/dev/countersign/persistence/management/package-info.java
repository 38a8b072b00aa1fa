/**
 * Management: what an operator or an account does with accounts, applications, secrets,
 * environments, API groups, APIs and grants, and the history of it. Everything begins at {@link
 * dev.countersign.persistence.management.Management}.
 */
@NullMarked
package dev.countersign.persistence.management;

import org.jspecify.annotations.NullMarked;
