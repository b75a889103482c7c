import type { Input } from "../../../main/contract/calls.ts";
import type { Reply } from "../../../main/contract/faults.ts";
import type { NoteId } from "../../../main/contract/shapes.ts";
import type { Api } from "../../api.ts";
import { changeType as changeWords, emptyCards as emptyWords, noteTypes as words } from "../../text/noteTypes.ts";
import { type ChangeTypeModel, createChangeType } from "./changeType.ts";
import { createEmptyCards, type EmptyCardsModel } from "./emptyCards.ts";
import type { NoteTypes } from "./noteTypes.ts";

export type TypeDialog =
  /** A copy of that type, or one that begins blank. */
  | { kind: "newType"; copy?: string }
  | { kind: "changeType"; change: ChangeTypeModel }
  | { kind: "emptyCards"; empty: EmptyCardsModel };

interface Around {
  api: Api;
  noteTypes: NoteTypes;
  /** The dialog that is open. */
  dialog(): TypeDialog | { kind: string } | null;
  open(dialog: TypeDialog): void;
  close(): void;
  /** Says what was done, and reads again whatever it touched. */
  did(say: string): Promise<void>;
  accepted<T>(reply: Reply<T>): reply is Extract<Reply<T>, { ok: true }>;
}

/** What can be done with note types, with the type of notes, and with cards that no note makes. */
export function createTypeActions({ api, noteTypes, dialog, open, close, did, accepted }: Around) {
  const changing = () => {
    const now = dialog();
    return now?.kind === "changeType" && "change" in now ? now.change : null;
  };
  const emptying = () => {
    const now = dialog();
    return now?.kind === "emptyCards" && "empty" in now ? now.empty : null;
  };

  /** Asks for the new type of those notes, all of one type. */
  async function openChangeType(notes: readonly NoteId[]): Promise<void> {
    const types = await api.call("noteTypes", {});
    const [first] = notes;
    if (!accepted(types) || first === undefined) return;
    const note = await api.call("note", { note: first });
    if (!accepted(note)) return;
    const view = await api.call("changeTypeEffects", { notes: [...notes], to: note.value.type, mapping: null });
    if (accepted(view)) open({ kind: "changeType", change: createChangeType(api, notes, types.value, view.value) });
  }

  return {
    openChangeType,

    /** The same for all notes of the type that is open. */
    async changeTypeOfAll(): Promise<void> {
      const type = noteTypes.draft.value?.saved.value.id ?? "";
      const found = await api.call("notesOfType", { type });
      if (accepted(found)) await openChangeType(found.value);
    },

    async saveChangeType(): Promise<void> {
      const changed = await changing()?.save();
      if (changed == null) return;
      close();
      await did(changeWords.done(changed));
    },

    /** The sentence of a refusal, or null once the type is there and open. */
    async addType(name: string, from: Input<"addNoteType">["from"]): Promise<string | null> {
      const reply = await api.call("addNoteType", { name, from });
      if (!reply.ok) return reply.fault.code === "badType" ? reply.fault.detail : reply.say;
      close();
      await noteTypes.added(reply.value.id);
      return null;
    },

    async saveType(): Promise<void> {
      const { draft, asking } = noteTypes;
      if (!(await draft.value?.save())) return;
      const then = asking.value;
      asking.value = null;
      await did(words.saved(draft.value?.saved.value.name ?? ""));
      then?.();
    },

    /** Deletes the type that is open; one with notes only once the person has said so. */
    async deleteType(withNotes = false): Promise<void> {
      const type = noteTypes.draft.value?.saved.value;
      if (!type) return;
      const asks = !withNotes && (noteTypes.rowOf(type.id)?.notes ?? 0) > 0;
      noteTypes.deleting.value = asks;
      if (asks) return;
      const reply = await api.call("deleteNoteType", { type: type.id, seen: type.modified, withNotes });
      if (accepted(reply)) await did(words.deleted(type.name));
    },

    async openEmptyCards(): Promise<void> {
      const reply = await api.call("emptyCards", {});
      if (accepted(reply)) open({ kind: "emptyCards", empty: createEmptyCards(api, reply.value) });
    },

    async removeEmptyCards(): Promise<void> {
      const empty = emptying();
      const cards = empty?.chosen.value.length ?? 0;
      if (!(await empty?.remove())) return;
      close();
      await did(emptyWords.removed(cards));
    },
  };
}
