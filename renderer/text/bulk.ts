import type { BulkChange, BulkEffects } from "../../main/contract/browse.ts";
import { deckName } from "./cells.ts";
import { count, number } from "./numbers.ts";
import { places } from "./places.ts";

const cards = (n: number): string => count(n, "card");
const notes = (n: number): string => count(n, "note");

/** What a change will do, in the words of the button that does it. */
function does(change: BulkChange, { cards: c, notes: n }: BulkEffects): string {
  switch (change.kind) {
    case "move":
      return `Move ${cards(c)}`;
    case "tag":
      return change.add.length > 0 || change.remove.length === 0 ? `Tag ${notes(n)}` : `Take tags from ${notes(n)}`;
    case "suspend":
      return `${change.on ? "Suspend" : "Unsuspend"} ${cards(c)}`;
    case "bury":
      return `${change.on ? "Bury" : "Unbury"} ${cards(c)}`;
    case "flag":
      return `Flag ${cards(c)}`;
    case "due":
      return `Set ${cards(c)} due`;
    case "reset":
      return `Reset ${cards(c)}`;
    case "reposition":
      return `Reposition ${cards(c)}`;
    case "delete":
      return `Delete ${notes(n)}`;
  }
}

function did(change: BulkChange, { changed, cards: c, notes: n }: BulkEffects): string {
  if (changed === 0) return "Nothing had to be changed.";
  switch (change.kind) {
    case "move":
      return `${cards(c)} moved to “${deckName(change.deck)}”.`;
    case "tag":
      return `The tags of ${notes(changed)} are changed.`;
    case "suspend":
      return `${cards(changed)} ${change.on ? "suspended" : "back in study"}.`;
    case "bury":
      return `${cards(changed)} ${change.on ? "buried until tomorrow" : "back for today"}.`;
    case "flag":
      return change.flag === 0
        ? `The flag of ${cards(changed)} is gone.`
        : `${cards(changed)} flagged ${places.flag[change.flag]?.toLowerCase()}.`;
    case "due":
      return `${cards(changed)} have a new day.`;
    case "reset":
      return `${cards(changed)} are new again.`;
    case "reposition":
      return `${cards(changed)} stand in a new order.`;
    case "delete":
      return `${notes(n)} deleted.`;
  }
}

/** Changes of many cards. */
export const bulk = {
  does,
  did,
  moveTo: "To the deck",
  moveHelp: "A deck that is not there yet is made.",
  along: (n: number): string =>
    n === 0
      ? ""
      : `${n === 1 ? "One more card goes" : `${number(n)} more cards go`} along, since cards of a note stay together.`,
  changes: (change: BulkChange, { changed, cards: c, notes: n }: BulkEffects): string => {
    const all = change.kind === "tag" ? n : c;
    if (change.kind === "delete") return `${notes(n)} with ${cards(c)} go, and what you know of them.`;
    return changed === all ? "" : `${changed === 0 ? "None" : number(changed)} of them will be different afterwards.`;
  },
  tags: "Tags",
  tagsHelp: "With blanks between them.",
  due: "In how many days",
  dueHelp: "0 is today, 3 is in three days, 5-7 is spread over these days; with ! behind it is the interval as well.",
  resetHelp: "They begin as new. Their reviews stay in the log.",
  start: "First position",
  step: "Step",
  random: "In random order",
  shift: "Make room among the other new cards",
};
