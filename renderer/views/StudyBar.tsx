import { Bookmark, Flag } from "lucide";
import type { Session } from "../state/session.ts";
import { places } from "../text/places.ts";
import { study as words } from "../text/study.ts";
import { Icon } from "../ui/Icon.tsx";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";
import { AnswerTimer } from "./reviewing/AnswerTimer.tsx";
import { CardMenu } from "./reviewing/CardMenu.tsx";

/** The top of a session: way out, where we are, what is left, and a few small tools. */
export function StudyBar({ session }: { session: Session }) {
  const { autoAdvance, settings } = useApp();
  const left = session.view.value?.left;
  const cards = left ? left.learning + left.review + left.fresh : 0;
  const card = session.card.value;
  const done = session.answered.value;
  return (
    <header class="study-bar">
      <h1 class="unseen">{words.title}</h1>
      <CommandButton id="leave" look="icon" />
      <span class="study-deck">{card?.deck.join(" › ")}</span>
      {card && card.flag > 0 && (
        <span
          class={`study-flag flag-${card.flag}`}
          role="img"
          aria-label={words.flagged(places.flag[card.flag] ?? "")}
        >
          <Icon of={Flag} />
        </span>
      )}
      {card?.marked && (
        <span class="study-mark" role="img" aria-label={words.marked}>
          <Icon of={Bookmark} />
        </span>
      )}
      <progress value={done} max={Math.max(1, done + cards)} aria-label={words.progress} />
      <span class="study-left">{left && words.left(left)}</span>
      {settings.view.value?.timer && card && <AnswerTimer session={session} />}
      <span class="tools">
        {autoAdvance.isOn.value && <CommandButton id="autoAdvance" look="icon" pressed />}
        <CommandButton id="undo" look="icon" />
        <CommandButton id="edit" look="icon" />
        <CommandButton id="info" look="icon" />
        <CardMenu />
      </span>
    </header>
  );
}
