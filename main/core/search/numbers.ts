import type { SearchProblem } from "../../contract/browse.ts";
import type { Grade } from "../../contract/shapes.ts";
import { type Piece, wrong } from "./escape.ts";

/** Greater numbers mean nothing, and would not stay whole. */
const greatest = 2 ** 32 - 1;

const notA = (piece: Piece, what: string): SearchProblem =>
  wrong(piece, piece.raw === "" ? `Write ${what} here.` : `“${piece.raw}” is not right here: write ${what}.`);

/** 0, 1, 2 … */
export const readWhole = (piece: Piece, what: string): number | SearchProblem =>
  /^\+?\d+$/.test(piece.raw) && Number(piece.raw) <= greatest ? Number(piece.raw) : notA(piece, what);

/** … −1, 0, 1 … */
export const readInteger = (piece: Piece, what: string): number | SearchProblem =>
  /^[+-]?\d+$/.test(piece.raw) && Math.abs(Number(piece.raw)) <= greatest ? Number(piece.raw) : notA(piece, what);

export const readReal = (piece: Piece, what: string): number | SearchProblem =>
  /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(piece.raw) ? Number(piece.raw) : notA(piece, what);

export const readGrade = (text: string, piece: Piece): Grade | SearchProblem =>
  /^[1-4]$/.test(text)
    ? (Number(text) as Grade)
    : wrong(piece, "A grade is 1 (Again), 2 (Hard), 3 (Good) or 4 (Easy): rated:7:1.");
