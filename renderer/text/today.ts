import type { DeckView, TodayView } from "../../main/contract/views.ts";
import { greeting } from "./dates.ts";
import { aboutMinutes, until } from "./durations.ts";
import { capitalise, count, countInWords, inWords } from "./numbers.ts";
import { dayOff } from "./pace.ts";

function share(recall: number, cards: number): string {
  if (cards === 1) return recall >= 0.5 ? "You would probably still remember it" : "It may have slipped your mind";
  if (recall >= 0.97) return "You would still remember nearly all of them";
  if (recall >= 0.8) return "You would still remember most of them";
  return recall >= 0.5 ? "You would still remember many of them" : "Many have slipped; they come back quickly";
}

const back = (cards: number, ms: number) => `${countInWords(cards, "card comes", "cards come")} back in ${until(ms)}`;

export const today = {
  title: "Today",
  decks: "Decks",
  ahead: "Next two weeks, in minutes",
  past: "Last two weeks",
  day: "Day",
  minutes: "Minutes",
  answers: "Cards answered",
  now: "today",

  headline(view: TodayView): string {
    const hello = greeting(view.now);
    const cards = view.due + view.fresh;
    if (view.decks.length === 0) return `${hello}. There is no deck yet.`;
    if (view.dayOff) return `${hello}. ${dayOff.headline}`;
    if (cards > 0) return `${hello}. ${capitalise(countInWords(cards, "card"))}, ${aboutMinutes(view.minutes)}.`;
    return view.waiting === null ? `${hello}. Nothing is due.` : `${hello}. Almost done.`;
  },

  /** The quiet line below the headline. `now` moves on while the screen is open. */
  line(view: TodayView, now: number): string {
    const cards = view.due + view.fresh;
    if (view.decks.length === 0)
      return "Import a deck, or drop its file anywhere on this window: from Anki, a spreadsheet or Mneme.";
    if (view.dayOff) return dayOff.line(cards, view.minutes);
    if (cards === 0)
      return view.waiting === null ? today.next(view) : `${capitalise(back(view.later, view.waiting - now))}.`;
    if (view.recall === null) {
      if (view.due === 0) return view.fresh === 1 ? "It is new to you." : "All of them are new to you. Take your time.";
      return "You are still learning some of them.";
    }
    const known = `${share(view.recall, view.due)}.`;
    if (view.slipping === 0 || (view.due === 1 && view.recall < 0.5)) return known;
    return `${known} ${capitalise(inWords(view.slipping))} ${view.slipping === 1 ? "is" : "are"} slipping.`;
  },

  /** When something comes next, from the fortnight ahead. */
  next(view: TodayView): string {
    const day = view.ahead.findIndex((minutes, i) => i > 0 && minutes > 0);
    if (day < 0) return "Nothing comes in the next two weeks either. Import a deck if you would like more.";
    const minutes = aboutMinutes(view.ahead[day] ?? 0);
    if (day === 1) return `The next cards come tomorrow: ${minutes}.`;
    return `The next cards come in ${inWords(day)} days: ${minutes}.`;
  },

  cards: (deck: DeckView): string => {
    if (deck.unseen === 0) return count(deck.cards, "card");
    if (deck.unseen === deck.cards) return `${count(deck.cards, "card")}, all unseen`;
    return `${count(deck.cards, "card")}, ${deck.unseen} unseen`;
  },
  nothingDue: "nothing today",
  due: "due",
  fresh: "new",
  options: (name: string) => `Options for ${name}`,
  browseDeck: "Browse its cards",
  renameDeck: "Rename …",
  newInside: "New deck inside …",
  exportIt: "Export …",
  deleteDeck: "Delete …",
  unfold: (name: string) => `Show the decks inside ${name}`,
  fold: (name: string) => `Hide the decks inside ${name}`,

  minutesOn: (day: string, minutes: number): string =>
    `${day}: ${minutes < 1 && minutes > 0 ? "under 1" : Math.round(minutes)} min`,
  answersOn: (day: string, answers: number): string => `${day}: ${answers === 0 ? "no cards" : count(answers, "card")}`,
  firstBar: (minutes: number): string => `today ${Math.round(minutes)}`,
  tomorrowBar: (minutes: number): string => `tomorrow ${Math.round(minutes)}`,
  drop: "Drop files or a folder to see what they would bring",
};
