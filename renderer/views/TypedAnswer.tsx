import type { DiffPart } from "../../main/contract/face.ts";
import type { TypedView } from "../../main/contract/views.ts";
import type { Session } from "../state/session.ts";
import { study as words } from "../text/study.ts";
import { focusOnce } from "../ui/focusOnce.ts";

/** A field for the answer. It stays when the answer appears, so that nothing above or below it moves. */
export function TypedField({ session }: { session: Session }) {
  const { revealed, typed } = session.turn.value;
  return (
    <input
      type="text"
      class="typed-field"
      aria-label={words.yourAnswer}
      placeholder={revealed ? "" : words.typeHere}
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      readOnly={revealed}
      value={typed}
      ref={focusOnce}
      onInput={(event) => session.type(event.currentTarget.value)}
    />
  );
}

/** A difference is worth showing where something is the same: at least half of what was expected. */
function comparable(diff: readonly DiffPart[]): boolean {
  const length = (kind: DiffPart["kind"]) =>
    diff.reduce((sum, part) => sum + (part.kind === kind ? part.text.length : 0), 0);
  return length("same") >= length("missing");
}

/** Missing letters are underlined, letters too many are struck out: never told by colour alone. */
export function Verdict({ of: { verdict, diff } }: { of: TypedView }) {
  return (
    <div class={`verdict ${verdict}`}>
      <p class="verdict-words">{words.verdict[verdict]}</p>
      {verdict !== "right" && comparable(diff) && (
        <p class="diff">
          {diff.map(({ kind, text }) => {
            if (kind === "same") return text;
            const name = <span class="unseen"> ({words.diff[kind]}) </span>;
            return kind === "missing" ? (
              <ins>
                {text}
                {name}
              </ins>
            ) : (
              <del>
                {text}
                {name}
              </del>
            );
          })}
        </p>
      )}
    </div>
  );
}
