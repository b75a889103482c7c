import { useState } from "preact/hooks";
import type { CardView, Preview } from "../../main/contract/views.ts";
import { type CommandId, commands } from "../commands.ts";
import type { Session } from "../state/session.ts";
import { wait } from "../text/durations.ts";
import { study as words } from "../text/study.ts";
import { focusOnce } from "../ui/focusOnce.ts";
import { Kbd } from "../ui/Kbd.tsx";

const ids = ["again", "hard", "good", "easy"] as const satisfies readonly CommandId[];

/** What each answer does, then the grades: Again apart, and the three that say "I knew it" together. Of two buttons the others are small. */
export function Grades({ session, card }: { session: Session; card: CardView }) {
  const proposed = session.proposed.value;
  const [over, setOver] = useState<Preview | null>(null);
  const told = over ?? card.previews[proposed - 1];
  const [again, hard, good, easy] = card.previews;
  const isTwo = card.buttons === 2;
  const button = (preview: Preview, small = false) => (
    <GradeButton
      key={preview.grade}
      preview={preview}
      name={words.grade(preview.grade, card.buttons)}
      look={small ? "small" : ""}
      proposed={preview.grade === proposed}
      onTell={setOver}
      onGrade={() => void session.answer(preview.grade)}
    />
  );
  return (
    <>
      <p class="why">{told && words.does(told)}</p>
      <fieldset class={isTwo ? "actions grades two" : "actions grades"} aria-label={words.gradesLabel}>
        {button(again)}
        <fieldset class="passes" aria-label={words.passes}>
          {isTwo ? [button(good), button(hard, true), button(easy, true)] : [button(hard), button(good), button(easy)]}
        </fieldset>
      </fieldset>
    </>
  );
}

interface Props {
  preview: Preview;
  name: string;
  look: string;
  proposed: boolean;
  onTell(preview: Preview | null): void;
  onGrade(): void;
}

function GradeButton({ preview, name, look, proposed, onTell, onGrade }: Props) {
  const id = ids[preview.grade - 1] ?? "good";
  const tell = () => onTell(preview);
  const hush = () => onTell(null);
  return (
    <button
      type="button"
      class={["grade", id, look, proposed && "proposed"].filter(Boolean).join(" ")}
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
      <span class="grade-name">{name}</span>
      <span class="grade-wait">{wait(preview.wait)}</span>
      <Kbd>{commands[id].keys[0] ?? ""}</Kbd>
    </button>
  );
}
