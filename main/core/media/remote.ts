import type { Fault } from "../../contract/faults.ts";
import { isFault } from "../../contract/faults.ts";
import type { RemoteView } from "../../contract/media.ts";
import type { CardId, Media, Note, NoteType, Records } from "../../contract/shapes.ts";
import { type Collection, deckOfCard } from "../collection.ts";
import { decksWithin, pathOf } from "../deck/decks.ts";
import { isPlain } from "../face/isPlain.ts";
import { sidesOf } from "../face/sides.ts";
import { lookup } from "../lookup.ts";
import { ordinals } from "../note/cards.ts";
import { noteTypeOf } from "../note/noteTypes.ts";
import { sniff } from "./sniff.ts";

/** What the cards of a card's deck, inner decks included, would show from the web. Fault: `gone`. */
export function remoteView(collection: Collection, card: CardId): RemoteView | Fault {
  const found = lookup(collection, card);
  if (isFault(found)) return found;
  const urls = remoteOf(collection, found.deck.id);
  const counts = new Map<string, number>();
  for (const url of urls) counts.set(hostOf(url), (counts.get(hostOf(url)) ?? 0) + 1);
  const hosts = [...counts].map(([host, count]) => ({ host, count })).sort((a, b) => b.count - a.count);
  return { deck: pathOf(found.deck), urls, hosts };
}

function remoteOf(collection: Collection, deck: string): string[] {
  const decks = decksWithin(collection, deck);
  const urls = new Set<string>();
  for (const note of collection.notes.values()) {
    const type = noteTypeOf(collection, note.type);
    if (!mayBeRemote(type, note) || isPlain(type, note)) continue;
    for (const ord of ordinals(collection, note)) {
      const home = deckOfCard(collection, note, ord);
      if (!home || !decks.has(home.id)) continue;
      const sides = sidesOf({ type, note, ord, deck: home.name, flag: 0 }, collection.media);
      for (const url of [...sides.question.remote, ...sides.answer.remote]) urls.add(url);
    }
  }
  return [...urls];
}

/** Without two slashes nothing leads to the web; most notes need no second look. An entity may hide them. */
function mayBeRemote({ css, templates }: NoteType, { fields }: Note): boolean {
  const texts = [css, ...templates.flatMap(({ front, back }) => [front, back]), ...Object.values(fields)];
  return texts.some((text) => /[/\\]{2}|&#|&sol;|&bsol;|\/[\t\n\r]+\//i.test(text));
}

/** The host of an address of the web, with its port if it names one. */
const hostOf = (url: string): string =>
  url
    .split(/[/?#]+/)[1]
    ?.replace(/^.*@/, "")
    .toLowerCase() ?? "";

/** An image that was fetched, and lies in the media folder already. */
export interface FetchedImage {
  url: string;
  bytes: Uint8Array;
  hash: string;
  /** Epoch milliseconds. */
  at: number;
}

/** The records by which such images are shown from now on, each in place of its address. */
export function keepFetched(collection: Collection, images: readonly FetchedImage[]): Records {
  const media = images.flatMap(({ url, bytes, hash, at }): [null, Media][] => {
    const type = imageType(bytes);
    if (type === null || collection.media.has(url)) return [];
    return [[null, { id: url, hash, size: bytes.length, type, added: at }]];
  });
  return media.length > 0 ? { media } : {};
}

/** The type of an image, by its content; null if it is none. */
export function imageType(bytes: Uint8Array): string | null {
  const type = sniff(bytes)?.type ?? "";
  return type.startsWith("image/") ? type : null;
}
