/**
 * A step of linking the image: call sites of our classes that the runtime would fill in with
 * classes made at start are replaced by plain methods (ADR 15). Start with {@link
 * iftoprs.desugar.Desugar}.
 */
package iftoprs.desugar;
