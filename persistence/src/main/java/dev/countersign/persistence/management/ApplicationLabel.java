package dev.countersign.persistence.management;

/**
 * What anybody learns of an application whose exact id he was told. Immutable.
 *
 * @param id 32 hex characters
 * @param own whether it belongs to the actor; everything does to an operator
 */
public record ApplicationLabel(String id, String name, boolean own) {}
