import type { ImportOptions as Options, RehearsalView, When } from "../../../main/contract/transfer.ts";
import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { importing } from "../../text/importing.ts";
import { importOptions as words } from "../../text/importOptions.ts";
import { Field } from "../../ui/Field.tsx";
import { Suggested } from "../../ui/Suggested.tsx";
import { names, Tick } from "../browse/bulkFields.tsx";
import { useApp } from "../context.ts";
import { Choose } from "./Choose.tsx";
import { TextOptions } from "./TextOptions.tsx";
import { useKnown } from "./useKnown.ts";

const whens: readonly When[] = ["newer", "always", "never"];

/** How a file is imported. Each change is rehearsed anew. */
export function ImportOptions({ file, view }: { file: Rehearsal; view: RehearsalView }) {
  const options = file.options.value;
  if (!options) return null;
  const { set } = file;
  const isText = options.text !== null;
  const when = (label: string, key: "notes" | "noteTypes") => (
    <Choose
      label={label}
      options={whens.map((each) => [each, words.when(each)])}
      value={options[key]}
      onPick={(each) => set({ [key]: each })}
    />
  );
  return (
    <div class="import-options">
      {options.text && <TextOptions file={file} text={options.text} />}
      <IntoDeck file={file} options={options} />
      {when(words.notes, "notes")}
      {isText ? (
        <Tick label={words.duplicates} on={options.duplicates} onChange={(duplicates) => set({ duplicates })} />
      ) : (
        <>
          {when(words.noteTypes, "noteTypes")}
          <Tick label={words.mergeTypes} on={options.mergeTypes} onChange={(mergeTypes) => set({ mergeTypes })} />
          <Choose
            label={words.schedule}
            options={(["mine", "theirs", "none"] as const).map((each) => [each, words.schedules[each]])}
            value={options.schedule}
            onPick={(schedule) => set({ schedule })}
          />
          {view.presets > 0 && (
            <Tick label={words.presets} on={options.presets} onChange={(presets) => set({ presets })} />
          )}
        </>
      )}
      <Choose
        label={words.conflicts}
        options={(["mine", "theirs"] as const).map((each) => [each, importing[each]])}
        value={options.conflicts}
        onPick={(conflicts) => set({ conflicts })}
      />
      {view.types.length > 0 && (
        <section>
          <h3 class="heading">{importing.types}</h3>
          <ul class="change-cards">
            {view.types.map(({ name, verdict }, i) => (
              <li key={i}>
                {name} <span class="help">{importing.typeBecomes[verdict]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function IntoDeck({ file, options }: { file: Rehearsal; options: Options }) {
  const { browse } = useApp();
  useKnown();
  return (
    <Field label={words.deck} help={words.deckHelp}>
      {(wiring) => (
        <Suggested
          {...{ wiring, label: words.deck, known: names(browse.sidebar.value?.decks ?? []) }}
          value={options.deck ?? ""}
          onChange={(deck) => file.set({ deck: deck.trim() === "" ? null : deck })}
        />
      )}
    </Field>
  );
}
