/**
 * What every implementation of a port must do, and the fakes that tests use instead of one.
 *
 * <p>Start with {@link iftoprs.ports.contract.CaptureContract}: each implementation's test is a
 * subclass of a few lines. Shipped as the ports test jar. Units are those of the ports; nothing is
 * {@code null}.
 */
package iftoprs.ports.contract;
