import type { Root } from "hast";
import { fromParse5 } from "hast-util-from-parse5";
import { type DefaultTreeAdapterMap, defaultTreeAdapter, html, Parser } from "parse5";

/** Chromium flattens what nests deeper, so nobody has seen it nest. The stack bears far more. */
const deepest = 500;
/** Elements, and attributes of all of them. Misnested formatting can make a tree far larger than its text. */
const mostElements = 30_000;
const mostAttributes = 60_000;

class TooMuch extends Error {}

/**
 * Parses HTML as a browser does that has put it into a `<div>` and runs no script. Null if it nests too deep or holds too many tags:
 * the tree then has not been built, whatever its text would have made of it.
 */
export function parseHtml(text: string): Root | null {
  try {
    const treeAdapter = counted();
    const context = defaultTreeAdapter.createElement("div", html.NS.HTML, []);
    const parser = Parser.getFragmentParser<DefaultTreeAdapterMap>(context, { treeAdapter, scriptingEnabled: false });
    parser.tokenizer.write(text, true);
    const fragment = parser.getFragment();
    return isShallow(fragment) ? (fromParse5(fragment) as Root) : null;
  } catch (fault) {
    if (fault instanceof TooMuch) return null;
    throw fault;
  }
}

/** Stops while the tree grows, not after. */
function counted(): typeof defaultTreeAdapter {
  let elements = 0;
  let attributes = 0;
  let open = 0;
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attrs) {
      elements++;
      attributes += attrs.length;
      if (elements > mostElements || attributes > mostAttributes) throw new TooMuch();
      return defaultTreeAdapter.createElement(name, namespace, attrs);
    },
    onItemPush() {
      if (++open > deepest) throw new TooMuch();
    },
    onItemPop() {
      open--;
    },
  };
}

/** What is open at once bounds the depth only nearly: misnested tags wrap what has been closed. */
function isShallow(root: DefaultTreeAdapterMap["documentFragment"]): boolean {
  let level: DefaultTreeAdapterMap["parentNode"][] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return false;
    level = level.flatMap(({ childNodes }) => childNodes.filter((node) => "childNodes" in node));
  }
  return true;
}
