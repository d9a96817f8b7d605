/**
 * Snapshots as a JSON stream, conversations as a report.
 *
 * <p>Start with {@link iftoprs.adapters.json.SnapshotStream}. It must not count or sort on its own
 * account: it writes what the domain says.
 */
module adapters.json {
  requires domain;
  requires tools.jackson.core;

  exports iftoprs.adapters.json to
      bootstrap;
}
