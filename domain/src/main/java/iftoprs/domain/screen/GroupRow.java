package iftoprs.domain.screen;

import iftoprs.domain.flow.Totals;

/**
 * What the flows of one process, or those without a process for one reason, come to.
 *
 * @param key which process or reason
 * @param flows how many flows
 * @param totals their sums, without peaks
 * @param packets their packets a second
 */
public record GroupRow(GroupKey key, int flows, Totals totals, PacketRates packets) {}
