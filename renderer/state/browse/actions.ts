import { signal } from "@preact/signals";
import type { BulkChange } from "../../../main/contract/browse.ts";
import type { NoteId } from "../../../main/contract/shapes.ts";
import type { Api } from "../../api.ts";
import { browse as words } from "../../text/browse.ts";
import { bulk } from "../../text/bulk.ts";
import { replace as replacing } from "../../text/replace.ts";
import type { Notices } from "../notices.ts";
import type { Browse } from "./browse.ts";
import { type BulkForm, type BulkModel, createBulk } from "./bulk.ts";
import { createDuplicates, type DuplicatesModel } from "./duplicates.ts";
import type { OrganiseAsk } from "./organise.ts";
import { createReplace, type ReplaceModel } from "./replace.ts";

/** The dialogs of Browse. */
export type BrowseAsk =
  | { kind: "bulk"; bulk: BulkModel }
  | { kind: "replace"; replace: ReplaceModel }
  | { kind: "duplicates"; duplicates: DuplicatesModel }
  | { kind: "columns" }
  | { kind: "saveSearch"; query: string }
  | OrganiseAsk;

/** A menu that is open: where in the window, and for what. */
export interface OpenMenu {
  /** CSS pixels; -1 is at the button that opens it. */
  x: number;
  y: number;
  /** A row of the tree by its id there, or the rows that are selected. */
  of: { tree: string } | "rows";
}

interface Around {
  api: Api;
  browse: Browse;
  notices: Notices;
  after(ms: number, run: () => void): void;
  open(ask: BrowseAsk): void;
  close(): void;
  did(say: string): Promise<void>;
  /** Asks for another type of these notes. */
  openChangeType(notes: readonly NoteId[]): Promise<void>;
}

/** What can be done with the selected rows. */
export function createActions({ api, browse, notices, after, open, close, did, openChangeType }: Around) {
  const menu = signal<OpenMenu | null>(null);

  /** The chosen rows; says so if there are none. */
  function chosen() {
    const of = browse.of();
    if (!of) notices.status(words.selectFirst);
    return of;
  }

  async function now(change: BulkChange): Promise<void> {
    const of = chosen();
    if (!of) return;
    const reply = await api.call("bulk", { ...of, change });
    if (!reply.ok) return notices.alert(reply.say);
    await did(bulk.did(change, reply.value));
  }

  const row = () => browse.current.value?.of ?? null;

  function ask(form: BulkForm, start: BulkChange): void {
    const of = chosen();
    if (of) open({ kind: "bulk", bulk: createBulk(api, of, form, start) });
  }

  return {
    menu,
    /** Opens the menu of all that can be done, below its button. */
    openMenu(): void {
      menu.value = { x: -1, y: -1, of: "rows" };
    },
    now,
    suspend: () => now({ kind: "suspend", on: !row()?.suspended }),
    bury: () => now({ kind: "bury", on: !row()?.buried }),
    flag: (flag: number) => now({ kind: "flag", flag: row()?.flag === flag ? 0 : flag }),
    mark: () =>
      now({ kind: "tag", ...(row()?.marked ? { add: [], remove: ["marked"] } : { add: ["marked"], remove: [] }) }),
    move: () => ask("move", { kind: "move", deck: "Default" }),
    tag: () => ask("tag", { kind: "tag", add: [], remove: [] }),
    untag: () => ask("untag", { kind: "tag", add: [], remove: [] }),
    due: () => ask("due", { kind: "due", days: "0" }),
    reset: () => ask("reset", { kind: "reset" }),
    reposition: () => ask("reposition", { kind: "reposition", start: 0, step: 1, random: false, shift: false }),
    remove: () => ask("delete", { kind: "delete" }),
    async changeType(): Promise<void> {
      const of = chosen();
      const notes = of && (await api.call("chosenNotes", of));
      if (notes?.ok) await openChangeType(notes.value);
      else if (notes) notices.alert(notes.say);
    },
    replace(): void {
      const of = chosen();
      if (of) open({ kind: "replace", replace: createReplace(api, of, after) });
    },
    duplicates: () => open({ kind: "duplicates", duplicates: createDuplicates(api, browse.sought.value) }),
    columns: () => open({ kind: "columns" }),
    saveSearch: () => open({ kind: "saveSearch", query: browse.query.value }),
    /** Does what a dialog has prepared, and closes it. */
    async run(prepared: BulkModel): Promise<void> {
      const effects = await prepared.run();
      if (!effects) return;
      close();
      await did(bulk.did(prepared.change.value, effects));
    },
    async runReplace(replace: ReplaceModel): Promise<void> {
      const notes = await replace.run();
      if (notes === null) return;
      close();
      await did(replacing.replaced(notes));
    },
  };
}
