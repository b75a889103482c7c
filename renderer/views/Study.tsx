import { useEffect } from "preact/hooks";
import type { Session } from "../state/session.ts";
import { showing } from "../state/turn.ts";
import { plainText } from "../text/plain.ts";
import { study as words } from "../text/study.ts";
import { useApp } from "./context.ts";
import { Stage } from "./Stage.tsx";
import { StudyBar } from "./StudyBar.tsx";
import { StudyFoot } from "./StudyFoot.tsx";

/** A session: the card is the screen. */
export function Study({ session }: { session: Session }) {
  useAnnouncements(session);
  const card = session.card.value;
  const trouble = session.trouble.value;
  return (
    <div class="study">
      <StudyBar session={session} />
      {/* A new showing is a new stage: scrolled to its top, with nothing left of the card before. */}
      {card ? <Stage session={session} card={card} key={showing(card)} /> : <main class="stage" aria-busy="true" />}
      <p class="trouble" role="alert">
        {trouble}
      </p>
      <StudyFoot session={session} />
    </div>
  );
}

/** Says the question when it is shown, and the answer when it is. */
function useAnnouncements(session: Session): void {
  const { announce } = useApp().notices;
  const card = session.card.value;
  const { revealed, verdict } = session.turn.value;
  useEffect(() => {
    if (!card) return;
    const { face } = card;
    if (!revealed) return announce(`${words.question}: ${plainText(face.question)}`);
    const said = verdict ? `${words.verdict[verdict.verdict]} ` : "";
    announce(`${said}${words.answer}: ${plainText(face.answer)} ${plainText(face.extra)}`.trim());
  }, [card && showing(card), revealed]);
}
