import { signal } from "@preact/signals";
import type { Reply } from "../../../main/contract/faults.ts";
import type { DeckId } from "../../../main/contract/shapes.ts";
import type { MirrorView } from "../../../main/contract/transfer.ts";
import type { Api } from "../../api.ts";
import { mirrors as words } from "../../text/mirrors.ts";
import type { Notices } from "../notices.ts";

/** Decks that are kept as Markdown in folders as well. */
export function createMirrors(api: Api, notices: Notices) {
  const list = signal<readonly MirrorView[]>([]);

  function took(reply: Reply<MirrorView[]>): reply is Extract<typeof reply, { ok: true }> {
    if (reply.ok) list.value = reply.value;
    else notices.alert(reply.say);
    return reply.ok;
  }

  return {
    of: (deck: DeckId): MirrorView | undefined => list.value.find((each) => each.deck === deck),
    async load(): Promise<void> {
      const reply = await api.call("mirrors", {});
      if (reply.ok) list.value = reply.value;
    },
    /** Asks for a folder, and keeps the deck there. */
    async begin(deck: DeckId): Promise<void> {
      const picked = await api.call("pickFiles", { folder: true });
      if (!picked.ok) return notices.alert(picked.say);
      const [folder] = picked.value ?? [];
      if (folder && took(await api.call("mirrorDeck", { deck, token: folder.token })))
        notices.status(words.begun(folder.name));
    },
    /** The folder stays as it is. */
    async end(deck: DeckId): Promise<void> {
      const folder = list.peek().find((each) => each.deck === deck)?.folder ?? "";
      if (took(await api.call("unmirror", { deck }))) notices.status(words.ended(folder));
    },
  };
}
