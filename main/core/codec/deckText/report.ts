/** Tells a problem: its line, counted from 1, and its cause in a sentence. */
export type Report = (line: number, cause: string) => void;
