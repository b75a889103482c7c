import { signal } from "@preact/signals";
import type { DeckEffects } from "../../../main/contract/browse.ts";
import type { Reply } from "../../../main/contract/faults.ts";
import type { DeckId } from "../../../main/contract/shapes.ts";
import type { Api } from "../../api.ts";
import { organise as words } from "../../text/organise.ts";
import type { Place } from "./places.ts";

/** What must be asked before decks and tags change. */
export type OrganiseAsk =
  | { kind: "newDeck"; outer: string | null }
  | { kind: "renameDeck"; deck: DeckId; name: string }
  | { kind: "mergeDeck"; deck: DeckId; name: string }
  | { kind: "deleteDeck"; deck: DeckId; name: string; effects: DeckEffects; others: { id: DeckId; name: string }[] };

interface Around {
  api: Api;
  ask(ask: OrganiseAsk): void;
  /** Closes what was asked in. */
  close(): void;
  /** Something was done that can be taken back: said, and everything read again. */
  did(say: string): Promise<void>;
  /** Something was refused. */
  refuse(say: string): void;
}

/** Decks, tags and saved searches: made, renamed, put elsewhere, deleted. Each is one change. */
export function createOrganise({ api, ask, close, did, refuse }: Around) {
  /** What is being renamed in the tree: its id there. */
  const renaming = signal<string | null>(null);

  async function after<T>(reply: Reply<T>, say: (value: T) => string): Promise<boolean> {
    if (reply.ok) await did(say(reply.value));
    else refuse(reply.say);
    return reply.ok;
  }

  async function askDeleteDeck(deck: DeckId, name: string): Promise<void> {
    const [effects, decks] = await Promise.all([api.call("deckEffects", { deck }), api.call("decks", {})]);
    if (!effects.ok) return refuse(effects.say);
    const all = decks.ok ? decks.value.map(({ id, path }) => ({ id, name: path.join("::") })) : [];
    const others = all.filter((each) => each.name !== name && !each.name.startsWith(`${name}::`));
    ask({ kind: "deleteDeck", deck, name, effects: effects.value, others });
  }

  return {
    renaming,
    /** Null if it was made, or why not: then what was asked stays open. */
    async createDeck(name: string): Promise<string | null> {
      const reply = await api.call("createDeck", { name });
      if (!reply.ok) return reply.say;
      close();
      await did(words.createdDeck(name));
      return null;
    },
    /** A new name or place. Where a deck has that name already, asks whether the two become one. */
    async renameDeck(deck: DeckId, name: string, merge = false): Promise<void> {
      const decks = merge ? null : await api.call("decks", {});
      const taken = decks?.ok && decks.value.some(({ id, path }) => id !== deck && path.join("::") === name);
      if (taken) return ask({ kind: "mergeDeck", deck, name });
      await after(await api.call("renameDeck", { deck, name, merge }), () => words.renamedTo(name));
    },
    /** `to` null deletes the cards too. */
    async deleteDeck(deck: DeckId, name: string, to: DeckId | null): Promise<void> {
      const end = to === null ? { cards: "delete" as const } : { cards: "move" as const, to };
      await after(await api.call("deleteDeck", { deck, end }), () => words.deletedDeck(name));
    },
    async renameTag(tag: string, name: string): Promise<void> {
      await after(await api.call("renameTag", { tag, name }), (n) => words.renamedTag(n, tag, name));
    },
    async saveSearch(name: string, query: string): Promise<string | null> {
      const reply = await api.call("saveSearch", { name, query });
      if (!reply.ok) return reply.say;
      close();
      await did(words.savedSearch(name));
      return null;
    },
    async renameSearch(id: string, name: string): Promise<void> {
      await after(await api.call("renameSearch", { id, name }), () => words.savedSearch(name));
    },
    /** Deletes what a row of the tree stands for. Only a deck asks first: what becomes of its cards. */
    async remove(place: Place | undefined): Promise<void> {
      if (place?.kind === "deck") await askDeleteDeck(place.deck, place.name);
      else if (place?.kind === "tag") await after(await api.call("deleteTag", { tag: place.name }), words.deletedTag);
      else if (place?.kind === "saved")
        await after(await api.call("deleteSearch", { id: place.id }), () => words.deletedSearch(place.name));
    },
  };
}
