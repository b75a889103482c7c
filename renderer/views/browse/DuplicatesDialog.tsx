import type { DuplicateGroup } from "../../../main/contract/browse.ts";
import type { DuplicatesModel } from "../../state/browse/duplicates.ts";
import { browse } from "../../text/browse.ts";
import { replace as words } from "../../text/replace.ts";
import { shortTitle } from "../../text/shortTitle.ts";
import { Field } from "../../ui/Field.tsx";
import { useApp } from "../context.ts";
import { AskForm } from "./AskForm.tsx";
import { Tick } from "./bulkFields.tsx";
import { useFieldNames } from "./useFieldNames.ts";

/** Looks for notes that say the same; a group is opened as a search. */
export function DuplicatesDialog({ duplicates }: { duplicates: DuplicatesModel }) {
  const { query, field, near } = duplicates.wish.value;
  const view = duplicates.view.value;
  const names = useFieldNames();
  const problem = view && "problem" in view ? view.problem : null;
  const groups = view && "groups" in view ? view.groups : null;
  return (
    <AskForm
      title={words.duplicatesTitle}
      wide
      text={words.look}
      ready={!duplicates.busy.value}
      trouble={problem ? `${browse.at(problem.offset)} ${problem.say}` : duplicates.trouble.value}
      onDo={() => void duplicates.find()}
    >
      <Field label={words.within} help={words.withinHelp}>
        {(wiring) => (
          <input
            {...wiring}
            class="input"
            type="text"
            spellcheck={false}
            data-first=""
            value={query}
            onInput={(event) => duplicates.set({ query: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.compare}>
        {(wiring) => (
          <select
            {...wiring}
            class="input"
            value={field}
            onChange={(event) => duplicates.set({ field: event.currentTarget.value })}
          >
            <option value="">{words.sortFields}</option>
            {names.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        )}
      </Field>
      <Tick label={words.near} on={near} onChange={(on) => duplicates.set({ near: on })} />
      <p class="sub" role="status">
        {duplicates.busy.value ? browse.searching : groups && words.groups(groups.length)}
      </p>
      {groups && groups.length > 0 && (
        <ul class="choices">
          {groups.map((group) => (
            <Group key={group.notes[0]?.note} group={group} />
          ))}
        </ul>
      )}
      {view && "more" in view && view.more > 0 && <p class="help">{words.moreGroups(view.more)}</p>}
    </AskForm>
  );
}

function Group({ group: { alike, notes } }: { group: DuplicateGroup }) {
  const app = useApp();
  const show = () => {
    app.close();
    void app.browse.choose(`nid:${notes.map(({ note }) => note).join(",")}`, { ctrl: false, shift: false, alt: false });
  };
  return (
    <li>
      <button type="button" class="choice" aria-description={words.showGroup(notes.length)} onClick={show}>
        <span dir="auto">{shortTitle(notes[0]?.text ?? "")}</span>
        <span class="deck-size">
          {browse.found("notes", notes.length)}, {words.alike(alike)}
        </span>
      </button>
    </li>
  );
}
