package iftoprs.violations.open.domain;

/** Neither final nor sealed. */
public class CanBeExtended {}
