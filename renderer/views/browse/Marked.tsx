import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { SearchProblem } from "../../../main/contract/browse.ts";

interface Props {
  text: string;
  problem: SearchProblem;
  field: RefObject<HTMLInputElement | null>;
}

/** Lies under a field with the same text, and underlines where it is wrong. The words about it are said elsewhere. */
export function Marked({ text, problem: { offset, length }, field }: Props) {
  const under = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const input = field.current;
    if (!input) return;
    const follow = () => {
      if (under.current) under.current.scrollLeft = input.scrollLeft;
    };
    follow();
    input.addEventListener("scroll", follow);
    return () => input.removeEventListener("scroll", follow);
  }, [field]);
  return (
    <div class="search-mark" aria-hidden="true" ref={under}>
      {text.slice(0, offset)}
      <mark>{text.slice(offset, offset + length) || "\u2002"}</mark>
      {text.slice(offset + length)}
    </div>
  );
}
