import type { AnkiCol } from "../../core/codec/anki/collection.ts";
import type { ParcelProblem } from "../../core/parcel/parcel.ts";
import { textOf } from "./cells.ts";
import { type Database, rows, type SqlValue, type tableIn } from "./database.ts";
import { type Json, type JsonObject, objectIn, parseJson, writeJson } from "./json.ts";
import { damaged } from "./refusal.ts";
import { type DeckRow, deckToJson } from "./schema18/decks.ts";
import { ours } from "./schema18/message.ts";
import { type PartRow, type TemplateRow, type TypeRow, typeToJson } from "./schema18/noteTypes.ts";
import { type PresetRow, presetToJson } from "./schema18/presets.ts";

/** The JSON texts of a collection, by the columns of `col`. */
export type Texts = Pick<AnkiCol, "conf" | "models" | "decks" | "dconf" | "tags">;

interface Source {
  database: Database;
  place: string;
  from: ReturnType<typeof tableIn>;
  problems: ParcelProblem[];
}

/**
 * The texts of a collection as schema 11 has them. Since 14 they are made from tables: settings, presets and tags first, note types and
 * decks since 15. `written` are those of the table `col`. Note types that cannot be read refuse the file; anything else is left out and told.
 */
export function textsOf(source: Source, schema: number, written: Texts): Texts {
  const texts = { ...written };
  if (schema >= 14)
    Object.assign(texts, { conf: settings(source, schema), dconf: presets(source), tags: tags(source) });
  if (schema >= 15) Object.assign(texts, { models: noteTypes(source), decks: decks(source) });
  const types = objectIn(texts.models);
  if (!types) throw damaged(source.place, "its note types cannot be read");
  for (const key of ["conf", "decks", "dconf", "tags"] as const) {
    if (objectIn(texts[key])) continue;
    if (texts[key] !== "") tell(source, `Its ${names[key]} could not be read; the standard ones were taken.`);
    texts[key] = "{}";
  }
  return texts;
}

const names = { conf: "settings", decks: "decks", dconf: "presets", tags: "list of tags" };

const tell = ({ problems, place }: Source, say: string) => problems.push({ place, say, weight: "suspicious" });

const idOf = (value: SqlValue | undefined): Json => {
  const digits = String(value);
  return Number.isSafeInteger(Number(digits)) ? Number(digits) : /^-?\d+$/.test(digits) ? BigInt(digits) : digits;
};
const number = (value: SqlValue | undefined) =>
  typeof value === "number" && Number.isFinite(value) ? Math.trunc(value) : 0;
const bytes = (value: SqlValue | undefined) => (value instanceof Uint8Array ? value : new Uint8Array(0));
const name = (value: SqlValue | undefined) => textOf(value).text;

/** An object for keys from the file. */
const empty = (): JsonObject => Object.create(null) as JsonObject;

/** Reads a table. A column with `#` is an id, of which no digit may be rounded; one with `$` is a text. */
function* table({ database, from }: Source, of: string, columns: string[], order: string) {
  const select = columns.map((column) =>
    column.startsWith("#")
      ? `cast(${column.slice(1)} AS text)`
      : column.startsWith("$")
        ? `cast(${column.slice(1)} AS blob)`
        : column,
  );
  const plain = columns.map((column) => column.replace(/^[#$]/, ""));
  yield* rows(database, `SELECT ${select.join(", ")} FROM ${from(of, plain)} ORDER BY ${order}`);
}

function noteTypes(source: Source): string {
  const fields = new Map<string, PartRow[]>();
  for (const [type, text, config] of table(source, "fields", ["#ntid", "$name", "config"], "ntid, ord"))
    add(fields, String(type), { name: name(text), config: bytes(config) });
  const templates = new Map<string, TemplateRow[]>();
  const columns = ["#ntid", "$name", "mtime_secs", "usn", "config"];
  for (const [type, text, mtime, usn, config] of table(source, "templates", columns, "ntid, ord"))
    add(templates, String(type), { name: name(text), mtime: number(mtime), usn: number(usn), config: bytes(config) });
  const json = empty();
  for (const row of named(source, "notetypes")) {
    const key = String(row.id);
    try {
      json[key] = typeToJson(row, fields.get(key) ?? [], templates.get(key) ?? []);
    } catch {
      throw damaged(`note type ${key}`, "its note types cannot be read");
    }
  }
  return writeJson(json);
}

/** Rows of a table in which everything has an id, a name, a stamp and a message. */
function* named(source: Source, of: "notetypes" | "deck_config"): Generator<TypeRow & PresetRow> {
  for (const [key, text, mtime, usn, config] of table(
    source,
    of,
    ["#id", "$name", "mtime_secs", "usn", "config"],
    "id",
  ))
    yield { id: idOf(key), name: name(text), mtime: number(mtime), usn: number(usn), config: bytes(config) };
}

function decks(source: Source): string {
  const json = empty();
  const columns = ["#id", "$name", "mtime_secs", "usn", "common", "kind"];
  for (const [key, text, mtime, usn, common, kind] of table(source, "decks", columns, "id")) {
    const stamp = { id: idOf(key), name: name(text), mtime: number(mtime), usn: number(usn) };
    const row: DeckRow = { ...stamp, common: bytes(common), kind: bytes(kind) };
    json[String(key)] =
      attempt(source, `deck ${key}`, "standard values were taken", () => deckToJson(row)) ??
      deckToJson({ ...stamp, common: new Uint8Array(0), kind: new Uint8Array(0) });
  }
  return writeJson(json);
}

function presets(source: Source): string {
  const json = empty();
  for (const row of named(source, "deck_config")) {
    const read = attempt(source, `preset ${row.id}`, "it was left out", () => presetToJson(row));
    if (read) json[String(row.id)] = read;
  }
  return writeJson(json);
}

function attempt<T>({ problems }: Source, place: string, then: string, read: () => T): T | null {
  try {
    return read();
  } catch {
    problems.push({ place, say: `It could not be read; ${then}.`, weight: "suspicious" });
    return null;
  }
}

/** Settings are JSON, each under its key; what else is known of each is kept under a key of ours. */
function settings(source: Source, schema: number): string {
  const json = empty();
  const stamps = empty();
  for (const [key, usn, mtime, value] of table(source, "config", ["$KEY", "usn", "mtime_secs", "$val"], "KEY")) {
    try {
      json[name(key)] = parseJson(textOf(value).text);
      stamps[name(key)] = [number(usn), number(mtime)];
    } catch {
      tell(source, `Its setting “${name(key).slice(0, 60)}” could not be read and was left out.`);
    }
  }
  const states = schema >= 17 ? tagStates(source) : {};
  json[ours] = { stamps, ...(Object.keys(states).length > 0 ? { tags: states } : {}) };
  return writeJson(json);
}

function tags(source: Source): string {
  const json = empty();
  for (const [tag, usn] of table(source, "tags", ["$tag", "usn"], "tag")) json[name(tag)] = number(usn);
  return writeJson(json);
}

/** What schema 11 has no place for: which tags are folded, and what else is said of them. */
function tagStates(source: Source): JsonObject {
  const json = empty();
  for (const [tag, collapsed, config] of table(source, "tags", ["$tag", "collapsed", "config"], "tag"))
    if (collapsed || config) json[name(tag)] = [collapsed ? 1 : 0, Buffer.from(bytes(config)).toString("base64")];
  return json;
}

function add<Row>(lists: Map<string, Row[]>, key: string, row: Row): void {
  const list = lists.get(key);
  if (list) list.push(row);
  else lists.set(key, [row]);
}
