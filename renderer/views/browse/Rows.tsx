import { useCallback, useMemo } from "preact/hooks";
import type { Column as ColumnId } from "../../../main/contract/browse.ts";
import { browse as words } from "../../text/browse.ts";
import { within } from "../../text/cells.ts";
import type { Column } from "../../ui/grid/columns.ts";
import { Grid } from "../../ui/grid/Grid.tsx";
import { useApp } from "../context.ts";

const numeric: ReadonlySet<ColumnId> = new Set([
  ...(["interval", "ease", "lapses", "reviews", "position"] as const),
  ...(["stability", "difficulty", "retrievability"] as const),
]);

/** The list of what was found. */
export function Rows() {
  const app = useApp();
  const { browse, actions } = app;
  const { mode, columns: arranged, sort } = browse.layout.now.value;
  const list = browse.list;
  const count = list.count.value;
  const shown = list.columns.value;
  // Only columns that the rows at hand have: new ones come with new rows.
  const columns = useMemo(() => {
    const width = new Map(arranged[mode].map((each) => [each.id, each.width]));
    return shown.map(
      (id): Column => ({
        ...{ id, text: words.column(id), width: width.get(id) ?? 120, sortable: true },
        ...(numeric.has(id) && { numeric: true }),
        ...(id === "deck" && { path: within }),
      }),
    );
  }, [shown, arranged, mode]);
  const need = useCallback((from: number, to: number) => list.need(from, to), [list]);
  return (
    <Grid
      label={words.list[mode]}
      headHelp={words.headHelp}
      columns={columns}
      count={count}
      rowAt={(position) => {
        const loaded = list.at(position);
        return loaded === null ? { cells: [words.gone], look: "gone" } : loaded?.row;
      }}
      onNeed={need}
      selection={browse.selection.value}
      onSelect={browse.select}
      onOpen={() => void app.edit()}
      onMenu={(x, y) => {
        actions.menu.value = { x, y, of: "rows" };
      }}
      sorting={sort[mode]}
      onSort={(column) => void browse.sortBy(column as ColumnId)}
      onColumns={(next) => void browse.setColumns(next.map(({ id, width }) => ({ id: id as ColumnId, width })))}
      list={browse.shown.value}
      seek={browse.listing.value}
    >
      {count === 0 && list.found.value && <Nothing query={browse.sought.value} />}
    </Grid>
  );
}

function Nothing({ query }: { query: string }) {
  return (
    <div class="grid-nothing">
      <p>{words.nothing(query)}</p>
      <p class="help">{words.nothingTry(query)}</p>
    </div>
  );
}
