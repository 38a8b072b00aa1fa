package dev.countersign.console.rest;

/** What carries out one operation. */
@FunctionalInterface
interface Handler {

  Answer handle(Exchange exchange);
}
