import type { Column } from "../../../main/contract/browse.ts";
import type { Layout } from "../../../main/contract/layout.ts";
import { browse as words } from "../../text/browse.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";
import { Tick } from "./bulkFields.tsx";

/** In Anki's order. The renderer sees types of the contract only, so the names stand here once more; the compiler compares. */
const order: Record<Column, null> = {
  ...{ question: null, answer: null, sortField: null, card: null, deck: null, due: null, interval: null, ease: null },
  ...{ lapses: null, reviews: null, created: null, cardModified: null, noteModified: null, noteType: null, tags: null },
  ...{ position: null, stability: null, difficulty: null, retrievability: null },
};

/** How wide a new column begins, in CSS pixels. */
const width = 120;

/** Which columns are shown. Their order and width are changed in the head of the list itself. */
export function ColumnsDialog() {
  const app = useApp();
  const { browse } = app;
  const { mode, columns } = browse.layout.now.value;
  const shown = columns[mode];
  const set = (id: Column, on: boolean): Layout["columns"]["cards"] =>
    on ? [...shown, { id, width }] : shown.filter((each) => each.id !== id);
  return (
    <Dialog title={words.columnsTitle} onLeave={app.leaveDialog} tools={<CommandButton id="close" look="icon" />}>
      <div class="ticks">
        {(Object.keys(order) as Column[]).map((id) => {
          const on = shown.some((each) => each.id === id);
          return (
            <Tick
              key={id}
              label={words.column(id)}
              on={on}
              // One column at least: a list without any could not be given one again by its head.
              disabled={on && shown.length === 1}
              onChange={(next) => void browse.setColumns(set(id, next))}
            />
          );
        })}
      </div>
      <p class="help">{words.headHelp}</p>
    </Dialog>
  );
}
