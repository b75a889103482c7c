import { type CSSToken, TokenType } from "@csstools/css-tokenizer";

export const written = {
  [TokenType.CloseParen]: ")",
  [TokenType.CloseSquare]: "]",
  [TokenType.CloseCurly]: "}",
};
export type Close = keyof typeof written;

export const closers = new Map<TokenType, Close>([
  [TokenType.OpenParen, TokenType.CloseParen],
  [TokenType.OpenSquare, TokenType.CloseSquare],
  [TokenType.OpenCurly, TokenType.CloseCurly],
]);

/** Index of the token that closes the block which the token at `from` opens; the last one if none does. */
export function endOfBlock(tokens: readonly CSSToken[], from: number): number {
  const open: TokenType[] = [];
  for (let i = from; i < tokens.length; i++) {
    const type = tokens[i]?.[0];
    const close = type === TokenType.Function ? TokenType.CloseParen : closers.get(type as TokenType);
    if (close) open.push(close);
    else if (type === open.at(-1)) open.pop();
    if (open.length === 0) return i;
  }
  return tokens.length - 1;
}

/** Index of the semicolon or block with which an at-rule ends. */
export function endOfRule(tokens: readonly CSSToken[], from: number): number {
  for (let i = from + 1; i < tokens.length; i++) {
    const type = tokens[i]?.[0];
    if (type === TokenType.Semicolon) return i;
    if (type === TokenType.OpenCurly) return endOfBlock(tokens, i);
    if (type === TokenType.CloseCurly) return i - 1;
    if (type === TokenType.Function || closers.has(type as TokenType)) i = endOfBlock(tokens, i);
  }
  return tokens.length - 1;
}

/** The text of a single string among blanks and comments; null if there is anything else. */
export function onlyString(tokens: readonly CSSToken[]): string | null {
  const meant = tokens.filter(([type]) => type !== TokenType.Whitespace && type !== TokenType.Comment);
  const [first] = meant;
  return meant.length === 1 && first?.[0] === TokenType.String ? first[4].value : null;
}
