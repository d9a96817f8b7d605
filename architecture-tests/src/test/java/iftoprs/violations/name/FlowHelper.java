package iftoprs.violations.name;

/** Helps with what? */
public final class FlowHelper {}
