import type { RehearsalView, Verdict } from "../../../main/contract/transfer.ts";
import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { verdictOrder, importing as words } from "../../text/importing.ts";
import { number } from "../../text/numbers.ts";
import { Kbd } from "../../ui/Kbd.tsx";
import { useApp } from "../context.ts";

/** What becomes of the notes: a bar, and below it a button for each verdict that shows its notes alone; and words to seek. */
export function Verdicts({ file, view }: { file: Rehearsal; view: RehearsalView }) {
  const { importing } = useApp();
  const { counts } = view;
  const there = verdictOrder.filter((each) => counts[each] > 0);
  const all = there.reduce((sum, each) => sum + counts[each], 0);
  return (
    <div class="verdicts">
      <div class="verdict-bar" role="img" aria-label={words.picture(counts)}>
        {there.map((each) => (
          <span key={each} class={`verdict-part verdict-${each}`} style={{ flexGrow: counts[each] }} />
        ))}
      </div>
      <div class="verdict-line">
        {/* biome-ignore lint/a11y/useSemanticElements: these are no fields */}
        <div class="verdict-filters" role="group" aria-label={words.filter}>
          <Filter file={file} verdict={null} n={all} />
          {there.map((each) => (
            <Filter key={each} file={file} verdict={each} n={counts[each]} />
          ))}
        </div>
        <input
          class="input import-search"
          type="search"
          data-import-search=""
          aria-label={words.search}
          placeholder={words.searchHint}
          spellcheck={false}
          value={file.sought.value}
          onInput={(event) => file.seek(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" && event.key !== "Enter") return;
            if (event.ctrlKey || event.metaKey) return;
            event.preventDefault();
            importing.listing.value++;
          }}
        />
      </div>
    </div>
  );
}

function Filter({ file, verdict, n }: { file: Rehearsal; verdict: Verdict | null; n: number }) {
  const key = verdict === null ? 0 : verdictOrder.indexOf(verdict) + 1;
  return (
    <button
      type="button"
      class={`verdict-filter${verdict ? ` verdict-${verdict}` : ""}`}
      aria-pressed={file.rows.sieve.value.verdict === verdict}
      aria-keyshortcuts={String(key)}
      title={verdict ? words.about(verdict) : undefined}
      onClick={() => void file.filter(verdict)}
    >
      {verdict && <span class="verdict-sign" aria-hidden="true" />}
      {verdict ? words.verdict(verdict) : words.all} <b>{number(n)}</b> <Kbd>{String(key)}</Kbd>
    </button>
  );
}
