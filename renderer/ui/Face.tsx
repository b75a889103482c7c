import type { JSX } from "preact";
import type { Block, Inline } from "../../main/contract/face.ts";

/** The blocks of a face. They are a closed tree of ours: nothing from a deck can become markup. */
export function Blocks({ of }: { of: readonly Block[] }) {
  return <>{of.map(block)}</>;
}

export function Inlines({ of }: { of: readonly Inline[] }) {
  return <>{of.map(inline)}</>;
}

function block(of: Block): JSX.Element {
  switch (of.kind) {
    case "paragraph":
      return <p>{of.children.map(inline)}</p>;
    case "heading":
      return <p class="face-heading">{of.children.map(inline)}</p>;
    case "quote":
      return <blockquote>{of.children.map(block)}</blockquote>;
    case "list": {
      const items = of.items.map((item) => <li>{item.map(block)}</li>);
      return of.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "codeblock":
      return (
        <pre>
          <code>{of.text}</code>
        </pre>
      );
    case "rule":
      return <hr />;
  }
}

function inline(of: Inline): JSX.Element | string {
  if (typeof of === "string") return of;
  switch (of.kind) {
    case "strong":
      return <strong>{of.children.map(inline)}</strong>;
    case "emphasis":
      return <em>{of.children.map(inline)}</em>;
    case "strike":
      return <s>{of.children.map(inline)}</s>;
    case "code":
      return <code>{of.text}</code>;
    case "break":
      return <br />;
    case "gap":
      return of.open ? (
        <mark class="gap open">{of.children.map(inline)}</mark>
      ) : (
        <span class="gap">
          <span class="unseen">blank </span>
          {of.hint || "\u2003\u2003"}
        </span>
      );
  }
}
