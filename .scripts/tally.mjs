// Counts what vitest reports, and never counts silence as success.

/**
 * @typedef {object} Report the parts we read of vitest's JSON report
 * @property {boolean} success
 * @property {{ name: string, status: string, message?: string, assertionResults: { status: string, fullName: string }[] }[]} testResults
 */
/** @typedef {{ passed: number, failed: number, skipped: string[] }} Tally skipped: their names */

/**
 * A missing report, an empty one, a file that did not load and a run that failed in no test each count as one failure.
 * @param {Report | null} report null if there is none
 * @param {number | null} code the exit code of the run
 * @returns {Tally}
 */
export function tally(report, code) {
  /** @type {Tally} */
  const count = { passed: 0, failed: 0, skipped: [] };
  for (const file of report?.testResults ?? []) {
    const before = count.failed;
    for (const { status, fullName } of file.assertionResults) {
      if (status === "passed") count.passed++;
      else if (status === "failed") count.failed++;
      else count.skipped.push(fullName);
    }
    if (file.status === "failed" && count.failed === before) count.failed++;
  }
  const silent = !report?.success || code !== 0 || count.passed === 0;
  if (silent && count.failed === 0) count.failed++;
  return count;
}
