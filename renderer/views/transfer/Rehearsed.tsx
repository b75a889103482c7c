import type { RehearsalView } from "../../../main/contract/transfer.ts";
import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { importing as words } from "../../text/importing.ts";
import { useApp } from "../context.ts";
import { Change } from "./Change.tsx";
import { ColumnTable } from "./ColumnTable.tsx";
import { ImportOptions } from "./ImportOptions.tsx";
import { ImportRows } from "./ImportRows.tsx";
import { Problems } from "./Problems.tsx";
import { Verdicts } from "./Verdicts.tsx";

interface Props {
  file: Rehearsal;
  view: RehearsalView;
}

/** A file that was read: what it is, what becomes of its notes, and the options of the import. */
export function Rehearsed({ file, view }: Props) {
  const { importing } = useApp();
  const side = importing.side.value;
  return (
    <div class="import-body">
      <div class="import-gist">
        <p class="report-headline">{words.headline(view)}</p>
        <p class="help">{words.holds(view)}</p>
        {view.whole && <p class="help">{words.whole}</p>}
        {view.newDecks.length > 0 && <p class="help">{words.newDecks(view.newDecks)}</p>}
        <Problems view={view} />
      </div>
      <Verdicts file={file} view={view} />
      <Undecided file={file} view={view} />
      <div class="import-parts">
        <div class="import-list">
          {view.table && side === "options" && <ColumnTable file={file} table={view.table} />}
          <ImportRows file={file} />
        </div>
        <aside class="import-side" aria-label={words.sides[side]}>
          {side === "options" && <h2 class="unseen">{words.sides.options}</h2>}
          <Sides />
          {side === "note" ? <Change file={file} /> : <ImportOptions file={file} view={view} />}
        </aside>
      </div>
    </div>
  );
}

function Sides() {
  const { importing } = useApp();
  return (
    <fieldset class="segments" aria-label={words.side}>
      {(["note", "options"] as const).map((each) => (
        <label key={each}>
          <input
            type="radio"
            name="side"
            checked={importing.side.value === each}
            onChange={() => {
              importing.side.value = each;
            }}
          />
          <span>{words.sides[each]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** Conflicts for which nobody has chosen yet, and the choice for all of them at once. */
function Undecided({ file, view }: Props) {
  if (view.undecided === 0) return null;
  return (
    <p class="import-undecided">
      <span role="status">
        {words.undecided(view.undecided)} {words.undecidedEnd(view.options.conflicts)}
      </span>
      <button type="button" class="button link" onClick={() => void file.decide(null, null, "mine")}>
        {words.allMine}
      </button>
      <button type="button" class="button link" onClick={() => void file.decide(null, null, "theirs")}>
        {words.allTheirs}
      </button>
    </p>
  );
}
