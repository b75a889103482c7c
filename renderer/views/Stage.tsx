import { useEffect, useRef } from "preact/hooks";
import type { Block, PlainFace } from "../../main/contract/face.ts";
import type { Session } from "../state/session.ts";
import { isLong } from "../text/plain.ts";
import { study as words } from "../text/study.ts";
import { Blocks } from "../ui/Face.tsx";
import { useScrolling } from "../ui/useScrolling.ts";
import { Options } from "./Options.tsx";
import { TypedField, Verdict } from "./TypedAnswer.tsx";

/**
 * The face of the card. The question is laid out alone and the answer hangs below it, so that the question keeps its
 * place whatever the answer holds.
 */
export function Stage({ session, face }: { session: Session; face: PlainFace }) {
  const { revealed } = session.turn.value;
  const ref = useRef<HTMLDivElement>(null);
  useScrolling(ref);
  // In a very low window it is the whole view that scrolls, and that stays from card to card.
  useEffect(() => ref.current?.closest(".study")?.scrollTo(0, 0), []);
  return (
    <div class="stage" ref={ref}>
      <div class="stage-inner">
        <div class="ask">
          {face.type === "cloze" ? <ClozeText session={session} face={face} /> : <Question face={face} />}
          {face.type === "typed" && <TypedField session={session} />}
          {face.type === "choice" && <Options session={session} options={face.options} />}
        </div>
        <div class="reply">{revealed && <Reply session={session} face={face} />}</div>
      </div>
    </div>
  );
}

/** The class of a text, by what it is and how long. */
const classOf = (name: string, text: readonly Block[]): string => (isLong(text) ? `${name} long` : name);

function Question({ face }: { face: PlainFace }) {
  return (
    <div class={classOf("question", face.question)} dir="auto">
      <Blocks of={face.question} />
    </div>
  );
}

/** Both states lie on each other, so opening the gap moves no line that need not move. */
function ClozeText({ session, face }: { session: Session; face: PlainFace }) {
  const { revealed } = session.turn.value;
  return (
    <div class={classOf("question overlay", face.answer)} dir="auto">
      <div hidden={revealed}>
        <Blocks of={face.question} />
      </div>
      <div hidden={!revealed}>
        <Blocks of={face.answer} />
      </div>
    </div>
  );
}

function Reply({ session, face }: { session: Session; face: PlainFace }) {
  const { verdict } = session.turn.value;
  const ref = useRef<HTMLDivElement>(null);
  // Only a face too long for the window moves, and only as far as it must.
  useEffect(() => ref.current?.scrollIntoView({ block: "nearest" }), []);
  const said = face.type === "basic" || face.type === "typed";
  return (
    <div class="reply-inner">
      {verdict && <Verdict of={verdict} />}
      {(said || face.extra.length > 0) && <hr class="divider" />}
      {said && (
        <div class={classOf(face.type === "typed" ? "answer expected" : "answer", face.answer)} dir="auto" ref={ref}>
          <Blocks of={face.answer} />
        </div>
      )}
      {face.extra.length > 0 && (
        <div class="extra" dir="auto">
          <Blocks of={face.extra} />
        </div>
      )}
      {face.source && <p class="source">{words.source(face.source)}</p>}
    </div>
  );
}
