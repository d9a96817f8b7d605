/**
 * From captured bytes to addresses, ports and a named outcome: one frame at a time, in place.
 *
 * <p>Start with {@link iftoprs.domain.packet.PacketDecoder}. Not exported. One thread, no
 * allocation, no exception whatever the bytes; nothing outside the captured bytes is read.
 */
package iftoprs.domain.packet;
