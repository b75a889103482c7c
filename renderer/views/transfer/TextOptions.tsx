import { useSignal } from "@preact/signals";
import type { NoteType } from "../../../main/contract/shapes.ts";
import type { TextOptions as Options } from "../../../main/contract/transfer.ts";
import { remap } from "../../state/transfer/columns.ts";
import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { importOptions as words } from "../../text/importOptions.ts";
import { Field } from "../../ui/Field.tsx";
import { Picker } from "../../ui/Picker.tsx";
import { Suggested } from "../../ui/Suggested.tsx";
import { names, Tick } from "../browse/bulkFields.tsx";
import { useApp } from "../context.ts";
import { Choose } from "./Choose.tsx";
import { useNoteTypes } from "./useNoteTypes.ts";

const encodings = Object.entries(words.encodings) as [Options["encoding"], string][];

/** How a text file is read. */
export function TextOptions({ file, text }: { file: Rehearsal; text: Options }) {
  const types = useNoteTypes();
  const set = (step: Partial<Options>) => file.set({ text: { ...text, ...step } });
  const separators = words.separators.some(([sign]) => sign === text.separator)
    ? words.separators
    : [...words.separators, [text.separator, words.otherSeparator(text.separator)] as const];
  return (
    <section class="import-options">
      <h3 class="heading">{words.text}</h3>
      <Choose
        label={words.separator}
        options={separators}
        value={text.separator}
        onPick={(separator) => set({ separator })}
      />
      <Choose
        label={words.encoding}
        options={encodings}
        value={text.encoding}
        onPick={(encoding) => set({ encoding })}
      />
      <Tick label={words.header} on={text.header} onChange={(header) => set({ header })} />
      <Tick label={words.html} on={text.html} onChange={(html) => set({ html })} />
      <TypeOfRows types={types} text={text} set={set} />
      <Tags text={text} set={set} />
      <Choose
        label={words.match}
        options={(["type", "typeAndDeck"] as const).map((each) => [each, words.matches[each]])}
        value={text.match}
        onPick={(match) => set({ match })}
      />
    </section>
  );
}

interface PartProps {
  text: Options;
  set(step: Partial<Options>): void;
}

function TypeOfRows({ types, text, set }: PartProps & { types: readonly NoteType[] }) {
  return (
    <Field label={words.type}>
      {(wiring) => (
        <Picker
          {...{ wiring, label: words.type, value: text.type }}
          options={types.map(({ id, name }) => ({ id, text: name }))}
          onPick={(type) => set({ type, columns: remap(text.columns, types, text.type, type) })}
        />
      )}
    </Field>
  );
}

function Tags({ text, set }: PartProps) {
  const { browse } = useApp();
  const typed = useSignal(text.tags.join(" "));
  return (
    <Field label={words.tags} help={words.tagsHelp}>
      {(wiring) => (
        <Suggested
          {...{ wiring, label: words.tags, known: names(browse.sidebar.value?.tags ?? []), several: true }}
          value={typed.value}
          onChange={(tags) => {
            typed.value = tags;
            set({ tags: tags.split(/[\s,]+/).filter(Boolean) });
          }}
        />
      )}
    </Field>
  );
}
