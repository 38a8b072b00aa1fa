package dev.countersign.architecture.broken.persistence;

/** Stands for an implementation of a port. */
public final class Store {}
