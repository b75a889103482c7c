const tag =
  /<\/?(?:a|audio|b|big|blockquote|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins|li|mark|ol|p|pre|q|rp|rt|ruby|s|small|span|strong|style|sub|sup|svg|table|tbody|td|th|thead|tr|u|ul|video)(?:\s+[a-z][\w:-]*(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))?){0,30}\s*\/?>/i;
const reference = /&(?:nbsp|amp|lt|gt|quot|#\d{2,6}|#x[\da-f]{2,5});/i;

/** Whether cells are written in HTML: one with a tag that is known says so. */
export const looksLikeHtml = (rows: Iterable<readonly string[]>): boolean => {
  for (const cells of rows)
    for (const cell of cells)
      if ((cell.includes("<") && tag.test(cell)) || (cell.includes("&") && reference.test(cell))) return true;
  return false;
};
