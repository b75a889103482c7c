import { type CSSToken, TokenType, tokenize } from "@csstools/css-tokenizer";
import { type Close, closers, endOfBlock, endOfRule, onlyString, written } from "./cssBlocks.ts";

/** What becomes of an address in a style, which may be that of a typeface: another one that is safe, or null for none. */
export type Resolve = (address: string, font: boolean) => string | null;

/** More than any author writes by hand. Beyond it a sheet is left out: fonts written into it as text could not be shown anyway. */
const longest = 1_000_000;

/** Blocks within blocks. Rules nested by the thousand take a browser minutes. */
const deepest = 40;

const addressFunctions = new Set(["url", "src"]);
/** In these a mere string is an address as well. */
const imageFunctions = new Set(["image-set", "-webkit-image-set", "image", "cross-fade", "-webkit-cross-fade"]);
/** These would bring an address in from elsewhere, past whoever looks at strings. */
const borrowing = new Set(["var", "env", "attr", "if", "inherit"]);
/** Rules that load, or change how names are read. */
const loading = new Set(["import", "namespace", "charset", "document", "-moz-document"]);

/**
 * Writes a style sheet, or the declarations of a `style` attribute, anew from its tokens: every address goes through `resolve`, what
 * loads sheets is gone, all that is open is closed, and nothing in it can end a `<style>` element.
 */
export function cleanCss(css: string, resolve: Resolve): string {
  if (css.length > longest) return "";
  const tokens = tokenize({ css: withoutLooseEnd(css.replaceAll("\0", "\ufffd")) });
  const out: string[] = [];
  const open: { close: Close; image: boolean; font?: boolean }[] = [];
  let images = 0;
  let font = false;
  const address = (value: string) => {
    const to = resolve(value, open.at(-1)?.font === true);
    return to === null ? null : quoted(to);
  };
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as CSSToken;
    switch (token[0]) {
      case TokenType.EOF:
      case TokenType.CDO:
      case TokenType.CDC:
      case TokenType.BadString:
        break;
      case TokenType.Comment:
        out.push("/**/");
        break;
      case TokenType.BadURL:
        out.push("none");
        break;
      case TokenType.URL: {
        const to = address(token[4].value);
        out.push(to === null ? "none" : `url(${to})`);
        break;
      }
      case TokenType.String:
        out.push(images > 0 ? (address(token[4].value) ?? '""') : quoted(token[4].value));
        break;
      case TokenType.AtKeyword:
        if (loading.has(token[4].value.toLowerCase())) i = endOfRule(tokens, i);
        else out.push(token[1]);
        font = token[4].value.toLowerCase() === "font-face";
        break;
      case TokenType.Function: {
        const name = token[4].value.toLowerCase();
        if (addressFunctions.has(name)) {
          const end = endOfBlock(tokens, i);
          const to = onlyString(tokens.slice(i + 1, end));
          const safe = to === null ? null : address(to);
          out.push(safe === null ? "none" : `url(${safe})`);
          i = end;
        } else if (open.length >= deepest || (images > 0 && (borrowing.has(name) || name.startsWith("--")))) {
          out.push("none");
          i = endOfBlock(tokens, i);
        } else {
          const image = imageFunctions.has(name);
          if (image) images++;
          open.push({ close: TokenType.CloseParen, image });
          out.push(token[1]);
        }
        break;
      }
      default: {
        const close = closers.get(token[0]);
        if (close && open.length >= deepest) {
          i = endOfBlock(tokens, i);
          break;
        }
        if (close) {
          open.push({ close, image: false, font });
          font = false;
        }
        if (!close && open.at(-1)?.close === token[0] && open.pop()?.image) images--;
        out.push(token[1]);
      }
    }
  }
  for (const { close } of open.reverse()) out.push(written[close]);
  return out.join("").replace(/<(?=[/!])/g, "\\3c ");
}

/** A backslash at the very end, if it is not itself escaped, would take what follows the sheet for its own. */
function withoutLooseEnd(css: string): string {
  let end = css.length;
  while (css[end - 1] === "\\") end--;
  return (css.length - end) % 2 === 0 ? css : css.slice(0, -1);
}

/** A character that could end the string, the line or the element is written as its number. */
const quoted = (text: string) =>
  `"${text.replace(/["\\<\p{Cc}]/gu, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
