import { hash } from "../../schedule/random.ts";
import type { AnkiCollection } from "../anki/collection.ts";
import { idOf, isObject, type Json, readObject, textOf } from "../anki/json.ts";
import { separator, splitTags } from "../anki/readNotes.ts";

const levels = "::";

interface Node {
  name: string;
  json: Json;
  notes: Json[];
  children: Map<string, Node>;
}

/**
 * What an Anki collection says, as CrowdAnki's tree of decks. `name` is for the deck around them where there are several at the top; `media` are
 * the names of all files.
 */
export function writeDeck(anki: AnkiCollection, media: readonly string[], name: string): Json {
  const decks = new Map(
    Object.entries(readObject(anki.col.decks) ?? {}).filter((pair): pair is [string, Json] => isObject(pair[1])),
  );
  const models = marked(anki.col.models, "note type", "NoteModel");
  const presets = marked(anki.col.dconf, "preset", "DeckConfig");
  const root = node("", {});
  const homes = new Map<number, string>();
  for (const { nid, did, odid } of anki.cards) if (!homes.has(nid)) homes.set(nid, String(odid || did));
  const used = new Set(homes.values());
  for (const [id, deck] of decks) if (used.has(id) || id !== "1") placeOf(root, textOf(deck.name), deck);

  const asked = new Set<string>();
  for (const [id, { conf }] of decks)
    if (used.has(id) || id !== "1") asked.add(presets.has(idOf(conf)) ? idOf(conf) : "1");
  const wanted = new Set<string>();
  for (const row of anki.notes) {
    const deck = decks.get(homes.get(row.id) ?? "1") ?? {};
    const model = models.get(String(row.mid));
    if (!model) continue;
    wanted.add(String(row.mid));
    placeOf(root, textOf(deck.name) || "Default", deck).notes.push({
      __type__: "Note",
      fields: row.flds.split(separator),
      flags: row.flags,
      guid: row.guid,
      note_model_uuid: model.crowdanki_uuid,
      tags: splitTags(row.tags),
      ...(row.data === "" ? {} : { data: row.data }),
    });
  }
  const tops = [...root.children.values()];
  const top = tops.length === 1 && tops[0] ? tops[0] : { ...root, name, json: { name } };
  return {
    ...deckJson(top, name, presets),
    deck_configurations: [...presets].filter(([id]) => asked.has(id)).map(([, preset]) => preset),
    media_files: [...media].sort(),
    note_models: [...models].filter(([id]) => wanted.has(id)).map(([, model]) => model),
  };
}

const node = (name: string, json: Json): Node => ({ name, json, notes: [], children: new Map() });

/** The place of a deck in the tree; those around it are made. */
function placeOf(root: Node, full: string, json: Json): Node {
  let at = root;
  const parts = full.split(levels);
  for (const [i, part] of parts.entries()) {
    const next = at.children.get(part) ?? node(part, {});
    at.children.set(part, next);
    if (i === parts.length - 1) next.json = json;
    at = next;
  }
  return at;
}

/** The same whenever it is written. */
const inOrder = (places: Iterable<Node>): Node[] => [...places].sort((a, b) => (a.name < b.name ? -1 : 1));

/** Names are at most fifty levels deep (`ankiDeckName`), so it may call itself. */
function deckJson(place: Node, path: string, presets: ReadonlyMap<string, Json>): Json {
  const { id: _, name: __, conf, mid: ___, mod: ____, usn: _____, ...rest } = place.json;
  const preset = presets.get(idOf(conf)) ?? presets.get("1");
  return {
    desc: "",
    dyn: 0,
    extendNew: 0,
    extendRev: 0,
    ...rest,
    __type__: "Deck",
    children: inOrder(place.children.values()).map((child) =>
      deckJson(child, `${path}${levels}${child.name}`, presets),
    ),
    crowdanki_uuid:
      textOf(place.json.crowdanki_uuid) || uuidFor(`deck ${path}${levels}${place.name} ${idOf(place.json.id)}`),
    deck_config_uuid: preset?.crowdanki_uuid ?? null,
    deck_configurations: [],
    media_files: [],
    name: place.name,
    note_models: [],
    notes: place.notes,
  };
}

/** JSON of types or presets by their number, each with CrowdAnki's mark: that which it came with, or one that is always the same. */
function marked(text: string, kind: string, type: string): Map<string, Json> {
  const all = new Map<string, Json>();
  for (const [id, raw] of Object.entries(readObject(text) ?? {}))
    if (isObject(raw)) {
      const uuid = textOf(raw.crowdanki_uuid) || uuidFor(`${kind} ${id}`);
      all.set(id, { ...raw, __type__: type, crowdanki_uuid: uuid });
    }
  return all;
}

/** In the form of a UUID. */
function uuidFor(text: string): string {
  const digits = [0, 1, 2, 3].map((seed) => (hash(text, seed) >>> 0).toString(16).padStart(8, "0")).join("");
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-5${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}

/** As CrowdAnki writes it: keys in order, so that versions can be compared line by line. */
export function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  );
}
