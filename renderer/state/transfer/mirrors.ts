import { signal } from "@preact/signals";
import type { Reply } from "../../../main/contract/faults.ts";
import type { DeckId } from "../../../main/contract/shapes.ts";
import type { MirrorView, Offered } from "../../../main/contract/transfer.ts";
import type { Api } from "../../api.ts";
import { mirrors as words } from "../../text/mirrors.ts";
import type { Notices } from "../notices.ts";

/** Decks that are kept as Markdown in folders as well. */
export function createMirrors(api: Api, notices: Notices, show: (offered: Offered) => Promise<void>) {
  const list = signal<readonly MirrorView[]>([]);

  function took(reply: Reply<MirrorView[]>): reply is Extract<typeof reply, { ok: true }> {
    if (reply.ok) list.value = reply.value;
    else notices.alert(reply.say);
    return reply.ok;
  }

  /** The one of which it stands that it has news. */
  let stands: DeckId | null = null;
  let isFirst = true;

  /** Whatever the person is doing goes on: it is said, and waits until it was looked at. */
  function say(view: MirrorView): void {
    if (view.news) {
      stands = view.deck;
      notices.stand(words.changed(view), { text: words.look, run: () => void look(view.deck) });
    } else if (stands === view.deck) {
      stands = null;
      notices.withdraw();
    }
  }

  /** Shows what others did in its folder, as a file that the person opened. */
  async function look(deck: DeckId): Promise<void> {
    const reply = await api.call("offerMirror", { deck });
    if (!reply.ok) notices.alert(reply.say);
    else await show(reply.value);
  }

  return {
    look,
    heard(view: MirrorView): void {
      list.value = list.peek().map((each) => (each.deck === view.deck ? view : each));
      say(view);
    },
    of: (deck: DeckId): MirrorView | undefined => list.value.find((each) => each.deck === deck),
    async load(): Promise<void> {
      const reply = await api.call("mirrors", {});
      if (!reply.ok) return;
      list.value = reply.value;
      // Before the window was there, nobody heard.
      if (isFirst) for (const view of reply.value) say(view);
      isFirst = false;
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
      if (!took(await api.call("unmirror", { deck }))) return;
      if (stands === deck) notices.withdraw();
      notices.status(words.ended(folder));
    },
  };
}
