/**
 * The words that the domain and the world share: interfaces the domain needs, and the values they
 * speak in.
 *
 * <p>Start with {@link iftoprs.ports.Capture} and {@link iftoprs.ports.PacketSource}. This module
 * must not know any technology: no libpcap, no DNS message, no file format, no terminal.
 */
module ports {
  exports iftoprs.ports;
}
