import type { Sound } from "../../main/contract/face.ts";
import type { CardView } from "../../main/contract/views.ts";
import type { App } from "./app.ts";

type Side = "question" | "answer";

/** What a side says by itself when it appears. */
export function saidBy({ face }: CardView, side: Side): Sound[] {
  if (face.type !== "framed") return [];
  return face.autoplay[side].flatMap((n) => face.sounds[side][n] ?? []);
}

/** Plays what the card has said so far: the question's sounds, then the answer's. */
export function replay({ session, player }: App): void {
  const card = session.value?.card.value;
  if (!card) return;
  const answered = session.value?.turn.value.revealed ? saidBy(card, "answer") : [];
  void player.play([...saidBy(card, "question"), ...answered]);
}
