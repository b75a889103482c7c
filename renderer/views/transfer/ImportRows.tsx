import { useSignal } from "@preact/signals";
import { useCallback, useMemo } from "preact/hooks";
import type { RehearsalRow } from "../../../main/contract/transfer.ts";
import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { within } from "../../text/cells.ts";
import { importing as words } from "../../text/importing.ts";
import type { Column } from "../../ui/grid/columns.ts";
import { Grid } from "../../ui/grid/Grid.tsx";
import type { Row } from "../../ui/grid/GridRow.tsx";
import { useApp } from "../context.ts";

const start: readonly Column[] = [
  { id: "verdict", text: words.columns.verdict, width: 112 },
  { id: "title", text: words.columns.title, width: 232 },
  { id: "what", text: words.columns.what, width: 122 },
  { id: "deck", text: words.columns.deck, width: 112, path: within },
  { id: "place", text: words.columns.place, width: 76 },
];

/** The notes of a file, each with what becomes of it. */
export function ImportRows({ file }: { file: Rehearsal }) {
  const { importing } = useApp();
  const { rows, selection } = file;
  const widths = useSignal<readonly Column[]>(start);
  const drawn = useMemo(() => new WeakMap<RehearsalRow, Row>(), [rows]);
  const need = useCallback((from: number, to: number) => rows.need(from, to), [rows]);
  const count = rows.count.value;
  const { verdict, words: sought } = rows.sieve.value;
  return (
    <Grid
      label={words.rows}
      headHelp={words.headHelp}
      columns={widths.value}
      count={count}
      single
      rowAt={(position) => {
        const row = rows.at(position);
        if (!row) return undefined;
        const known = drawn.get(row) ?? draw(row);
        drawn.set(row, known);
        return known;
      }}
      onNeed={need}
      selection={selection.value}
      onSelect={file.select}
      onOpen={() => {
        importing.side.value = "note";
      }}
      sorting={null}
      onSort={() => undefined}
      onColumns={(next) => {
        widths.value = next;
      }}
      list={rows.shown.value}
      seek={importing.listing.value}
    >
      {count === 0 && (
        <div class="grid-nothing">
          <p>{words.nothing(verdict !== null || sought !== "")}</p>
        </div>
      )}
    </Grid>
  );
}

const draw = (row: RehearsalRow): Row => ({
  cells: [words.verdict(row.verdict), row.title, words.what(row), words.deck(row.deck), row.place],
  look: `verdict-${row.verdict}`,
});
