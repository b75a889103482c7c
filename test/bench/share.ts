const share = (values: readonly number[], p: number) =>
  [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * p)] ?? 0;

/** Milliseconds: in the middle, and at the slow end. */
export const line = (values: readonly number[]): string =>
  `median ${share(values, 0.5).toFixed(0)} ms, p95 ${share(values, 0.95).toFixed(0)} ms`;
