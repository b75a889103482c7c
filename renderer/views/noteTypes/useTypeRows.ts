import type { TypeDraft } from "../../state/noteTypes/draft.ts";
import { noteTypes as words } from "../../text/noteTypes.ts";
import { useReorder } from "../../ui/useReorder.ts";
import { useApp } from "../context.ts";
import { useFreshRow } from "./useFreshRow.ts";

type Step = Parameters<TypeDraft["shape"]>[0];

/** What the fields and the cards of a type have in common as rows: they are added, named, put into another order and removed. */
export function useTypeRows<Id extends string | number>(
  draft: TypeDraft,
  rows: readonly { id: Id; name: string }[],
  move: (id: Id, to: number) => Step,
) {
  const { notices } = useApp();
  const ids = rows.map(({ id }) => id);
  const fresh = useFreshRow(ids);
  const order = useReorder(ids, async (id, to) => {
    if (await draft.shape(move(id, to))) return;
    const name = rows.find((row) => row.id === id)?.name ?? "";
    notices.announce(words.movedTo(name, to + 1, rows.length));
  });
  /** Does a step; tells why it cannot be. */
  async function shape(step: Step): Promise<void> {
    const say = await draft.shape(step);
    if (say) notices.alert(say);
  }
  return {
    ...{ list: fresh.list, order, shape },
    /** Does a step whose new row gets the focus. */
    add(step: Step): void {
      fresh.expect();
      void shape(step);
    },
  };
}
