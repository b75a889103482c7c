// The numbers by which Anki knows its orders, and what is nearest to those of ours that it has not.
import type { Mix, Order, ReviewOrder } from "../../../contract/shapes.ts";
import { type Json, numberOf } from "./json.ts";

type Gather = Order["newGather"];

const gathers = ["deck", "position", "positionDown", "randomNotes", "randomCards", "deckThenRandom"] as const;
const sorts = ["template", "gathered", "templateThenRandom", "randomNote", "random"] as const;
const mixes = ["mixed", "after", "before"] as const;
const reviewOrders = [
  ...(["day", "dayThenDeck", "deckThenDay", "intervalUp", "intervalDown", "difficultyDown", "difficultyUp"] as const),
  ...(["recallUp", "random", "addedUp", "addedDown", "recallDown", "overdue"] as const),
];

const nearestGather = (gather: Gather) => (gather === "turns" ? "position" : gather);
const nearestOrder = (order: ReviewOrder) => (order === "auto" ? "day" : order === "loss" ? "recallDown" : order);

/** An order of Anki's. What Mneme said there of its own holds while Anki's number is still the one that was written beside it. */
export function readOrder(raw: Json, own: Json): Order {
  const at = <T>(list: readonly [T, ...T[]] | readonly T[], key: string): T =>
    list[numberOf(raw[key], 0)] ?? (list[0] as T);
  const newGather = at<Gather>(gathers, "newGatherPriority");
  const reviews = at<ReviewOrder>(reviewOrders, "reviewOrder");
  const ours = own.reviewOrder === "auto" || own.reviewOrder === "loss" ? own.reviewOrder : null;
  return {
    newGather: own.newGather === "turns" && newGather === nearestGather("turns") ? "turns" : newGather,
    newSort: at(sorts, "newSortOrder"),
    newMix: at<Mix>(mixes, "newMix"),
    interdayMix: at<Mix>(mixes, "interdayLearningMix"),
    reviews: ours && reviews === nearestOrder(ours) ? ours : reviews,
  };
}

/** The members that say an order, as Anki has them. */
export function orderMembers(order: Order): [key: string, number: number][] {
  const place = <T>(list: readonly T[], value: T) => Math.max(0, list.indexOf(value));
  return [
    ["newGatherPriority", place<Gather>(gathers, nearestGather(order.newGather))],
    ["newSortOrder", place<Order["newSort"]>(sorts, order.newSort)],
    ["newMix", place<Mix>(mixes, order.newMix)],
    ["interdayLearningMix", place<Mix>(mixes, order.interdayMix)],
    ["reviewOrder", place<ReviewOrder>(reviewOrders, nearestOrder(order.reviews))],
  ];
}

/** What Mneme says of itself beside them. */
export const ownOrder = ({ newGather, reviews }: Order): Json => ({
  newGather: newGather === "turns" ? newGather : undefined,
  reviewOrder: reviews === "auto" || reviews === "loss" ? reviews : undefined,
});
