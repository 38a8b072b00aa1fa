/** Classes that tests put into the WAR; nothing outside of it may use them. */
package dev.countersign.sample.jaxrs;
