import { clozeNumbers } from "../cloze/parse.ts";
import { enumerated, wordCount } from "./words.ts";

interface Span {
  from: number;
  to: number;
}

const mostGaps = 5;
/** More than this share of the words is never hidden. */
const mostHidden = 0.6;

const months =
  "January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre";
const dates = [
  new RegExp(`\\b\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:${months})(?:,?\\s+\\d{3,4})?\\b`, "gu"),
  new RegExp(`\\b(?:${months})\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?\\b`, "gu"),
  new RegExp(`\\b(?:${months})\\s+\\d{4}\\b`, "gu"),
  /\b\d{1,2}(?:st|nd|rd|th) century(?: BCE?| AD)?\b/gu,
  /(?<![\p{L}\d.,])\d{3,4}\s?(?:BCE?|AD|CE)\b/gu,
  /(?<![\p{L}\d.,])(?:1\d{3}|20\d{2})(?:[–-](?:1\d{3}|20\d{2}|\d{2}))?(?![\d.,]*\d|\p{L}|\s?%)/gu,
];
const number =
  /(?<![\p{L}\d.,])[-−]?\d+(?:[., {2}]\d{3})*(?:[.,]\d+)?(?:\s?(?:%|°C|°F|°|percent|km²|km\/h|km|cm|mm|kg|mg|ml|m\/s²?|m|g|l|million|billion|thousand|years?|days?|hours?|minutes?))?(?![\p{L}\d])/gu;
const name =
  /\p{Lu}[\p{L}\p{M}’'-]+(?:\s+(?:(?:of|de|da|von|van|al|bin|the|du|del)\s+){0,2}\p{Lu}[\p{L}\p{M}’'-]*)*(?<!['’]s)(?<!['’])/gu;
const copula =
  /^(.{3,120}?)\s(?:is|was|are|were|means|is called|was called|ist|war|sind|heißt|est|était|sont|es|era|fue|son)\s+((?:an?|the|ein|eine|der|die|das|un|une|le|la|les|el|los)\s+)?(.{2,120}?)[.!]?$/iu;

/**
 * The text with gaps for its list, dates, numbers and names, and else for what it says of its subject. Null if there is nothing to hide, or
 * something is hidden already. What is written alike gets the same number. Formatting, formulas and links stay whole.
 */
export function splitIntoClozes(text: string): string | null {
  if (clozeNumbers(text).length > 0 || text.length > 5_000) return null;
  const masked = mask(text);
  const words = wordCount(masked);
  const chosen: Span[] = [];
  const hidden = (spans: readonly Span[]) =>
    spans.reduce((sum, { from, to }) => sum + wordCount(masked.slice(from, to)), 0);
  const take = (span: Span) => {
    const isFree = chosen.every(({ from, to }) => span.to <= from || span.from >= to);
    const fits = isFree && !masked.slice(span.from, span.to).includes("\0");
    if (fits && hidden([...chosen, span]) <= words * mostHidden) chosen.push(span);
  };
  for (const span of items(masked)) take(span);
  if (chosen.length === 0) {
    for (const find of [...dates, number]) for (const span of matches(masked, find)) take(span);
    for (const span of names(masked)) take(span);
  }
  if (chosen.length === 0) for (const span of complement(masked)) take(span);
  return chosen.length === 0
    ? null
    : marked(
        text,
        chosen.sort((a, b) => a.from - b.from),
      );
}

/** The text with what must not be cut replaced, sign by sign. */
const mask = (text: string) =>
  text.replace(
    /<[^>]*>|&[#\w]+;|\\\([\s\S]*?\\\)|\\\[[\s\S]*?\\\]|\[sound:[^\]]*\]|\]\([^)]*\)|`[^`]*`|https?:\/\/\S+|[*_~]+/g,
    (whole) => "\0".repeat(whole.length),
  );

const matches = (text: string, pattern: RegExp): Span[] =>
  Array.from(text.matchAll(pattern), ({ index, 0: found }) => ({ from: index, to: index + found.trimEnd().length }));

/** What is enumerated behind a colon. */
function items(text: string): Span[] {
  const colon = /:\s+(?=\S)/.exec(text);
  if (!colon) return [];
  let at = colon.index + colon[0].length;
  const tail = text.slice(at);
  return enumerated(tail, 2).map((item) => {
    const from = text.indexOf(item, at);
    at = from + item.length;
    return { from, to: at };
  });
}

/** Names, where capitals make them: not the first word of a sentence by itself, and in German not a noun by itself. */
function names(text: string): Span[] {
  const isGerman = (text.match(/\b(?:der|die|das|und|ist|mit|dem|den|ein|eine|nicht)\b/giu)?.length ?? 0) > 1;
  return matches(text, name)
    .map((span) => withoutArticle(text, span))
    .filter(({ from, to }) => {
      const begins = /(?:^|[.!?…]\s+|\n\s*|["“«(]\s*)\0*$/.test(text.slice(0, from));
      return !(begins || isGerman) || /\s/.test(text.slice(from, to));
    });
}

function withoutArticle(text: string, { from, to }: Span): Span {
  const article = /^(?:The|A|An|In|On|At|Der|Die|Das|Le|La|Les|El)\s+/.exec(text.slice(from, to));
  return { from: from + (article?.[0].length ?? 0), to };
}

/** What follows “is” or “was”; or, where that is long, what it is said of. */
function complement(text: string): Span[] {
  const line = text.trimEnd();
  const [, subject = "", article = "", rest = ""] = copula.exec(line) ?? [];
  if (rest === "") return [];
  const from = line.lastIndexOf(rest);
  if (wordCount(rest) <= 4) return [{ from, to: from + rest.length }];
  const bare = subject.replace(/^(?:an?|the|ein|eine|der|die|das|un|une|le|la|les|el|los)\s+/iu, "");
  const isShort = article !== "" && wordCount(bare) <= 3 && !bare.includes("\n");
  return isShort ? [{ from: subject.length - bare.length, to: subject.length }] : [];
}

function marked(text: string, spans: readonly Span[]): string {
  const numbers = new Map<string, number>();
  let made = "";
  let at = 0;
  for (const { from, to } of spans) {
    const words = text.slice(from, to);
    const known = numbers.get(words);
    if (known === undefined && numbers.size === mostGaps) continue;
    const number = known ?? numbers.size + 1;
    numbers.set(words, number);
    made += `${text.slice(at, from)}{{c${number}::${words}}}`;
    at = to;
  }
  return made + text.slice(at);
}
