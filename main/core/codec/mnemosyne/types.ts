import type { FieldType, NoteType } from "../../../contract/shapes.ts";
import { type Entry, textIn } from "./log.ts";
import { type PythonValue, pythonValue } from "./pythonValue.ts";

/** A type of Mnemosyne as a note type, and how its views lead to cards. */
export interface ReadType {
  type: NoteType;
  /** Keys of its facts, in the order of the fields. */
  keys: string[];
  /** The ordinal of a view's card; null for one that Mneme does not have. */
  ordOf(view: string): number | null;
}

type Side = readonly [name: string, front: readonly string[], back: readonly string[]];

interface Made {
  id: string;
  name: string;
  kind?: "cloze";
  /** Key and name of each field. */
  fields: readonly (readonly [key: string, name: string])[];
  sides: readonly Side[];
  views: readonly string[];
}

const vocabulary = [
  ["f", "Foreign"],
  ["p_1", "Pronunciation"],
  ["m_1", "Meaning"],
  ["n", "Notes"],
] as const;

/** The types that Mnemosyne brings, by their ids. */
const usual = new Map<string, Omit<Made, "id">>([
  [
    "1",
    {
      name: "Front-to-back only",
      fields: [
        ["f", "Front"],
        ["b", "Back"],
      ],
      sides: [["Front-to-back", ["f"], ["b"]]],
      views: ["1.1"],
    },
  ],
  [
    "2",
    {
      name: "Front-to-back and back-to-front",
      fields: [
        ["f", "Front"],
        ["b", "Back"],
      ],
      sides: [
        ["Front-to-back", ["f"], ["b"]],
        ["Back-to-front", ["b"], ["f"]],
      ],
      views: ["2.1", "2.2"],
    },
  ],
  [
    "3",
    {
      name: "Vocabulary",
      fields: vocabulary,
      sides: [
        ["Recognition", ["f"], ["p_1", "m_1", "n"]],
        ["Production", ["m_1"], ["f", "p_1", "n"]],
      ],
      views: ["3.1", "3.2"],
    },
  ],
  [
    "4",
    {
      name: "Map",
      fields: [
        ["loc", "Location"],
        ["blank", "Blank map"],
        ["marked", "Marked map"],
      ],
      sides: [
        ["Recognition", ["loc", "blank"], ["marked"]],
        ["Production", ["marked"], ["loc"]],
      ],
      views: ["4.1", "4.2"],
    },
  ],
  ["5", { name: "Cloze", kind: "cloze", fields: [["text", "Text"]], sides: [["Cloze", ["text"], []]], views: [] }],
  [
    "6",
    {
      name: "Sentence",
      kind: "cloze",
      fields: vocabulary.slice(0, 3),
      sides: [["Sentence", ["f"], ["p_1", "m_1"]]],
      views: [],
    },
  ],
]);

/** The type of that id: as the file says, or as Mnemosyne brings it, of which a type may be a copy (`5::My cloze`). Null if nobody knows it. */
export function readType(id: string, said: Entry | undefined, views: ReadonlyMap<string, Entry>): ReadType | null {
  const base = usual.get(id.split("::", 1)[0] ?? "");
  const named = said ? pairs(pythonValue(textIn(said, "fact_keys_and_names"))) : [];
  const fields = named.length > 0 ? named : base?.fields;
  if (!fields || fields.length === 0) return null;
  const own = said ? strings(pythonValue(textIn(said, "fact_views"))) : [];
  const ownSides = own.flatMap((view) => sideOf(views.get(view)));
  const isOwn = ownSides.length > 0 && ownSides.length === own.length && !base?.kind;
  const sides = isOwn ? ownSides : base?.sides;
  const name = (said && textIn(said, "name").trim()) || base?.name || `Mnemosyne ${id}`;
  const first = fields[0]?.[0] ?? "";
  const rest = fields.slice(1).map(([key]) => key);
  return build({
    ...{ id, name, fields },
    ...(base?.kind ? { kind: base.kind } : {}),
    sides: sides ?? [["Card 1", [first], rest]],
    views: isOwn ? own : (base?.views ?? []),
  });
}

function build({ id, name, kind, fields, sides, views }: Made): ReadType {
  const names = new Map(fields.map(([key, fieldName]) => [key, fieldName]));
  const shown = (keys: readonly string[]) =>
    keys.flatMap((key) => (names.has(key) ? [block(names.get(key) as string)] : []));
  const type: NoteType = {
    id: `mnemosyne ${id.replace(/[\p{Cc}/]/gu, "-").slice(0, 80)}`,
    name,
    kind: kind ?? "standard",
    format: "html",
    stock: null,
    fields: fields.map(([key, fieldName]) => field(key, fieldName)),
    sort: fields[0]?.[0] ?? "",
    templates: sides.map(([side, front, back], ord) => ({
      ...{ ord, name: side, listFront: "", listBack: "" },
      front: kind ? `{{cloze:${names.get(front[0] ?? "") ?? ""}}}` : shown(front).join("\n"),
      back: kind
        ? [`{{cloze:${names.get(front[0] ?? "") ?? ""}}}`, ...shown(back)].join("\n")
        : ["{{FrontSide}}", '<hr id="answer">', ...shown(back)].join("\n"),
    })),
    css: "",
    modified: 0,
  };
  return {
    type,
    keys: fields.map(([key]) => key),
    ordOf(view) {
      const place = views.indexOf(view);
      if (place >= 0) return place;
      const last = Number(/\.(\d{1,3})$/.exec(view)?.[1] ?? 0) - 1;
      return kind ? null : last >= 0 && last < sides.length ? last : null;
    },
  };
}

const block = (name: string) => `{{#${name}}}<div>{{${name}}}</div>{{/${name}}}`;

const field = (key: string, name: string): FieldType => ({
  ...{ id: key, name, help: "", rtl: false, sticky: false, font: "", size: 0, unsearched: false },
});

/** A name that a template can write. */
const fieldName = (name: string): string =>
  name
    .replace(/[{}:"]/g, "")
    .replace(/^[#^/\s]+/, "")
    .trim();

function pairs(value: PythonValue | undefined): [string, string][] {
  if (!Array.isArray(value)) return [];
  const keys = new Set<string>();
  return value.flatMap((pair): [string, string][] => {
    const [key, name] = Array.isArray(pair) ? pair : [];
    if (typeof key !== "string" || typeof name !== "string" || keys.has(key) || key in {} || key === "") return [];
    keys.add(key);
    return [[key, fieldName(name) || key]];
  });
}

const strings = (value: PythonValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((each): each is string => typeof each === "string") : [];

function sideOf(view: Entry | undefined): Side[] {
  if (!view) return [];
  const front = strings(pythonValue(textIn(view, "q_fact_keys")));
  const back = strings(pythonValue(textIn(view, "a_fact_keys")));
  return front.length > 0 ? [[textIn(view, "name") || "Card", front, back]] : [];
}
