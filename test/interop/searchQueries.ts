// Searches of every class, from a seed. «n3», «c3/1», «dName» and «mid» stand for ids, which each program has of its own.
import { type Dice, decks, tags, words } from "./searchCollection.ts";

const quoted = (text: string) => (/[\s()"]/.test(text) ? `"${text}"` : text);

const part = (roll: Dice): string => {
  const word = roll.one(words).replace(/[*_\\]/g, "\\$&");
  if (roll.chance(0.5)) return word;
  const from = roll.below(Math.max(1, word.length - 2));
  const cut = word.slice(from).replace(/^\\?[*_]?/, "");
  return cut === "" ? "dog" : cut;
};

const globbed = (roll: Dice): string =>
  roll.one(["d_g", "c*e", "*at", "t__ words", "r*", "_", "*", "dog*river", "é_é", "n*ve"]);

const fields = ["Front", "front", "Back", "Term", "Text", "F*", "*", "Private", "Front Note", "none", "_erm"];

const classes: ((roll: Dice) => string)[] = [
  (roll) => quoted(part(roll)),
  (roll) => quoted(part(roll)),
  (roll) => quoted(globbed(roll)),
  (roll) => quoted(`w:${roll.one(["dog", "cat", "12", "c*", "log", "привет", "two words", "été"])}`),
  (roll) =>
    quoted(`re:${roll.one(["d.g", "^dog", "\\d+", "(cat|dog) ", "\\bcat\\b", "[а-я]+", "g$", "(?-i)Cat", "c[^a]"])}`),
  (roll) => quoted(`nc:${roll.one(["ete", "naive", "dog", "strasse", "नमसत"])}`),
  (roll) => quoted(`sc:${roll.one(["dog", "hint", "river"])}`),
  (roll) => quoted(`${roll.one(fields)}:${roll.one(["", "*", "_*", "dog", "*dog*", "Cat", "été", "d_g", "x", "12"])}`),
  (roll) => quoted(`${roll.one(fields)}:re:${roll.one(["dog", "^d", "\\d", "o.$"])}`),
  (roll) => quoted(`${roll.one(fields)}:nc:${roll.one(["ete", "*naive*", "dog"])}`),
  (roll) =>
    quoted(
      `deck:${roll.one([...decks, "french", "Fr*", "*", "filtered", "current", "French::*", "Math?s", "Math_s x", "Maths_", "nothing"])}`,
    ),
  (roll) =>
    `tag:${roll.one([...tags, "HARD", "h*", "none", "*", "hard::*", "re:^h", "re:o$", "nc:ete", "ea_y", "x\\_y"])}`,
  (roll) => quoted(`note:${roll.one(["Word", "word", "G*", "Two ways", "T_o*", "nothing"])}`),
  (roll) => quoted(`card:${roll.one(["1", "2", "0", "Forward", "back*", "Card 1", "Cloze"])}`),
  (roll) => quoted(`preset:${roll.one(["Default", "default", "other"])}`),
  (roll) => `flag:${roll.below(8)}`,
  (roll) => `nid:«n${roll.below(20)}»,«n${roll.below(20)}»`,
  (roll) => `did:«d${roll.one(decks.filter((name) => !/\s/.test(name)))}»`,
  (roll) => `mid:«m${roll.one(["t1", "t2", "t3"])}»`,
  (roll) => quoted(`dupe:«m${roll.one(["t1", "t2"])}»,${roll.one(["dog", "x", "Cat", "river"])}`),
  (roll) =>
    `is:${roll.one(["due", "new", "learn", "review", "suspended", "buried", "buried-manually", "buried-sibling"])}`,
  (roll) => `is:${roll.one(["due", "new", "learn", "review"])}`,
  (roll) => `added:${roll.below(30)}`,
  (roll) => `edited:${roll.below(20)}`,
  (roll) => `introduced:${roll.below(40)}`,
  (roll) => `rated:${roll.below(20)}${roll.chance(0.5) ? `:${1 + roll.below(4)}` : ""}`,
  (roll) => `resched:${roll.below(9)}`,
  (roll) => `prop:${roll.one(["ivl", "reps", "lapses", "pos"])}${operator(roll)}${roll.below(30)}`,
  (roll) => `prop:due${operator(roll)}${roll.below(9) - 4}`,
  (roll) => `prop:s${operator(roll)}${roll.below(150)}`,
  (roll) => `prop:d${operator(roll)}0.${roll.below(10)}3`,
  (roll) => `prop:r${roll.one(["<", ">", "<=", ">="])}0.${5 + roll.below(5)}${roll.below(10)}`,
  (roll) => `prop:rated${operator(roll)}${-roll.below(9)}${roll.chance(0.4) ? `:${1 + roll.below(4)}` : ""}`,
  (roll) => `prop:cdn:x${operator(roll)}1`,
  () => "has-cd:x",
];

const operator = (roll: Dice) => roll.one(["=", "!=", "<", ">", "<=", ">="]);

const wrong = [
  "(",
  ")",
  "a (b",
  "()",
  "or",
  "a and",
  '"a',
  "is:odd",
  "flag:9",
  "prop:x=1",
  "prop:ivl=a",
  "added:x",
  "rated:3:5",
  "nid:a,",
  "a\\b",
  ":x",
  "re:(",
  "prop:due",
  '""',
  "rated:-1",
];

/** One search of every class, then searches that are joined, then such as are refused. */
export function queries(roll: Dice, count: number): string[] {
  const simple = classes.flatMap((make) => Array.from({ length: 5 }, () => make(roll)));
  const term = () => roll.one(classes)(roll);
  const joined = Array.from({ length: count }, () => {
    const [a, b, c] = [term(), term(), term()];
    const minus = () => (roll.chance(0.3) ? "-" : "");
    return roll.one([
      `${minus()}${a} ${minus()}${b}`,
      `${a} or ${minus()}${b}`,
      `${minus()}(${a} or ${b}) ${minus()}${c}`,
      `${a} or ${b} ${c}`,
      `-${a}`,
    ]);
  });
  return ["", ...simple, ...joined, ...wrong];
}
