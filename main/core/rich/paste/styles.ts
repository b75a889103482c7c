import type { Element } from "hast";

/** The style of an element, property by property, all in lower case. */
export function styleOf(node: Element): ReadonlyMap<string, string> {
  const style = node.properties.style;
  if (typeof style !== "string") return new Map();
  const pairs = style.split(";").map((declaration): [string, string] => {
    const colon = declaration.indexOf(":");
    return [
      declaration.slice(0, colon).trim().toLowerCase(),
      declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase(),
    ];
  });
  return new Map(pairs.filter(([name]) => name !== ""));
}

export const classesOf = ({ properties: { className } }: Element): string[] =>
  Array.isArray(className) ? className.map(String) : [];

/** Elements that say what a style means: bold, italic and so on. */
export function namesOf(node: Element, inLink: boolean): string[] {
  const style = styleOf(node);
  const weight = style.get("font-weight") ?? "";
  const decoration = `${style.get("text-decoration") ?? ""} ${style.get("text-decoration-line") ?? ""}`;
  const position = style.get("vertical-align");
  const { tagName } = node;
  const bold = weight === "" ? tagName === "b" || tagName === "strong" : /^(bold|bolder|[6-9]00)$/.test(weight);
  const slant = style.get("font-style") ?? "";
  const italic = slant === "" ? tagName === "i" || tagName === "em" : /italic|oblique/.test(slant);
  const underlined = tagName === "u" || decoration.includes("underline");
  const struck = /^(s|strike|del)$/.test(tagName) || decoration.includes("line-through");
  return [
    ...(bold ? ["b"] : []),
    ...(italic ? ["i"] : []),
    ...(underlined && !inLink ? ["u"] : []),
    ...(struck ? ["s"] : []),
    ...(tagName === "sup" || position === "super" ? ["sup"] : []),
    ...(tagName === "sub" || position === "sub" ? ["sub"] : []),
    ...(/^(code|kbd|samp|tt)$/.test(tagName) ? ["code"] : []),
  ];
}

/** What a reader did not see, or what is about the page and not of its text. */
export function isJunk(node: Element): boolean {
  const style = styleOf(node);
  const classes = classesOf(node);
  if ("hidden" in node.properties || style.get("display") === "none" || style.get("mso-hide") === "all") return true;
  if (style.get("mso-list") === "ignore") return true;
  return classes.some((name) =>
    /^(mw-editsection|reference|noprint|sr-only|visually-hidden|Apple-interchange-newline|MsoCommentReference)$/.test(
      name,
    ),
  );
}
