import type { CardView, TypedView } from "../../main/contract/views.ts";
import type { Session } from "../state/session.ts";
import { study as words } from "../text/study.ts";
import { Blocks } from "../ui/Face.tsx";
import { focusOnce } from "../ui/focusOnce.ts";

/** A field for the answer; after the check, what was typed beside what was expected, in the same place. */
export function TypedAnswer({ session, card }: { session: Session; card: CardView }) {
  const { revealed, typed, verdict } = session.turn.value;
  return (
    <div class="typed">
      {!revealed && (
        <input
          type="text"
          class="typed-field"
          aria-label={words.yourAnswer}
          placeholder={words.typeHere}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed}
          ref={focusOnce}
          onInput={(event) => session.type(event.currentTarget.value)}
        />
      )}
      {revealed && verdict && <Verdict of={verdict} />}
      {revealed && (
        <div class="answer">
          <span class="unseen">{words.expected}: </span>
          <Blocks of={card.face.answer} />
        </div>
      )}
    </div>
  );
}

/** Missing letters are underlined, letters too many are struck out: never told by colour alone. */
function Verdict({ of: { verdict, diff } }: { of: TypedView }) {
  return (
    <div class={`verdict ${verdict}`}>
      {verdict !== "right" && (
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
      <p class="verdict-words">{words.verdict[verdict]}</p>
    </div>
  );
}
