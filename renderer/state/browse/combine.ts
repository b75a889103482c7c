/** What the keys that are held make of a choice in the tree, as in Anki. */
export interface Held {
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
}

/** Whether a search is one term, or stands in brackets already. */
const isOne = (query: string): boolean => /^-?(?:"(?:[^"\\]|\\.)*"|[^\s"()]+|\([^()]*\))$/.test(query);

const whole = (query: string): string => (isOne(query) ? query : `(${query})`);
const negated = (query: string): string =>
  query.startsWith("-") && isOne(query) ? query.slice(1) : `-${whole(query)}`;

/**
 * The search that choosing `added` makes of the present one: instead of it; with Ctrl both must hold, with Shift one of
 * the two; with Alt the opposite of what was chosen.
 */
export function combine(present: string, added: string, { ctrl, shift, alt }: Held): string {
  const old = present.trim();
  const next = alt ? negated(added) : added;
  if (added === "") return ctrl || shift ? old : "";
  if (old === "" || (!ctrl && !shift)) return next;
  if (ctrl) return `${/\sor\s/i.test(old) ? whole(old) : old} ${alt ? next : whole(next)}`;
  return `${old} or ${next}`;
}
