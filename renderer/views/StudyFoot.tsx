import { useState } from "preact/hooks";
import type { CardView, Preview } from "../../main/contract/views.ts";
import { type CommandId, commands } from "../commands.ts";
import type { Session } from "../state/session.ts";
import { asks, showing } from "../state/turn.ts";
import { wait } from "../text/durations.ts";
import { study as words } from "../text/study.ts";
import { focusOnce } from "../ui/focusOnce.ts";
import { Kbd } from "../ui/Kbd.tsx";
import { CommandButton } from "./CommandButton.tsx";

/** The fixed foot: why this card is here, and the one row of buttons that never moves. */
export function StudyFoot({ session }: { session: Session }) {
  const card = session.card.value;
  const { revealed } = session.turn.value;
  if (!card) return <footer class="study-foot" />;
  return (
    <footer class="study-foot">
      {revealed ? (
        <Grades session={session} card={card} key={showing(card)} />
      ) : (
        <>
          <p class="why">{words.why(card, session.view.value?.now ?? 0)}</p>
          <div class="actions" key={showing(card)}>
            {asks(card.face) === "typed" ? (
              <CommandButton id="check" look="plain" />
            ) : (
              <CommandButton id="show" look="plain" focused />
            )}
          </div>
        </>
      )}
    </footer>
  );
}

const ids = ["again", "hard", "good", "easy"] as const satisfies readonly CommandId[];

function Grades({ session, card }: { session: Session; card: CardView }) {
  const proposed = session.proposed.value;
  const [over, setOver] = useState<Preview | null>(null);
  const told = over ?? card.previews[proposed - 1];
  return (
    <>
      <p class="why">{told && words.does(told)}</p>
      <fieldset class="actions grades" aria-label={words.gradesLabel}>
        {card.previews.map((preview) => (
          <GradeButton
            key={preview.grade}
            preview={preview}
            proposed={preview.grade === proposed}
            onTell={setOver}
            onGrade={() => void session.answer(preview.grade)}
          />
        ))}
      </fieldset>
    </>
  );
}

interface GradeProps {
  preview: Preview;
  proposed: boolean;
  onTell(preview: Preview | null): void;
  onGrade(): void;
}

function GradeButton({ preview, proposed, onTell, onGrade }: GradeProps) {
  const id = ids[preview.grade - 1] ?? "good";
  const tell = () => onTell(preview);
  const hush = () => onTell(null);
  return (
    <button
      type="button"
      class={proposed ? `grade ${id} proposed` : `grade ${id}`}
      data-command={id}
      aria-description={words.does(preview)}
      aria-keyshortcuts={commands[id].keys.join(" ")}
      ref={proposed ? focusOnce : null}
      onClick={onGrade}
      onFocus={tell}
      onBlur={hush}
      onPointerEnter={tell}
      onPointerLeave={hush}
    >
      <span class="grade-name">{commands[id].text}</span>
      <span class="grade-wait">{wait(preview.wait)}</span>
      <Kbd>{commands[id].keys[0] ?? ""}</Kbd>
    </button>
  );
}
