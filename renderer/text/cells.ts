import type { Cell } from "../../main/contract/browse.ts";
import { date } from "./dates.ts";
import { days, wait } from "./durations.ts";
import { number, percent } from "./numbers.ts";

const rounded = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** What a cell of Browse says. */
export function cellText(cell: Cell): string {
  switch (cell.kind) {
    case "text":
      return cell.text;
    case "count":
      return Number.isInteger(cell.n) ? number(cell.n) : rounded.format(cell.n);
    case "days":
      return cell.n > 0 && cell.n < 1 ? `${rounded.format(cell.n)} days` : days(cell.n);
    case "seconds":
      return wait({ unit: "seconds", n: cell.n });
    case "instant":
    case "day":
      return date(cell.at);
    case "position":
      return `#${number(cell.n)}`;
    case "share":
      return percent(cell.n);
    case "several":
      return `(${number(cell.n)})`;
    case "none":
      return "";
  }
}

/** Between a deck and one inside it. */
export const within = " › ";

/** "Asia › Armenia" */
export const deckName = (name: string): string => name.replaceAll("::", within);
