// A reporter beside the tests' own: how many seconds each file took, the longest first, so that
// whoever adds to `npm test` sees what its 25 minutes go to.

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* fileTimes(events) {
  const seconds = new Map();
  for await (const { type, data } of events) {
    if (!/^test:(pass|fail)$/.test(type) || data.nesting || !data.file) continue;
    const file = data.file.replace(/^.*\/tests\//, 'tests/');
    seconds.set(file, (seconds.get(file) ?? 0) + data.details.duration_ms / 1000);
  }
  const longest = [...seconds].sort(([, a], [, b]) => b - a);
  for (const [file, took] of longest) yield `${took.toFixed(1).padStart(7)} s  ${file}\n`;
}
