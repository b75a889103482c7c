import type { ElementContent } from "hast";
import { common, createLowlight } from "lowlight";

// Grammars are regular expressions; what nobody reads on a card is not worth their time.
const longest = 20_000;

const lowlight = createLowlight(common);

export function code(text: string, language: string): ElementContent[] | null {
  if (text.length > longest || !lowlight.registered(language)) return null;
  return lowlight.highlight(language, text).children as ElementContent[];
}
