import { useEffect } from "preact/hooks";
import type { CardView } from "../../main/contract/views.ts";
import type { Session } from "../state/session.ts";
import { showing, type Turn } from "../state/turn.ts";
import { plainInlines, plainText } from "../text/plain.ts";
import { study as words } from "../text/study.ts";
import { useApp } from "./context.ts";
import { letterOf } from "./Options.tsx";
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
  const turn = session.turn.value;
  useEffect(() => {
    if (card) announce(turn.revealed ? answerAloud(card, turn) : questionAloud(card));
  }, [card && showing(card), turn.revealed]);
}

function questionAloud({ face }: CardView): string {
  const asked = `${words.question}: ${plainText(face.question)}`;
  return face.type === "choice" ? `${asked} ${optionsOf(face).join(", ")}.` : asked;
}

function answerAloud({ face }: CardView, { verdict, picked }: Turn): string {
  const answer = `${words.answer}: ${plainText(face.answer)} ${plainText(face.extra)}`.trim();
  if (verdict) return `${words.verdict[verdict.verdict]} ${answer}`;
  if (face.type !== "choice" || picked === null) return answer;
  return `${words.picked(face.options[picked]?.right ?? false, optionsOf(face)[picked] ?? "")} ${answer}`;
}

const optionsOf = ({ options }: Extract<CardView["face"], { type: "choice" }>): string[] =>
  options.map(({ text }, index) => words.option(letterOf(index), plainInlines(text)));
