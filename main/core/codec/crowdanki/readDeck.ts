import type { Deck, FormatId, Media, NoteType, Preset } from "../../../contract/shapes.ts";
import { renameFiles } from "../../media/references.ts";
import { emptyParcel, type Parcel, type ParcelProblem } from "../../parcel/parcel.ts";
import { ankiDeckName, deckKey } from "../anki/deckNames.ts";
import { numberFor } from "../anki/ids.ts";
import { exactly, idOf, isObject, type Json, objects, readObject, textOf, writeJson } from "../anki/json.ts";
import { keeping } from "../anki/kept.ts";
import { readLimits } from "../anki/limits.ts";
import { fieldsFromAnki } from "../anki/markdownFields.ts";
import { foreignId } from "../anki/mnemeKey.ts";
import { fieldsOf, separator, splitFields, splitTags } from "../anki/readNotes.ts";
import { readNoteType } from "../anki/readNoteType.ts";
import { readPreset } from "../anki/readPreset.ts";

interface Given {
  media: Media[];
  /** Names of media as notes write them, and what they are here, where it differs. */
  renamed: ReadonlyMap<string, string>;
  now: number;
  newId(): string;
}

interface Level {
  raw: Json;
  /** Names of the decks around it, joined. */
  outer: string;
  depth: number;
}

const most = { depth: 50, decks: 10_000, problems: 1_000 };

/** The deck of a `deck.json`, numbers as they were written; null for a text that is none. */
export function deckIn(text: string): Json | null {
  const raw = readObject(text);
  return raw && Array.isArray(raw.notes) && (isObject(raw.note_models) || Array.isArray(raw.note_models)) ? raw : null;
}

/** Names of the media that a deck and those inside it list. */
export function mediaIn(root: Json): string[] {
  const names = new Set<string>();
  for (const { raw } of levels(root, () => {}))
    for (const name of Array.isArray(raw.media_files) ? raw.media_files : [])
      if (typeof name === "string") names.add(name);
  return [...names];
}

/** A deck of CrowdAnki, and those inside it. Its JSON of types, decks and presets is Anki's, and is kept as such. */
export function readDeck(root: Json, given: Given): Parcel {
  const format: FormatId = "crowdanki";
  const parcel = emptyParcel(format);
  parcel.media.push(...given.media);
  const say = (place: string, words: string, weight: ParcelProblem["weight"], note?: string) => {
    if (parcel.problems.length < most.problems)
      parcel.problems.push({ place, say: words, weight, ...(note === undefined ? {} : { note }) });
  };
  const all = levels(root, (words) => say("the decks", words, "suspicious"));
  const presets = readPresets(all, parcel);
  const types = readTypes(all, parcel, given, say);
  const decks = new Map<string, Deck>();
  const guids = new Set<string>();
  for (const { raw, outer } of all) {
    const deck = deckOf(raw, outer, presets, decks);
    if (!parcel.decks.includes(deck)) parcel.decks.push(deck);
    for (const note of objects(raw.notes)) addNote(note, deck);
  }
  return parcel;

  function addNote(raw: Json, deck: Deck) {
    const place = `note ${textOf(raw.guid).slice(0, 60) || parcel.notes.length + 1}`;
    const type = types.get(textOf(raw.note_model_uuid));
    const texts = Array.isArray(raw.fields) ? raw.fields.map((text) => textOf(text)) : [];
    if (!type) return say(place, "Its note type is not there, so it is left out.", "broken");
    const split = splitFields(texts.join(separator), type.fields.length);
    const { texts: own } = fieldsFromAnki(type, split.texts, textOf(raw.data));
    const guid = textOf(raw.guid);
    const isKnown = guid !== "" && !guids.has(guid);
    const id = given.newId();
    if (split.mended) say(place, split.mended, "suspicious", id);
    if (guid !== "" && !isKnown)
      say(place, "Another note has the mark by which it is known; it got one of its own.", "suspicious", id);
    guids.add(guid);
    parcel.notes.push({
      id,
      ...(isKnown ? { guid } : { nameless: true }),
      type: type.id,
      deck: deck.id,
      fields: fieldsOf(type, given.renamed.size > 0 ? own.map((text) => renameFiles(text, given.renamed)) : own),
      tags: splitTags((Array.isArray(raw.tags) ? raw.tags.map((tag) => textOf(tag)) : []).join(" ")),
      position: parcel.notes.length,
      created: given.now,
      modified: given.now,
    });
  }
}

/** A deck and all inside it, outer ones first, without recursion. */
function levels(root: Json, say: (words: string) => void): Level[] {
  const all: Level[] = [];
  const stack: Level[] = [{ raw: root, outer: "", depth: 1 }];
  for (let level = stack.pop(); level; level = stack.pop()) {
    if (all.length >= most.decks) {
      say(`There are more than ${most.decks} decks; the others were left out.`);
      break;
    }
    all.push(level);
    const name = fullName(level);
    const children = objects(level.raw.children);
    if (level.depth >= most.depth && children.length > 0)
      say("Some decks lie too deep in each other and were left out.");
    else for (const raw of children.toReversed()) stack.push({ raw, outer: name, depth: level.depth + 1 });
  }
  return all;
}

/** An inner deck bears its own name alone, or all of them. */
function fullName({ raw, outer }: Pick<Level, "raw" | "outer">): string {
  const name = textOf(raw.name) || "Deck";
  return outer === "" || name.startsWith(`${outer}::`) ? name : `${outer}::${name}`;
}

/** The JSON with an id as Anki gives one: that which it has, or one that follows from the mark that CrowdAnki gave it. */
function numbered(raw: Json, kind: string): { id: string; raw: Json } {
  const own = idOf(raw.id);
  const id =
    own !== "" && own !== "0" ? own : String(numberFor(`${kind} ${textOf(raw.crowdanki_uuid) || textOf(raw.name)}`));
  return { id, raw: { ...raw, id: exactly(id) } };
}

function readPresets(all: readonly Level[], parcel: Parcel): Map<string, Preset> {
  const presets = new Map<string, Preset>();
  for (const { raw: deck } of all)
    for (const each of objects(deck.deck_configurations)) {
      const { id, raw } = numbered(each, "preset");
      const preset: Preset = { ...readPreset(raw, id), ...keeping(writeJson(raw)) };
      const uuid = textOf(each.crowdanki_uuid);
      if (presets.has(uuid)) continue;
      presets.set(uuid, preset);
      parcel.presets.push(preset);
    }
  return presets;
}

function readTypes(
  all: readonly Level[],
  parcel: Parcel,
  { renamed }: Given,
  say: (place: string, words: string, weight: ParcelProblem["weight"]) => void,
): Map<string, NoteType> {
  const types = new Map<string, NoteType>();
  const ids = new Set<string>();
  for (const { raw: deck } of all)
    for (const each of objects(deck.note_models)) {
      const uuid = textOf(each.crowdanki_uuid);
      if (types.has(uuid)) continue;
      const { id, raw } = numbered(each, "note type");
      const type: NoteType = { ...readNoteType(raw, id), ...keeping(writeJson(raw)) };
      if (type.fields.length === 0 || type.templates.length === 0 || ids.has(type.id)) {
        say(`note type “${type.name.slice(0, 60)}”`, "It has no fields or no cards: its notes are left out.", "broken");
        continue;
      }
      ids.add(type.id);
      const rename = (text: string) => (renamed.size > 0 ? renameFiles(text, renamed) : text);
      const templates = type.templates.map((one) => ({ ...one, front: rename(one.front), back: rename(one.back) }));
      const named = { ...type, templates, css: rename(type.css) };
      types.set(uuid, named);
      parcel.noteTypes.push(named);
    }
  return types;
}

/** Two decks whose names differ in case only are one. */
function deckOf(raw: Json, outer: string, presets: ReadonlyMap<string, Preset>, decks: Map<string, Deck>): Deck {
  const name = ankiDeckName(fullName({ raw, outer }));
  const known = decks.get(deckKey(name));
  if (known) return known;
  const { children: _, notes: __, note_models: ___, deck_configurations: ____, media_files: _____, ...rest } = raw;
  const { id, raw: own } = numbered(rest, "deck");
  const mneme = isObject(raw.mneme) ? raw.mneme : {};
  // The limits of a day are of no use elsewhere, and there is no telling which day it was.
  const { today: ______, ...limits } = readLimits(raw, 0);
  const deck: Deck = {
    id: foreignId(mneme.id) || id,
    name,
    description: textOf(raw.desc),
    language: textOf(mneme.language),
    source: textOf(mneme.source),
    licence: textOf(mneme.licence),
    asOf: textOf(mneme.asOf),
    preset: presets.get(textOf(raw.deck_config_uuid))?.id ?? "default",
    ...limits,
    ...keeping(writeJson({ ...own, name })),
  };
  decks.set(deckKey(name), deck);
  return deck;
}
