import { useState } from "preact/hooks";
import type { Hint, Twin } from "../../../main/contract/writing.ts";
import type { Assist } from "../../state/assist.ts";
import type { FieldModel } from "../../state/field.ts";
import { shortTitle } from "../../text/shortTitle.ts";
import { writing as words } from "../../text/writing.ts";
import { useApp } from "../context.ts";

/** The notes that begin like this one. */
export function Twins({ assist }: { assist: Assist }) {
  const twins = assist.twins.value;
  return (
    <div role="status">
      {twins.length > 0 && (
        <div class="advice warning">
          <p>{words.twin}</p>
          {twins.slice(0, 2).map((twin) => (
            <TwinNote twin={twin} key={twin.note} />
          ))}
        </div>
      )}
    </div>
  );
}

function TwinNote({ twin }: { twin: Twin }) {
  const app = useApp();
  return (
    <blockquote>
      {twin.fields
        .filter(({ value }) => value.trim())
        .slice(0, 3)
        .map(({ name, value }) => (
          <p key={name}>
            <span class="faint">{name}</span> {shortTitle(value)}
          </p>
        ))}
      <button type="button" class="button link" onClick={() => void app.openNote(twin.note)}>
        {words.openTwin}
      </button>
    </blockquote>
  );
}

/** What the card doctor has to say of a field, gently. */
export function Hints({ field, assist }: { field: FieldModel; assist: Assist }) {
  const hints = assist.hints.value.filter((hint) => hint.field === field.id);
  return (
    <div class="hints" role="status">
      {assist.fixed.value?.field === field.id && (
        <p class="advice">
          <span>
            {words.fixed}{" "}
            <button type="button" class="button link" onClick={() => void assist.putBack()}>
              {words.putBack}
            </button>
          </span>
        </p>
      )}
      {hints.map((hint) => (
        <Advice hint={hint} assist={assist} key={hint.rule} />
      ))}
    </div>
  );
}

function Advice({ hint, assist }: { hint: Hint; assist: Assist }) {
  const [isWhy, setWhy] = useState(false);
  return (
    <div class="advice">
      <p>
        {hint.say}{" "}
        <button type="button" class="button link" aria-expanded={isWhy} onClick={() => setWhy(!isWhy)}>
          {words.why}
        </button>{" "}
        <button type="button" class="button link" onClick={() => assist.dismiss(hint.rule)}>
          {words.dismiss}
        </button>
      </p>
      {isWhy && <p class="help">{hint.why}</p>}
      {hint.fix && (
        <button type="button" class="button plain" onClick={() => void assist.fix(hint)}>
          {hint.fix.say}
        </button>
      )}
    </div>
  );
}
