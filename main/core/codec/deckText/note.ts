import { normaliseFields, normaliseTags, refusal } from "../../note/fields.ts";
import { stockTypes } from "../../note/stockTypes.ts";
import type { NoteText } from "./deckText.ts";
import { common, kinds, quoted } from "./keys.ts";
import type { Report } from "./report.ts";

/** A note while its lines are read. */
export interface Draft {
  line: number;
  /** False once a problem was told. */
  sound: boolean;
  /** By key, as listed in keys.ts; and the lines where they stand. */
  values: Map<string, string>;
  lines: Map<string, number>;
  /** Keys whose values were written letter by letter. */
  exact: Set<string>;
}

/** The note that a draft amounts to; null, with a problem told, if it amounts to none. `ids` are those read before, by line. */
export function finishNote(
  draft: Draft,
  path: readonly string[],
  ids: Map<string, number>,
  report: Report,
): NoteText | null {
  if (!draft.sound) return null;
  const refuse = (line: number, cause: string) => {
    report(line, cause);
    return null;
  };
  const given = [...draft.values.keys()].filter((key) => !beside.has(key));
  const kind = kinds.find(({ keys }) => keys.length === given.length && keys.every(([key]) => draft.values.has(key)));
  if (!kind) return refuse(draft.line, mismatch(given, draft.line));
  const required = kind.keys.find(([key]) => draft.values.get(key)?.trim() === "");
  if (required) return refuse(draft.lines.get(required[0]) ?? draft.line, `There is nothing behind “${required[0]}:”.`);

  const named = [...kind.keys, ...common].map(([key, field]) => [field, draft.values.get(key) ?? ""] as const);
  const fields = normaliseFields(stockTypes[kind.type], new Map(named));
  const cause = refusal(stockTypes[kind.type], fields);
  if (cause) return refuse(draft.line, `This note cannot be kept: ${cause}.`);
  const tags = normaliseTags([draft.values.get("Tags") ?? ""]);
  const id = draft.values.get("Id");
  if (id === undefined) return { type: kind.type, path, fields, tags };

  const line = draft.lines.get("Id") ?? draft.line;
  if (!isId(id) && !(draft.exact.has("Id") && isExactId(id))) return refuse(line, badId);
  const twin = ids.get(id);
  if (twin !== undefined) return refuse(line, `The id “${id}” is already on line ${twin}: give this note another one.`);
  ids.set(id, line);
  return { id, type: kind.type, path, fields, tags };
}

/** Keys that say nothing about the type. */
const beside = new Set([...common.map(([key]) => key), "Tags", "Id"]);

export const badId = "An id has 1 to 100 characters, without spaces and “/”.";
export const isId = (id: string) => id.length <= 100 && /^[^\s/]+$/.test(id);
/** Other programs have ids of any kind. */
export const isExactId = (id: string) => id !== "" && id.length <= 1_000;

function mismatch(given: readonly string[], line: number): string {
  const [first = "", ...others] = given;
  if (first === "Q" && others.length === 0) {
    return `A note needs an answer: write a line that starts with “A:” after the question on line ${line}.`;
  }
  if (first === "Front" && others.length === 0) {
    return `A note needs two sides: write a line that starts with “Back:” after the front on line ${line}.`;
  }
  if (first === "Q" && others.length === 1 && (others[0] === "Right" || others[0] === "Wrong")) {
    const missing = others[0] === "Right" ? "Wrong" : "Right";
    return `A multiple choice needs right and wrong answers: add a line that starts with “${missing}:”.`;
  }
  const rule =
    "“Q:” goes with “A:”, with “Type:”, or with “Right:” and “Wrong:”; “Front:” with “Back:”; “Cloze:” alone";
  return `These keys make no note together: ${quoted(given)}. ${rule}.`;
}
