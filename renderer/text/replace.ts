import { count } from "./numbers.ts";

const notes = (n: number): string => count(n, "note");

/** Find and replace, and duplicates. */
export const replace = {
  replaceTitle: "Find and replace",
  find: "Find",
  replaceWith: "Replace with",
  where: "In",
  everywhere: "All fields",
  inTags: "Tags",
  regex: "As a regular expression",
  regexHelp: "$1 stands for what the first brackets found.",
  matchCase: "Upper and lower case matter",
  replaceIn: (n: number | null): string => (n === null ? "Replace" : `Replace in ${notes(n)}`),
  replaces: (n: number): string =>
    n === 0 ? "Not found in what is selected." : `${notes(n)} would change. The first of them:`,
  refused: (n: number): string =>
    n === 0
      ? ""
      : `${notes(n)} could no longer be asked afterwards, and so ${n === 1 ? "stays as it is" : "stay as they are"}.`,
  replaced: (n: number): string => (n === 0 ? "Nothing had to be changed." : `${notes(n)} changed.`),
  before: "Before",
  after: "After",
  field: "Field",

  duplicatesTitle: "Find duplicates",
  within: "Among",
  withinHelp: "A search; empty is everything.",
  compare: "Compare",
  sortFields: "What notes are listed by",
  near: "Also those that are almost the same",
  look: "Find",
  groups: (n: number): string =>
    n === 0 ? "No two notes say the same." : `${count(n, "group")} of notes that say the same:`,
  moreGroups: (n: number): string => (n === 0 ? "" : `And ${count(n, "group")} more.`),
  alike: (share: number): string => (share >= 1 ? "the same" : `${Math.floor(share * 100)}\u202f% alike`),
  showGroup: (n: number): string => `Show ${notes(n)}`,
};
