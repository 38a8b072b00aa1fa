/** {@code mvn -Prun package}. */
package dev.countersign.sample.run;
