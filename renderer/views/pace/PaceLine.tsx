import type { TodayView } from "../../../main/contract/views.ts";
import { budget as words } from "../../text/pace.ts";
import { CommandButton } from "../CommandButton.tsx";

/** One quiet line: how many minutes a day, and what today takes of them. */
export function PaceLine({ view }: { view: TodayView }) {
  return (
    <div class="pace-line">
      <p>{view.budget ? words.line(view.budget, view.minutes) : words.none}</p>
      <CommandButton id="budget" look="link" />
      <CommandButton id="daysOff" look="link" />
    </div>
  );
}
