/**
 * Reads capture files: pcap and pcapng of every dialect, plain or gzip-compressed.
 *
 * <p>Start with {@link iftoprs.adapters.pcap.file.CaptureFile}. No libpcap, no pcap4j, no decoding.
 * One thread reads a file; times are epoch nanoseconds, sizes are bytes, nothing is {@code null}.
 * Files are hostile: memory is bounded by {@link iftoprs.adapters.pcap.file.ByteWindow} whatever
 * they claim, and a file that goes wrong ends with a note instead of an exception.
 */
package iftoprs.adapters.pcap.file;
