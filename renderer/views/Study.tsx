import { useEffect } from "preact/hooks";
import type { CardView } from "../../main/contract/views.ts";
import type { Session } from "../state/session.ts";
import { optionsOf, showing, type Turn } from "../state/turn.ts";
import { plainInlines, plainText } from "../text/plain.ts";
import { study as words } from "../text/study.ts";
import { CardFrames } from "./CardFrames.tsx";
import { useApp } from "./context.ts";
import { FramedStrip } from "./FramedStrip.tsx";
import { letterOf } from "./Options.tsx";
import { useAutoAdvance } from "./reviewing/useAutoAdvance.ts";
import { useTimebox } from "./reviewing/useTimebox.ts";
import { Stage } from "./Stage.tsx";
import { StudyBar } from "./StudyBar.tsx";
import { StudyFoot } from "./StudyFoot.tsx";
import { useSounds } from "./useSounds.ts";

/** A session: the card is the screen. */
export function Study({ session }: { session: Session }) {
  useAnnouncements(session);
  useSounds(session);
  useAutoAdvance(session);
  useTimebox(session);
  const card = session.card.value;
  const trouble = session.trouble.value;
  return (
    <div class="study">
      <StudyBar session={session} />
      <main class="stage-place" aria-busy={card === null}>
        <CardFrames session={session} />
        {/* A new showing is a new stage: scrolled to its top, with nothing left of the card before. */}
        {card && <Face session={session} card={card} key={showing(card)} />}
      </main>
      <p class="trouble" role="alert">
        {trouble}
      </p>
      <StudyFoot session={session} />
    </div>
  );
}

function Face({ session, card }: { session: Session; card: CardView }) {
  const { face } = card;
  if (face.type === "framed") return <FramedStrip session={session} card={card} face={face} />;
  return <Stage session={session} face={face} />;
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
  const said = face.type === "framed" ? face.text.question : plainText(face.question);
  const asked = `${words.question}: ${said}`;
  const offered = optionsAloud(face);
  return offered.length > 0 ? `${asked} ${offered.join(", ")}.` : asked;
}

function answerAloud({ face }: CardView, { verdict, picked }: Turn): string {
  const said = face.type === "framed" ? face.text.answer : `${plainText(face.answer)} ${plainText(face.extra)}`;
  const answer = `${words.answer}: ${said}`.trim();
  if (verdict) return `${words.verdict[verdict.verdict]} ${answer}`;
  if (picked === null) return answer;
  return `${words.picked(optionsOf(face)[picked]?.right ?? false, optionsAloud(face)[picked] ?? "")} ${answer}`;
}

const optionsAloud = (face: CardView["face"]): string[] =>
  optionsOf(face).map(({ text }, index) => words.option(letterOf(index), plainInlines(text)));
