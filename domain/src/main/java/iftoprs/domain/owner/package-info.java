/**
 * Which process a flow belongs to, and how we know.
 *
 * <p>Start with {@link iftoprs.domain.owner.SocketIndex}. Immutable values, any thread.
 */
package iftoprs.domain.owner;
