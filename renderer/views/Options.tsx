import { Check, X } from "lucide";
import type { Inline } from "../../main/contract/face.ts";
import type { Session } from "../state/session.ts";
import { study as words } from "../text/study.ts";
import { Inlines } from "../ui/Face.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Kbd } from "../ui/Kbd.tsx";

interface Option {
  text: Inline[];
  right: boolean;
}

/** The options of a multiple choice. They stay where they are; the answer only marks them. */
export function Options({ session, options }: { session: Session; options: readonly Option[] }) {
  const { revealed, picked } = session.turn.value;
  return (
    <ul class="options" aria-label={words.options}>
      {options.map(({ text, right }, index) => {
        const mine = picked === index;
        const mark = !revealed ? "" : right ? "right" : mine ? "wrong" : "other";
        return (
          <li key={index}>
            <button
              type="button"
              class={`option ${mark}`}
              disabled={revealed}
              onClick={() => session.pick(index)}
              aria-keyshortcuts={`${letter(index)} ${index + 1}`}
            >
              <Kbd>{letter(index)}</Kbd>
              <span class="option-text" dir="auto">
                <Inlines of={text} />
              </span>
              {(mark === "right" || mark === "wrong") && (
                <span class="option-mark">
                  <Icon of={right ? Check : X} />
                  {right ? (mine ? words.rightPick : words.right) : words.wrongPick}
                </span>
              )}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

const letter = (index: number): string => String.fromCharCode(65 + index);
