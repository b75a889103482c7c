import type { Face, Option } from "../../main/contract/face.ts";
import type { Grade } from "../../main/contract/shapes.ts";
import type { CardView, TypedView } from "../../main/contract/views.ts";

/** What has happened to the one card on show since it was shown. */
export interface Turn {
  /** The window's own milliseconds, from `tick`. */
  shownAt: number;
  revealed: boolean;
  /** When the answer showed; null as long as it does not. */
  revealedAt: number | null;
  typed: string;
  /** Whether anything was typed, even if nothing is left of it. */
  touched: boolean;
  verdict: TypedView | null;
  /** Index of the chosen option. */
  picked: number | null;
}

export const newTurn = (shownAt: number): Turn => ({
  shownAt,
  revealed: false,
  revealedAt: null,
  typed: "",
  touched: false,
  verdict: null,
  picked: null,
});

/** How a face wants to be answered: by thinking of the answer, unless it says so. */
export function asks({ type, ...face }: Face): "question" | "typed" | "choice" {
  const kind = "input" in face ? face.input?.kind : type;
  return kind === "typed" || kind === "choice" ? kind : "question";
}

/** What there is to choose from; nothing if the face offers no choice. */
export function optionsOf(face: Face): readonly Option[] {
  if (face.type === "choice") return face.options;
  return face.type === "framed" && face.input?.kind === "choice" ? face.input.options : [];
}

/** The grade that Space and Enter give: Good, unless a typed or chosen answer suggests another. */
export function proposed(card: CardView, turn: Turn): Grade {
  if (turn.verdict) return turn.verdict.proposed;
  if (turn.picked === null) return 3;
  return optionsOf(card.face)[turn.picked]?.right ? 3 : 1;
}

/** Names one showing of a card: the same card after another review is another showing; its previews may be made anew. */
export const showing = ({ card, seen, round = 0 }: CardView): string => `${card} ${seen.reps} ${round}`;

/** Whether a turn goes on when `after` takes the place of `before`: a fresh copy of the same showing, and of the same kind. */
export const goesOn = (before: CardView | null, after: CardView | null): boolean =>
  before !== null && after !== null && showing(before) === showing(after) && before.face.type === after.face.type;
