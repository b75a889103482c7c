import type { CardId, Grade } from "../../contract/shapes.ts";

/** When each card was answered, and how: `at * 8 + grade`, oldest first. A million of them fit into a few megabytes. */
export type ReviewLog = Map<CardId, number[]>;

export const pack = (at: number, grade: Grade): number => at * 8 + grade;
export const instantOf = (packed: number): number => Math.floor(packed / 8);
export const gradeOf = (packed: number): Grade => (packed % 8) as Grade;
