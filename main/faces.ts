import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { Readable } from "node:stream";
import { isFault } from "./contract/faults.ts";
import { pageOf, type Shown, sidesOf, write } from "./core/face/sides.ts";
import { documentOf } from "./core/html/documentOf.ts";
import { typeset } from "./core/html/typesetting.ts";
import { lookup } from "./core/lookup.ts";
import type { Store } from "./store/store.ts";

/** A media file to be served: see shell/serveMedia.ts. */
export interface MediaFile {
  type: string;
  size: number;
  read(from: number, to: number): ReadableStream<Uint8Array>;
}

/** Drafts that are kept: what an editor shows at once, and what it showed just before. */
const most = 200;

/** What frames and the media protocol are served. It only reads, so it waits for no call. */
export class Faces {
  readonly #store: Store;
  /** Cards that are being written, by their place; the oldest first. */
  readonly #drafts = new Map<string, Shown>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Takes in a card that is being written, under a name of its own; where its face is from now on. */
  draft(name: string, shown: Shown): string {
    const place = `card://draft/${encodeURIComponent(name)}`;
    this.#drafts.delete(place);
    this.#drafts.set(place, shown);
    for (const old of [...this.#drafts.keys()].slice(0, -most)) this.#drafts.delete(old);
    return place;
  }

  /** The document at a URL of a side; null if its card is gone. */
  async document(url: string): Promise<string | null> {
    const asked = sideAt(url);
    const shown = asked && this.#shownAt(asked.place);
    if (!asked || !shown) return null;
    const { side, night, typed } = asked;
    const written = write(shown, typed);
    const page = pageOf(shown, written, side, this.#store.collection.media, await typeset(written[side]));
    return documentOf(page, {
      night,
      ord: shown.ord,
      zoom: 1,
      sheet: "card://style/reading.css",
      platform: platforms[process.platform] ?? "linux",
    });
  }

  /** Where the link of that number on the side at a URL leads; null if there is none. */
  link(url: string, n: number): string | null {
    const asked = sideAt(url);
    const shown = asked && this.#shownAt(asked.place);
    return shown ? (sidesOf(shown, this.#store.collection.media)[asked.side].links[n] ?? null) : null;
  }

  /** The file of that name, or that was fetched from that URL. */
  async media(name: string): Promise<MediaFile | null> {
    const record = this.#store.collection.media.get(name);
    const path = record && this.#store.mediaPath(record.hash);
    if (!path || !playable.test(record.type)) return null;
    const found = await stat(path).catch(() => null);
    if (!found) return null;
    const read = (start: number, end: number) =>
      Readable.toWeb(createReadStream(path, { start, end })) as ReadableStream<Uint8Array>;
    return { type: record.type, size: found.size, read };
  }

  #shownAt(place: string): Shown | null {
    if (place.startsWith("card://draft/")) return this.#drafts.get(place) ?? null;
    const found = lookup(this.#store.collection, decodeURIComponent(place.slice("card://face/".length)));
    if (isFault(found)) return null;
    const { type, note, card, deck } = found;
    return { type, note, ord: card.ord, deck: deck.name, flag: card.flag };
  }
}

/** What else a package brings is kept, to be given back, and never served. */
const playable = /^(?:image|audio|video|font)\//;

const platforms: Partial<Record<NodeJS.Platform, "win" | "mac" | "linux">> = {
  win32: "win",
  darwin: "mac",
  linux: "linux",
};

interface Asked {
  place: string;
  side: "question" | "answer";
  night: boolean;
  /** "" if nothing was. */
  typed: string;
}

/** Reads `card://face/<card>/<side>?night=1&typed=…`; null if it is nothing of the kind. */
function sideAt(url: string): Asked | null {
  const [, place = "", side] =
    /^(card:\/\/(?:face|draft)\/[^/?#]{1,2000})\/(question|answer)(?:[?#]|$)/.exec(url) ?? [];
  if ((side !== "question" && side !== "answer") || !decodes(place)) return null;
  const { searchParams } = new URL(url);
  return { place, side, night: searchParams.get("night") === "1", typed: searchParams.get("typed") ?? "" };
}

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
