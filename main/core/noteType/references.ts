interface Tag {
  from: number;
  to: number;
  /** "#", "^" or "/" of a section; "" of a replacement. */
  sign: string;
  /** The name of the field, blanks around it left out, and where it stands. */
  name: string;
  at: number;
}

const legacy = /^\s*\{\{=<% %>=\}\}/;
const closing: Record<string, string> = { "{{": "}}", "<%": "%>", "<!--": "-->" };

/** What is between the braces of a template, comments left out; in one pass, since a template may be hostile. */
function tags(template: string): Tag[] {
  const marks = legacy.test(template) ? /\{\{|\}\}|<%|%>|<!--|-->/g : /\{\{|\}\}|<!--|-->/g;
  const lastComment = template.lastIndexOf("-->");
  const found: Tag[] = [];
  let open: { mark: string; from: number } | null = null;
  for (const { 0: mark, index } of template.matchAll(marks)) {
    if (!open) {
      if (closing[mark] && (mark !== "<!--" || lastComment > index)) open = { mark, from: index };
    } else if (closing[open.mark] === mark) {
      const tag = open.mark === "<!--" ? null : tagOf(template.slice(open.from + 2, index), open.from);
      if (tag) found.push(tag);
      open = null;
    }
  }
  return found;
}

/** The tag between braces that begin at `from`; null for the one that sets the braces. */
function tagOf(inner: string, from: number): Tag | null {
  if (inner === "=<% %>=") return null;
  // Braces too many do no harm.
  const [lead = "", sign = ""] = /^\{*\s*([#^/]?)/.exec(inner) ?? [];
  const before = sign ? lead.length : Math.max(lead.length, inner.lastIndexOf(":") + 1);
  const rest = inner.slice(before);
  const at = from + 2 + before + rest.length - rest.trimStart().length;
  return { from, to: from + inner.length + 4, sign, name: rest.trim(), at };
}

/**
 * A template after fields were renamed, or deleted (null): names in `{{Field}}`, `{{filter:Field}}` and sections follow; of a
 * deleted field the tags go and what its sections held stays. All at once, so that two names can be exchanged.
 */
export function renameReferences(template: string, names: ReadonlyMap<string, string | null>): string {
  let out = "";
  let done = 0;
  for (const { from, to, name, at } of tags(template)) {
    const next = names.get(name);
    if (next === undefined) continue;
    out += next === null ? template.slice(done, from) : template.slice(done, at) + next;
    done = next === null ? to : at + name.length;
  }
  return out + template.slice(done);
}

/** Whether a template shows any of the fields; of those within `{{cloze:…}}` only, if asked. */
export function showsField(template: string, fields: readonly string[], clozeOnly = false): boolean {
  return tags(template).some(
    ({ sign, name, from, at }) =>
      sign === "" && fields.includes(name) && (!clozeOnly || /(^|[{:%\s])cloze:/.test(template.slice(from, at))),
  );
}
