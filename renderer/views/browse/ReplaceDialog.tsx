import type { ReplaceView } from "../../../main/contract/browse.ts";
import type { ReplaceModel } from "../../state/browse/replace.ts";
import { browse } from "../../text/browse.ts";
import { replace as words } from "../../text/replace.ts";
import { Field } from "../../ui/Field.tsx";
import { useApp } from "../context.ts";
import { AskForm } from "./AskForm.tsx";
import { Tick } from "./bulkFields.tsx";
import { useFieldNames } from "./useFieldNames.ts";

/** Find and replace in the selected notes; the first changes are shown while the pattern is written. */
export function ReplaceDialog({ replace }: { replace: ReplaceModel }) {
  const { actions } = useApp();
  const { where, regex, matchCase, find, replace: put } = replace.wish.value;
  const view = replace.view.value;
  const names = useFieldNames();
  const problem = view && "problem" in view ? view.problem : null;
  return (
    <AskForm
      title={words.replaceTitle}
      wide
      text={words.replaceIn(view && "notes" in view && view.notes > 0 ? view.notes : null)}
      ready={replace.ready.value}
      trouble={problem ? `${browse.at(problem.offset)} ${problem.say}` : replace.trouble.value}
      onDo={() => void actions.runReplace(replace)}
    >
      <Field label={words.find}>
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            type="text"
            data-first=""
            spellcheck={false}
            aria-invalid={problem ? true : undefined}
            value={find}
            onInput={(event) => replace.set({ find: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.replaceWith} help={regex ? words.regexHelp : undefined}>
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            type="text"
            value={put}
            onInput={(event) => replace.set({ replace: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.where}>
        {(wiring) => (
          <select
            {...wiring}
            class="input"
            value={where.in === "field" ? `field ${where.name}` : where.in}
            onChange={(event) => {
              const { value } = event.currentTarget;
              replace.set({
                where: value === "all" || value === "tags" ? { in: value } : { in: "field", name: value.slice(6) },
              });
            }}
          >
            <option value="all">{words.everywhere}</option>
            <option value="tags">{words.inTags}</option>
            {names.map((name) => (
              <option key={name} value={`field ${name}`}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div class="ticks">
        <Tick label={words.regex} on={regex} onChange={(on) => replace.set({ regex: on })} />
        <Tick label={words.matchCase} on={matchCase} onChange={(on) => replace.set({ matchCase: on })} />
      </div>
      <p class="sub" role="status">
        {view && "notes" in view && `${words.replaces(view.notes)} ${words.refused(view.refused)}`}
      </p>
      {view && "samples" in view && view.samples.length > 0 && <Samples of={view.samples} />}
    </AskForm>
  );
}

function Samples({ of }: { of: Extract<ReplaceView, { samples: unknown }>["samples"] }) {
  return (
    <table class="rows samples">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {of.map(({ note, field, before, after }) => (
          <tr key={`${note} ${field}`}>
            <td>{field || words.inTags}</td>
            <td dir="auto">{before}</td>
            <td dir="auto">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
