/** Anki's cap on the time of one answer, in milliseconds: beyond it a person was elsewhere. */
export const longestAnswer = 60_000;
