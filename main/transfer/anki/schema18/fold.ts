/** Letters that have had a case only since Unicode 13: to Anki's library they have none. */
const later: readonly (readonly [first: number, last: number])[] = [
  ...([
    [0x1c89, 0x1c89],
    [0x2c2f, 0x2c2f],
    [0xa7c0, 0xa7c0],
    [0xa7c7, 0xa7c7],
    [0xa7c9, 0xa7c9],
    [0xa7cb, 0xa7dc],
  ] as const),
  ...([
    [0xa7f5, 0xa7f5],
    [0x10570, 0x10595],
    [0x10d50, 0x10d65],
    [0x16ea0, 0x16eb8],
  ] as const),
];

/** Capitals to which small letters fold, and small letters that are no other's. */
const isOwn = (code: number): boolean =>
  code === 0x131 || (code >= 0x13a0 && code <= 0x13f5) || later.some(([first, last]) => code >= first && code <= last);

function foldLetter(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  if (code < 0x80) return letter.toLowerCase();
  if (isOwn(code)) return letter;
  if ((code >= 0x13f8 && code <= 0x13fd) || (code >= 0xab70 && code <= 0xabbf)) return letter.toUpperCase();
  if (code === 0x1e9e) return "ss";
  const folded = [...letter.toUpperCase()].map((one) => one.toLowerCase());
  // Where a letter folds to three, Anki's library gives the last of them first, and its order is what a database has to be in.
  if (folded.length === 3) folded.unshift(folded.pop() as string);
  return folded.join("");
}

/** A text without its case as Anki compares it: full folding (C and F of Unicode's CaseFolding.txt), letter by letter. */
export function foldCase(text: string): string {
  if (!/[^ -~]/.test(text)) return text.toLowerCase();
  let folded = "";
  for (const letter of text) folded += foldLetter(letter);
  return folded;
}
