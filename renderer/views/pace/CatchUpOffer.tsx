import type { CatchUpChoice, GapView } from "../../../main/contract/pace.ts";
import { catchUp as words } from "../../text/pace.ts";
import { focusOnce } from "../../ui/focusOnce.ts";
import { CommandButton } from "../CommandButton.tsx";
import { useApp } from "../context.ts";

/** After a gap: a plan instead of a number. Enter takes the one that is marked, Escape none. */
export function CatchUpOffer({ gap }: { gap: GapView }) {
  const { pace } = useApp();
  return (
    <form
      class="catch-up"
      onSubmit={(event) => {
        event.preventDefault();
        void pace.beginCatchUp();
      }}
    >
      <p class="help">{words.how}</p>
      <fieldset class="plans">
        <legend>{words.choose}</legend>
        {gap.choices.map((choice) => (
          <Plan choice={choice} key={choice.extra} />
        ))}
      </fieldset>
      <div class="page-actions">
        <CommandButton id="beginCatchUp" look="primary" focused={pace.choice.value === null} />
        <CommandButton id="notNow" look="plain" />
      </div>
    </form>
  );
}

function Plan({ choice }: { choice: CatchUpChoice }) {
  const { pace } = useApp();
  const taken = pace.choice.value?.extra === choice.extra;
  return (
    <label class="plan">
      <input
        type="radio"
        name="extra"
        checked={taken}
        disabled={choice.until === null}
        ref={taken ? focusOnce : null}
        onChange={() => {
          pace.picked.value = choice.extra;
        }}
        onKeyDown={(event) => {
          // The button's key is another, so the form is sent by hand.
          if (event.key !== "Enter" || event.repeat) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <span class="plan-extra">{words.extra(choice)}</span>
      <span class="plan-until">{words.until(choice, pace.day.value)}</span>
    </label>
  );
}
