import { Browse } from "../browse.ts";
import type { Context } from "./context.ts";
import type { Part } from "./part.ts";

export function browseHandlers({ collection, world, now }: Context): Part<"browse"> {
  const browse = new Browse(() => ({ collection, now: now(), current: null, log: null }), world.newId);
  return {
    browse: (input) => browse.find(input),
    browseRows: ({ result, columns, from, to }) => browse.rows(result, columns, from, to),
    browsePlaces: ({ result, ids }) => browse.places(result, ids),
  };
}
