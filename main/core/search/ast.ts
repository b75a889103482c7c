import type { Grade } from "../../contract/shapes.ts";

/** A search as a tree. Positions in the query are not part of it: two queries that mean the same are equal. */
export type Node = { type: "and" | "or"; nodes: Node[] } | { type: "not"; node: Node } | Term;

/**
 * Text in which `_` is any one character and `*` any run of them; `\_`, `\*` and `\\` are the characters themselves.
 * Everything else that the query had to escape is unescaped already.
 */
export type Glob = string;

export const operators = ["<=", ">=", "!=", "=", "<", ">"] as const;
export type Operator = (typeof operators)[number];

export const states = [
  "due",
  "new",
  "learn",
  "review",
  "suspended",
  "buried",
  "buried-manually",
  "buried-sibling",
] as const;
export type State = (typeof states)[number];

/** Properties that are compared with whole numbers, and those with any. */
export const wholeProperties = ["ivl", "due", "reps", "lapses", "pos"] as const;
export const realProperties = ["ease", "s", "d", "r"] as const;
export type NumberProperty = (typeof wholeProperties)[number] | (typeof realProperties)[number];

export type Term =
  | { type: "all" }
  /** `word`: it begins and ends at the edges of words. `bare`: without accents. `gaps`: only in clozes. */
  | { type: "text"; text: Glob; how: "plain" | "word" | "bare" | "gaps" }
  | { type: "regex"; pattern: string }
  | { type: "field"; field: Glob; text: Glob; how: "plain" | "bare" }
  | { type: "field"; field: Glob; text: string; how: "regex" }
  | { type: "tag"; text: Glob; how: "plain" | "bare" }
  | { type: "tag"; text: string; how: "regex" }
  | { type: "deck" | "noteType" | "cardName"; name: Glob }
  | { type: "preset"; name: string }
  /** The n-th card of its note, from 0. */
  | { type: "ord"; ord: number }
  | { type: "flag"; flag: number }
  | { type: "deckIds" | "typeIds" | "noteIds" | "cardIds"; ids: string[] }
  /** Notes of a type whose first field says that. */
  | { type: "dupe"; noteType: string; text: string }
  | { type: "hasCustomData"; key: string }
  | { type: "state"; state: State }
  /** Within so many study days, today included. */
  | { type: "added" | "edited" | "introduced" | "rescheduled"; days: number }
  | { type: "rated"; days: number; grade: Grade | null }
  | { type: "number"; of: NumberProperty; operator: Operator; value: number }
  /** `day` is 0 for today, −1 for yesterday. */
  | { type: "ratedOn"; operator: Operator; day: number; grade: Grade | null }
  | { type: "rescheduledOn"; operator: Operator; day: number }
  | { type: "customNumber"; key: string; operator: Operator; value: number }
  | { type: "customText"; key: string; operator: Operator; value: string };
