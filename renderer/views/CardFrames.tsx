import type { CardView } from "../../main/contract/views.ts";
import type { Session } from "../state/session.ts";
import { study as words } from "../text/study.ts";
import { Frames } from "../ui/Frames.tsx";
import { useNight } from "../ui/useNight.ts";
import { useApp } from "./context.ts";
import { faceUrl } from "./faceUrl.ts";

/** The face of the card on show, if it is drawn in a frame; with its answer and the next question loaded behind it. */
export function CardFrames({ session }: { session: Session }) {
  const { tellFocus, settings } = useApp();
  const night = useNight(settings.view.value?.theme ?? "system");
  const { revealed, typed } = session.turn.value;
  const url = (card: CardView | null, side: "question" | "answer", given?: string) =>
    card?.face.type === "framed" ? faceUrl(card.face.url, side, night, given) : null;
  const card = session.card.value;
  const face = card?.face;
  const show = url(card, revealed ? "answer" : "question", revealed ? typed : "");
  // An answer that is compared with what was typed cannot be known before.
  const compared = face?.type === "framed" && face.input?.kind === "typed";
  const next = [compared ? null : url(card, "answer"), url(session.next.value, "question")];
  return <Frames show={show} next={next.filter((each) => each !== null)} title={words.card} onFocus={tellFocus} />;
}
