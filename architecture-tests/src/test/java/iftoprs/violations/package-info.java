/**
 * Planted violations: one folder for each rule, which must report exactly this one.
 *
 * <p>Start with {@code iftoprs.architecture.TeethTest}. Nothing here is ever run.
 */
package iftoprs.violations;
