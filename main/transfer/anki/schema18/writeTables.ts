import type { Database } from "sql.js";
import type { AnkiCol } from "../../../core/codec/anki/collection.ts";
import { isObject, type Json, type JsonObject, listIn, objectIn, writeJson } from "../json.ts";
import { deckFromJson } from "./decks.ts";
import { foldCase } from "./fold.ts";
import { ours } from "./message.ts";
import { typeFromJson } from "./noteTypes.ts";
import { presetFromJson } from "./presets.ts";
import type { Cell } from "./record.ts";
import type { SortedRows } from "./sorted.ts";

/** Writes the texts of schema 11 into the tables of schema 18, and gives what belongs into those that Anki's collation sorts. */
export function writeTables(database: Database, col: AnkiCol): SortedRows {
  const conf = { ...(objectIn(col.conf) ?? {}) };
  const kept = isObject(conf[ours]) ? conf[ours] : {};
  delete conf[ours];
  writeSettings(database, conf, isObject(kept.stamps) ? kept.stamps : {}, Math.trunc(col.mod / 1000));
  writePresets(database, objectsIn(col.dconf));
  return new Map([
    ...writeTypes(database, objectsIn(col.models)),
    ["idx_decks_name", writeDecks(database, objectsIn(col.decks))],
    ["tags", tagRows(objectIn(col.tags) ?? {}, isObject(kept.tags) ? kept.tags : {})],
  ]);
}

type Rows = [string, ...Cell[]][];

const objectsIn = (text: string): [id: number, object: JsonObject][] =>
  Object.entries(objectIn(text) ?? {}).flatMap(([key, value]) => (isObject(value) ? [[Number(key), value]] : []));

const whole = (value: Json | undefined): number => {
  const number = Math.trunc(Number(value ?? 0));
  return Number.isSafeInteger(number) ? number : 0;
};
const text = (value: Json | undefined): string => (typeof value === "string" ? value : String(value ?? ""));

/** Names that no two may have: one that is taken gets a sign at its end, as Anki does. */
function unique(): (name: string) => string {
  const taken = new Set<string>();
  return (name) => {
    let free = name;
    while (taken.has(foldCase(free))) free += "+";
    taken.add(foldCase(free));
    return free;
  };
}

function insert(database: Database, table: string, values: readonly (readonly Cell[])[]): void {
  const [first] = values;
  if (!first) return;
  const statement = database.prepare(`INSERT OR REPLACE INTO ${table} VALUES (${first.map(() => "?").join(", ")})`);
  try {
    for (const row of values) statement.run([...row]);
  } finally {
    statement.free();
  }
}

function writeSettings(database: Database, conf: JsonObject, stamps: JsonObject, now: number): void {
  const values = Object.entries(conf).map(([key, value]) => {
    const [usn = -1, mtime = now] = listIn(stamps[key]);
    return [key, whole(usn), whole(mtime), Buffer.from(writeJson(value))];
  });
  insert(database, "config", values);
}

function writePresets(database: Database, presets: [number, JsonObject][]): void {
  const values = presets.map(([id, json]) => [
    id,
    text(json.name),
    whole(json.mod),
    whole(json.usn),
    presetFromJson(json),
  ]);
  insert(database, "deck_config", values);
}

function writeTypes(database: Database, types: [number, JsonObject][]): [string, Rows][] {
  const indexes = { types: [] as Rows, fields: [] as Rows, templates: [] as Rows };
  const rows = { types: [] as Cell[][], fields: [] as Cell[][], templates: [] as Cell[][] };
  const freeType = unique();
  for (const [id, json] of types) {
    const { config, fields, templates } = typeFromJson(json);
    const name = freeType(text(json.name));
    rows.types.push([id, name, whole(json.mod), whole(json.usn), config]);
    indexes.types.push([name, id]);
    const [freeField, freeTemplate] = [unique(), unique()];
    for (const [ord, field] of fields.entries()) {
      const called = freeField(field.name);
      rows.fields.push([id, ord, called, field.config]);
      indexes.fields.push([called, id, ord]);
    }
    for (const [ord, template] of templates.entries()) {
      const called = freeTemplate(template.name);
      rows.templates.push([id, ord, called, template.mtime, template.usn, template.config]);
      indexes.templates.push([called, id, ord]);
    }
  }
  insert(database, "notetypes", rows.types);
  insert(database, "fields", rows.fields);
  insert(database, "templates", rows.templates);
  return [
    ["idx_notetypes_name", indexes.types],
    ["idx_fields_name_ntid", indexes.fields],
    ["idx_templates_name_ntid", indexes.templates],
  ];
}

function writeDecks(database: Database, decks: [number, JsonObject][]): Rows {
  const index: Rows = [];
  const free = unique();
  const values = decks.map(([id, json]) => {
    const { common, kind } = deckFromJson(json);
    const name = free(text(json.name).replaceAll("::", "\x1f"));
    index.push([name, id]);
    return [id, name, whole(json.mod), whole(json.usn), common, kind];
  });
  insert(database, "decks", values);
  return index;
}

/** A table that is its own index. Tags that differ in case only are one. */
function tagRows(tags: JsonObject, states: JsonObject): Rows {
  const seen = new Set<string>();
  return Object.entries(tags).flatMap(([tag, usn]): Rows => {
    if (tag === "" || seen.has(foldCase(tag))) return [];
    seen.add(foldCase(tag));
    const [collapsed = 0, config = ""] = listIn(states[tag]);
    return [[tag, whole(usn), whole(collapsed) ? 1 : 0, config ? Buffer.from(text(config), "base64") : null]];
  });
}
