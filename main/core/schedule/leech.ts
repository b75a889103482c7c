/**
 * Whether a review that was forgotten for that many times makes a leech: at the threshold, and at every half of it after (rounded up), as
 * in Anki. A threshold of 0 is none.
 */
export const isLeech = (lapses: number, threshold: number): boolean =>
  threshold > 0 && lapses >= threshold && (lapses - threshold) % Math.ceil(threshold / 2) === 0;
