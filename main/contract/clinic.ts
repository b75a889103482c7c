import type { CardId, Grade, NoteId } from "./shapes.ts";
import type { Draft, Hint } from "./writing.ts";

/** Another card that may be taken for this one. */
export interface LookAlike {
  card: CardId;
  note: NoteId;
  question: string;
  answer: string;
  lapses: number;
  /** What is alike. */
  alike: "question" | "answer" | "both";
}

/** A card that is forgotten again and again, with all that may say why. */
export interface ClinicView {
  card: CardId;
  note: NoteId;
  deck: string[];
  /** Each on one line. */
  question: string;
  answer: string;
  suspended: boolean;
  lapses: number;
  /** Milliseconds that its answers took, and what a card took on average; 0 where nobody knows. */
  took: number;
  usual: number;
  /** Its answers, oldest first. */
  history: { at: number; grade: Grade; recall: number | null }[];
  /** The most alike first. */
  lookAlikes: LookAlike[];
  /** What is told of such a card while it is written. */
  hints: Hint[];
  /** A note that asks for its facts one by one; null if it has one only. */
  split: Draft | null;
}
