package iftoprs.adapters.pcap.file;

/**
 * What an Interface Description Block says.
 *
 * @param linkType LINKTYPE_ number
 * @param snapLength most bytes kept of a frame, unsigned; 0 for no limit
 * @param longest longest record to believe, in bytes
 * @param timeScale how its time stamps count
 */
record PcapngInterface(int linkType, long snapLength, int longest, TimeScale timeScale) {}
