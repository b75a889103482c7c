// Letters with a stroke or a form of their own, which Unicode does not take apart.
const plainer = new Map(
  Object.entries({ ı: "i", ø: "o", ł: "l", đ: "d", ð: "d", ß: "ss", æ: "ae", œ: "oe", þ: "th", ə: "e" }),
);
// Marks that people leave out when they type: European accents, Hebrew points, Arabic vowel signs. Elsewhere marks are letters
// (the vowels of Devanagari, the voicing of kana), and stay.
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0655\u0670\u0640]/g;
// Punctuation and blanks, but not what carries meaning in a short answer: C#, 5 %, AT&T.
const ignored = /(?:(?![#%&@*/\\])[\s\p{Cf}\p{P}])+/gu;
const thousands = /(?<=(?<!\d)\d{1,3})[,.'’ ](?=\d{3}(?!\d))/g;
const between = /(?<=\p{N})[\s\p{P}]+(?=\p{N})/gu;
const negative = /(?<![\p{L}\p{N}])[-−–](?=\p{N})/gu;

/** What is left of an answer when case, accents, punctuation and blanks do not count. Numbers keep their sign and parts. */
export function fold(text: string): string {
  const letters = text
    .normalize("NFKD")
    .toLowerCase()
    .replace(marks, "")
    .replace(/[ıøłđðßæœþə]/g, (letter) => plainer.get(letter) ?? letter)
    .normalize("NFC");
  const folded = letters.replace(thousands, "").replace(between, "⁄").replace(negative, "¬").replace(ignored, "");
  return folded === "" ? letters.trim() : folded;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first characters of a text, as a reader counts them. */
export function graphemes(text: string, most: number): string[] {
  // No character of any script takes 16 units; longer ones are made to harm.
  return Array.from(segmenter.segment(text.slice(0, most * 16)), ({ segment }) => segment).slice(0, most);
}
