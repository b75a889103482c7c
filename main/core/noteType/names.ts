/** Names that templates give a meaning of their own. */
const special = ["Tags", "Type", "Deck", "Subdeck", "Card", "CardFlag", "CardID", "FrontSide"];

const longest = 100;

/** A name as it is kept: one line, no blanks around it. */
export const cleanName = (name: string): string => name.normalize("NFC").replace(/\s+/g, " ").trim();

/** Whether two names are the same to a person. */
export const sameName = (a: string, b: string): boolean =>
  cleanName(a).toLocaleLowerCase("en") === cleanName(b).toLocaleLowerCase("en");

/** Why something cannot be called that, beside others, as a sentence; null if it can. */
export function nameRefusal(name: string, others: readonly string[]): string | null {
  if (cleanName(name) === "") return "It needs a name.";
  if (cleanName(name).length > longest) return `A name has at most ${longest} characters.`;
  if (others.some((other) => sameName(other, name))) return `Another one is called “${cleanName(name)}” already.`;
  return null;
}

/** The same for a field, whose name templates have to read. */
export function fieldNameRefusal(name: string, others: readonly string[]): string | null {
  const cause = nameRefusal(name, others);
  if (cause) return cause;
  const bad = /[:"{}]/.exec(name)?.[0];
  if (bad) return `A field's name cannot hold ${bad} since templates could not read it.`;
  const first = /^[#^/]/.exec(cleanName(name))?.[0];
  if (first) return `A field's name cannot begin with ${first} since that begins a section in a template.`;
  if (special.includes(cleanName(name))) return `{{${cleanName(name)}}} means something else in a template already.`;
  return null;
}

/** The first of "Field 1", "Field 2" … that is free. */
export function freeName(stem: string, taken: readonly string[], from = 1): string {
  for (let n = from; ; n++) if (!taken.some((name) => sameName(name, `${stem} ${n}`))) return `${stem} ${n}`;
}
