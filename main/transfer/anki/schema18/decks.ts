import { BinaryReader, BinaryWriter } from "@bufbuild/protobuf/wire";
import { isObject, type Json, type JsonObject, listIn } from "../json.ts";
import { inOrder } from "./keys.ts";
import { fromJson, ours, toJson } from "./message.ts";
import { deckCommonShape, filteredDeckShape, normalDeckShape } from "./shapes.ts";

/** A row of the table `decks`. Levels of its name are joined by U+001F. */
export interface DeckRow {
  id: Json;
  name: string;
  mtime: number;
  usn: number;
  common: Uint8Array;
  kind: Uint8Array;
}

const order = [
  ...["id", "mod", "name", "usn", "lrnToday", "revToday", "newToday", "timeToday", "collapsed", "browserCollapsed"],
  ...["desc", "md", "dyn"],
];

const amounts = ["lrn", "rev", "new", "time"] as const;

/** A deck as schema 11 has it. Throws for bytes that are no message. */
export function deckToJson({ id, name, mtime, usn, common, kind }: DeckRow): JsonObject {
  const { today, [ours]: keptCommon, ...shared } = toJson(deckCommonShape, common);
  const days = isObject(today) ? today : {};
  const { filtered, bytes } = kindIn(kind);
  const { [ours]: keptKind, ...own } = toJson(filtered ? filteredDeckShape : normalDeckShape, bytes);
  const json: JsonObject = {
    id,
    mod: mtime,
    name: name.replaceAll("\x1f", "::"),
    usn,
    ...shared,
    dyn: filtered ? 1 : 0,
  };
  for (const amount of amounts) json[`${amount}Today`] = [days.day ?? 0, days[amount] ?? 0];
  if (filtered) Object.assign(json, { desc: "", separate: true });
  Object.assign(json, own);
  if (filtered && listIn(json.delays).length === 0) json.delays = null;
  const kept: JsonObject = {};
  if (typeof json.desiredRetention === "number") {
    const percent = Math.round(json.desiredRetention * 100);
    if (Math.fround(percent / 100) !== Math.fround(json.desiredRetention)) kept.retention = json.desiredRetention;
    json.desiredRetention = percent;
  }
  if (isObject(keptCommon)) kept.common = keptCommon;
  if (isObject(keptKind)) kept.kind = keptKind;
  if (Object.keys(kept).length > 0) json[ours] = kept;
  return inOrder(json, order);
}

function kindIn(container: Uint8Array): { filtered: boolean; bytes: Uint8Array } {
  let found = { filtered: false, bytes: new Uint8Array(0) };
  const reader = new BinaryReader(container);
  while (reader.pos < reader.len) {
    const [n, wire] = reader.tag();
    if ((n === 1 || n === 2) && wire === 2) found = { filtered: n === 2, bytes: new Uint8Array(reader.bytes()) };
    else reader.skip(wire, n);
  }
  return found;
}

/** The two messages of a deck of schema 11. */
export function deckFromJson(json: JsonObject): { common: Uint8Array; kind: Uint8Array } {
  const kept = isObject(json[ours]) ? json[ours] : {};
  const filtered = Boolean(Number(json.dyn ?? 0));
  const shape = filtered ? filteredDeckShape : normalDeckShape;
  const own: JsonObject = filtered ? { resched: true, previewAgainSecs: 60, previewHardSecs: 600 } : { conf: 1 };
  for (const { key } of shape.fields) if (json[key] !== undefined) own[key] = json[key];
  if (typeof own.desiredRetention === "number") {
    const exact = kept.retention;
    const same = typeof exact === "number" && Math.round(exact * 100) === own.desiredRetention;
    own.desiredRetention = same ? exact : own.desiredRetention / 100;
  }
  if (isObject(kept.kind)) own[ours] = kept.kind;
  const kind = new BinaryWriter()
    .tag(filtered ? 2 : 1, 2)
    .bytes(fromJson(shape, own))
    .finish();
  return {
    common: commonFrom(
      json,
      kept,
      shape.fields.map(({ key }) => key),
    ),
    kind,
  };
}

function commonFrom(json: JsonObject, kept: JsonObject, own: string[]): Uint8Array {
  const common: JsonObject = { ...json, today: todayFrom(json) };
  delete common[ours];
  if (isObject(kept.common)) common[ours] = kept.common;
  const apart = ["id", "mod", "name", "usn", "dyn", "desc", "separate", ...amounts.map((amount) => `${amount}Today`)];
  return fromJson(deckCommonShape, common, [...apart, ...own]);
}

/** Schema 18 has one day for all four amounts: the latest. */
function todayFrom(json: JsonObject): JsonObject {
  const pairs = amounts.map((amount) => [amount, ...listIn(json[`${amount}Today`]).map(Number)] as const);
  const day = Math.max(0, ...pairs.map(([, on = 0]) => (Number.isFinite(on) ? on : 0)));
  const today: JsonObject = { day };
  for (const [amount, on = 0, count = 0] of pairs) today[amount] = on === day ? count : 0;
  return today;
}
