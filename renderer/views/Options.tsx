import { Check, X } from "lucide";
import type { Inline } from "../../main/contract/face.ts";
import { type CommandId, commands } from "../commands.ts";
import { ariaKey } from "../keys.ts";
import type { Session } from "../state/session.ts";
import { study as words } from "../text/study.ts";
import { Inlines } from "../ui/Face.tsx";
import { Icon } from "../ui/Icon.tsx";
import { useApp } from "./context.ts";

interface Option {
  text: Inline[];
  right: boolean;
}

const picks = ["pickA", "pickB", "pickC", "pickD"] as const satisfies readonly CommandId[];

/** The keys that pick an option, if there are any: options beyond the last command have none. */
const keysOf = (index: number): readonly string[] => {
  const id = picks[index];
  return id ? commands[id].keys : [];
};

/** The letter that an option bears; "" where no key picks it. */
export const letterOf = (index: number): string => keysOf(index)[0] ?? "";

/** The options of a multiple choice. They stay where they are; the answer only marks them. */
export function Options({ session, options }: { session: Session; options: readonly Option[] }) {
  const { mac } = useApp();
  const { revealed, picked } = session.turn.value;
  return (
    <ul class="options" aria-label={words.options}>
      {options.map(({ text, right }, index) => {
        const mine = picked === index;
        const mark = !revealed ? "" : right ? "right" : mine ? "wrong" : "other";
        const keys = keysOf(index).map((key) => ariaKey(key, mac));
        return (
          <li key={index}>
            <button
              type="button"
              class={`option ${mark}`}
              disabled={revealed}
              onClick={() => session.pick(index)}
              aria-keyshortcuts={keys.join(" ") || undefined}
            >
              {/* Not hidden as other keys are: the letter is part of the option's name. */}
              <span class={letterOf(index) && "kbd"}>{letterOf(index)}</span>
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
