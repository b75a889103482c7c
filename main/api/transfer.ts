import { Failure } from "../contract/faults.ts";
import type { Op } from "../contract/shapes.ts";
import type { ImportDone, RemovalView } from "../contract/transfer.ts";
import { offsetAt } from "../core/schedule/day.ts";
import { refusedFile } from "../refusedFile.ts";
import type { Gathered } from "../store/store.ts";
import type { Asks, Staged } from "../transfer/messages.ts";
import type { TransferProcess } from "../transferProcess.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

/** Times that records are staged while others go on changing the collection; the last time everything waits. */
const mostTries = 4;

export function transferHandlers(context: Context): Part<"transfer"> {
  const { collection, store, study, world, transfers, offered, mirrors, inTurn } = context;

  const of = (rehearsal: string): TransferProcess => {
    const process = transfers.of(rehearsal);
    if (!process) throw new Failure({ code: "gone", detail: "rehearsal" });
    return process;
  };

  /**
   * Stages records while others go on, and commits them in turn if the collection is still the one that they were made for;
   * else once more. Gives what is said of them.
   */
  async function commit<A extends "stage" | "stageRemoval">(
    process: TransferProcess,
    ask: A,
    input: Asks[A][0],
    op: "import" | "removeImport",
  ): Promise<Asks[A][1]["view"]> {
    for (let tries = 1; ; tries++) {
      const isLast = tries === mostTries;
      const made = isLast ? null : await process.ask(ask, input);
      const gathered = made?.staged && (await store.gather(made.staged.bulk));
      const done = await inTurn(async () => {
        const { staged, view } = made ?? (await process.ask(ask, input));
        if (!staged) return view;
        if (!isLast && !(await process.ask("holds", {}))) return null;
        await write(staged, op, gathered);
        study.refresh();
        return view;
      });
      if (done) return done;
    }
  }

  async function write({ what, bulk }: Staged<unknown>, op: Op, gathered: Gathered | null | undefined): Promise<void> {
    const at = world.now();
    await store.commitStaged({ at, offset: offsetAt(at, world.zone()), op, what }, gathered ?? bulk);
  }

  /** For taking an import out again: the process goes by that import's id. */
  async function removing<T>(id: string, work: (process: TransferProcess, bulk: string) => Promise<T>): Promise<T> {
    const bulk = world.newId();
    const process = await transfers.begin({
      of: id,
      folder: store.folder,
      fault: (overrun) => ({ code: "bug", detail: `the import's records could not be read: ${overrun}` }),
      clear: () => store.unstage(bulk),
    });
    return transfers.busily(() => work(process, bulk)).finally(() => transfers.end(id));
  }

  return {
    rehearse: async ({ token }) => {
      const { path, name } = offered.path(token);
      const id = world.newId();
      const process = await transfers.begin({
        of: token,
        folder: store.folder,
        fault: (overrun) => refusedFile(name, overrun),
        clear: () => store.unstage(id),
      });
      try {
        const mirror = await mirrors.begin(id, path);
        const view = await transfers.busily(() => process.ask("rehearse", { id, path, name, options: null, mirror }));
        transfers.rename(token, id);
        if (mirror) await mirrors.read(id);
        return view;
      } catch (error) {
        await transfers.end(token);
        throw error;
      }
    },
    rehearseAgain: ({ rehearsal, options }) => transfers.busily(() => of(rehearsal).ask("again", { options })),
    rehearsalRows: ({ rehearsal, ...range }) => of(rehearsal).ask("rows", range),
    rehearsalNote: ({ rehearsal, n }) => of(rehearsal).ask("note", { n }),
    decide: ({ rehearsal, ...wish }) => of(rehearsal).ask("decide", wish),
    commitRehearsal: async ({ rehearsal }) => {
      const done: ImportDone = await commit(of(rehearsal), "stage", {}, "import");
      await transfers.end(rehearsal);
      mirrors.merged(rehearsal);
      return done;
    },
    stopTransfer: async ({ of: name }) => {
      await transfers.end(name);
      return null;
    },
    mirrorDeck: ({ deck, token }) => mirrors.add(deck, offered.path(token).path),
    mirrors: () => mirrors.list(),
    offerMirror: ({ deck }) => mirrors.offer(deck),
    unmirror: ({ deck }) => mirrors.remove(deck),
    imports: () => [...collection.imports.values()].map(({ kept: _, ...shown }) => shown).sort((a, b) => b.at - a.at),
    removalEffects: ({ import: id }) => removing(id, (process) => process.ask("removal", { import: id })),
    removeImport: ({ import: id }) =>
      removing(
        id,
        (process, bulk): Promise<RemovalView> =>
          commit(process, "stageRemoval", { import: id, id: bulk }, "removeImport"),
      ),
    exportPreview: async ({ spec }) => (await context.exporting.process()).ask("preview", { spec }),
  };
}
