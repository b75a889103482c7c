import type { Session } from "../state/session.ts";
import { study as words } from "../text/study.ts";
import { CommandButton } from "./CommandButton.tsx";

/** The top of a session: way out, where we are, what is left, and three small tools. */
export function StudyBar({ session }: { session: Session }) {
  const left = session.view.value?.left;
  const cards = left ? left.learning + left.review + left.fresh : 0;
  const done = session.answered.value;
  return (
    <header class="study-bar">
      <h1 class="unseen">{words.title}</h1>
      <CommandButton id="leave" look="icon" />
      <span class="study-deck">{session.card.value?.deck.join(" › ")}</span>
      <progress value={done} max={Math.max(1, done + cards)} aria-label={words.progress} />
      <span class="study-left">{left && words.left(left)}</span>
      <span class="tools">
        <CommandButton id="undo" look="icon" />
        <CommandButton id="edit" look="icon" />
        <CommandButton id="info" look="icon" />
      </span>
    </header>
  );
}
