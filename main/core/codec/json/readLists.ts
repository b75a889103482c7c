import * as v from "valibot";
import type { Kept } from "../../../contract/shapes.ts";
import type { ParcelProblem } from "../../parcel/parcel.ts";
import { keptOfAll, type ListName, lists, type ReadLists } from "./shapes.ts";
import { version } from "./writeLists.ts";

export interface ReadJson {
  lists: ReadLists;
  whole: boolean;
  limitsFromTop: boolean;
  /** Whether no deck is around all others. */
  several: boolean;
  kept: Kept | null;
  problems: ParcelProblem[];
}

/** Why a text is no deck in JSON at all, as part of a sentence, and where. */
export interface Refusal {
  refused: string;
  place: string;
  todo: string;
}

const mostProblems = 1_000;

/** Reads what `writeLists` writes, or what somebody else made like it. A record that is not sound is left out and told; the rest is read. */
export function readLists(text: string): ReadJson | Refusal {
  const parsed = parse(text);
  if ("refused" in parsed) return parsed;
  const { members } = parsed;
  const made = members.get("mneme");
  if (typeof made === "number" && made > version)
    return { refused: "it was written by a newer Mneme", place: "", todo: "Update Mneme, then try again." };
  if (made !== version)
    return { refused: `it is no deck of Mneme: "mneme": ${version} is missing`, place: "", todo: elsewhere };

  const problems: ParcelProblem[] = [];
  const broken = (place: string, say: string) => {
    if (problems.length < mostProblems) problems.push({ place, say, weight: "broken" });
  };
  const read = {} as { [N in ListName]: unknown[] };
  for (const name of Object.keys(lists) as ListName[]) {
    const list = members.get(name) ?? [];
    read[name] = Array.isArray(list) ? soundOnes(name, list, broken) : [];
    if (!Array.isArray(list)) broken(`“${name}”`, "This is no list; it was left out.");
  }
  for (const name of members.keys())
    if (!(name in lists) && !about.has(name)) broken(`“${name}”`, "Mneme does not know this; it was left out.");
  const kept = members.has("kept") ? v.safeParse(keptOfAll, members.get("kept")) : null;
  return {
    lists: read as ReadLists,
    whole: members.get("whole") === true,
    limitsFromTop: members.get("limitsFromTop") === true,
    several: members.get("several") === true,
    kept: kept?.success ? kept.output : null,
    problems,
  };
}

const about = new Set(["mneme", "whole", "limitsFromTop", "several", "kept"]);
const elsewhere = "Only JSON that Mneme has written can be read; CrowdAnki's decks are folders: choose the folder.";

function soundOnes(name: ListName, list: readonly unknown[], broken: (place: string, say: string) => void): unknown[] {
  const sound: unknown[] = [];
  list.forEach((record, i) => {
    const result = v.safeParse(lists[name], record, { abortEarly: true });
    if (result.success) sound.push(result.output);
    else broken(`${name}, number ${i + 1}`, `${inWords(result.issues[0])} It was left out.`);
  });
  return sound;
}

function inWords(issue: v.BaseIssue<unknown>): string {
  const path = (v.getDotPath(issue) ?? "").slice(0, 100);
  return `${path === "" ? "This" : `Its “${path}”`} is not as it should be (${issue.message.slice(0, 200)}).`;
}

function parse(text: string): { members: Map<string, unknown> } | Refusal {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const at = Number(/position (\d+)/.exec(String(error))?.[1] ?? Number.NaN);
    const place = Number.isNaN(at) ? "" : `line ${text.slice(0, at).split("\n").length}`;
    return {
      refused: "it is not JSON",
      place,
      todo: "If it was edited by hand, look at that line; a comma may be missing.",
    };
  }
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return { refused: "it is no deck of Mneme", place: "", todo: elsewhere };
  return { members: new Map(Object.entries(value)) };
}
