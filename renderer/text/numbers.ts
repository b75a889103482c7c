export const locale = "en-GB";

const whole = new Intl.NumberFormat(locale);
const small = "no one two three four five six seven eight nine ten eleven twelve".split(" ");

/** 1,234 */
export const number = (n: number): string => whole.format(n);

/** The whole number that a person wrote, thousands set apart or not: "36500", "36,500", "36 500"; null if it is none. */
export const parseWhole = (text: string): number | null =>
  /^[-\u2212]?(\d+|\d{1,3}([,.'’\s]\d{3})+)$/.test(text.trim())
    ? Number(text.replace("\u2212", "-").replace(/[^-\d]/g, ""))
    : null;

/** A number that a person wrote, with a point or a comma: "7.5", "7,5"; null if it is none. */
export const parseNumber = (text: string): number | null =>
  /^[-\u2212]?\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace("\u2212", "-").replace(",", ".")) : null;

/** "six" up to twelve, "24" beyond: for headlines. */
export const inWords = (n: number): string => small[n] ?? number(n);

/** "1 card", "24 cards". */
export const count = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

/** "one card", "24 cards": for headlines. */
export const countInWords = (n: number, one: string, many = `${one}s`): string =>
  `${inWords(n)} ${n === 1 ? one : many}`;

/** A share of 0..1 as "88 %", with a space that never breaks. */
export const percent = (share: number): string => `${Math.round(share * 100)}\u202f%`;

export const capitalise = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);

/** "a", "a and b", "a, b and c". */
export const list = (items: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
