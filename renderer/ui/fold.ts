/** A text as it is searched: without case and accents. */
export const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase();

/** The options that hold the words, those that begin with them first; all if there are none. */
export function matching<T>(options: readonly T[], text: (option: T) => string, words: string): T[] {
  const wanted = fold(words.trim());
  const place = (option: T) => fold(text(option)).indexOf(wanted);
  return options.filter((option) => place(option) >= 0).sort((a, b) => Number(place(a) > 0) - Number(place(b) > 0));
}
