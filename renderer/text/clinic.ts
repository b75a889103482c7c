import type { ClinicView, LookAlike } from "../../main/contract/clinic.ts";
import { date } from "./dates.ts";
import { spent } from "./durations.ts";
import { count, inWords, number, percent } from "./numbers.ts";
import { study } from "./study.ts";

type Answer = ClinicView["history"][number];

/** The leech clinic. */
export const clinic = {
  title: "A card that keeps slipping",
  place: (at: number, of: number): string => `${at + 1} of ${of}`,
  /** For the end of a session. */
  heading: "Keeps slipping",
  waits: (cards: number): string =>
    cards === 1
      ? "One card keeps slipping away. A look at it now saves more than another ten reviews."
      : `${capital(inWords(cards))} cards keep slipping away. A look at them now saves more than another ten reviews of each.`,
  cost(view: ClinicView): string {
    const forgotten = `Forgotten ${count(view.lapses, "time")} in ${count(view.history.length, "answer")}.`;
    if (view.took === 0) return forgotten;
    const times = view.usual > 0 ? view.took / view.usual : 0;
    const more = times >= 1.5 ? `, ${number(Math.round(times))} times as much as a card of yours usually takes` : "";
    return `${forgotten} It has taken ${spent(view.took)}${more}.`;
  },
  question: "Question",
  answer: "Answer",
  history: "Its answers",
  noHistory: "Its answers are not in the log.",
  historyOf: (history: readonly Answer[]): string =>
    `${count(history.length, "answer")} since ${date(history[0]?.at ?? 0)}, ${number(history.filter(({ grade }) => grade === 1).length)} of them Again`,
  answered: ({ at, grade, recall }: Answer): string =>
    `${date(at)}: ${study.grades[grade - 1] ?? ""}${recall === null ? "" : `, expected ${percent(recall)}`}`,
  lookAlikes: "May be taken for it",
  noLookAlikes: "No other card is written much like it.",
  alike: (other: LookAlike): string =>
    ({ question: "Asked alike", answer: "Answered alike", both: "Asked and answered alike" })[other.alike],
  forgotten: (lapses: number): string => (lapses === 0 ? "" : ` · forgotten ${count(lapses, "time")}`),
  editOther: (question: string): string => `Edit “${question}”`,
  advice: "What may help",
  general:
    "Cards slip for few reasons: two that are alike, several facts in one, or words that mean little to you. Say in the note what tells it apart, make it smaller, or hang it on a picture or a line of your own.",
  pause: "Pause this card",
  resume: "Take it back in",
  paused: "This card is paused: it does not come back until you say so.",
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
