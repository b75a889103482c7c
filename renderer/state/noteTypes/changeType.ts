import { signal } from "@preact/signals";
import type { ChangeTypeView, TypeMapping } from "../../../main/contract/noteTypeEdits.ts";
import type { NoteId, NoteType, NoteTypeId } from "../../../main/contract/shapes.ts";
import type { Api } from "../../api.ts";

/** Changing the type of notes: which type, what comes from where, and what it would do. */
export function createChangeType(
  api: Api,
  notes: readonly NoteId[],
  types: readonly NoteType[],
  first: ChangeTypeView,
) {
  const view = signal(first);
  const trouble = signal<string | null>(null);

  let pending: Promise<unknown> = Promise.resolve();

  /** One choice after the other: each is about the mapping that the one before it left. */
  function choose(wish: (now: ChangeTypeView) => { to: NoteTypeId; mapping: TypeMapping | null }): Promise<void> {
    const done = pending.then(() => read(wish(view.value)));
    pending = done;
    return done;
  }

  async function read({ to, mapping }: { to: NoteTypeId; mapping: TypeMapping | null }): Promise<void> {
    const reply = await api.call("changeTypeEffects", { notes: [...notes], to, mapping });
    trouble.value = reply.ok ? null : reply.say;
    if (reply.ok) view.value = reply.value;
  }

  return {
    ...{ notes, types, view, trouble },
    to: (id: NoteTypeId) => choose(() => ({ to: id, mapping: null })),
    mapField: (target: string, source: string | null) =>
      choose(({ to, mapping }) => ({
        to: to.id,
        mapping: { ...mapping, fields: { ...mapping.fields, [target]: source } },
      })),
    /** A card can go on in one place only: where it was before, nothing is left. */
    mapCard: (target: number, source: number | null) =>
      choose(({ to, mapping }) => {
        const rest = Object.entries(mapping.templates).map(([ord, from]) => [ord, from === source ? null : from]);
        return { to: to.id, mapping: { ...mapping, templates: { ...Object.fromEntries(rest), [target]: source } } };
      }),
    /** How many notes were changed; null if it was refused. */
    async save(): Promise<number | null> {
      await pending; // what was chosen last counts
      const { to, mapping } = view.value;
      const reply = await api.call("changeType", { notes: [...notes], to: to.id, mapping });
      trouble.value = reply.ok ? null : reply.say;
      return reply.ok ? reply.value.notes : null;
    },
  };
}

export type ChangeTypeModel = ReturnType<typeof createChangeType>;
