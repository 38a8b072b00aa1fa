package dev.countersign.persistence.management;

/**
 * An API of many that are to be defined at once. Immutable.
 *
 * @param api the wanted one
 * @param present whether the group has one that matches the same already, or an earlier one of the
 *     many does: then nothing is made for it
 */
public record PlannedApi(NewApi api, boolean present) {}
