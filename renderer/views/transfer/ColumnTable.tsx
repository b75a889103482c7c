import type { NoteType } from "../../../main/contract/shapes.ts";
import type { ColumnUse, TableView } from "../../../main/contract/transfer.ts";
import { use } from "../../state/transfer/columns.ts";
import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { importOptions as words } from "../../text/importOptions.ts";
import { useNoteTypes } from "./useNoteTypes.ts";

/** Rows of the table that are shown. */
const most = 4;

/** The first rows of a table of text; above each column, what it is. */
export function ColumnTable({ file, table }: { file: Rehearsal; table: TableView }) {
  const types = useNoteTypes();
  const text = file.options.value?.text;
  if (!text) return null;
  const width = Math.max(text.columns.length, table.names.length, ...table.sample.map((row) => row.length));
  const places = Array.from({ length: width }, (_, i) => i);
  const set = (at: number, wanted: ColumnUse) =>
    file.set({
      text: {
        ...text,
        columns: use(
          places.map((i) => text.columns[i] ?? { to: "nothing" }),
          at,
          wanted,
        ),
      },
    });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a stop for Tab, so that the keyboard can scroll it
    <section class="import-table" tabIndex={0} aria-label={words.table}>
      <p class="help">{[words.rows(table.rows), table.because].filter(Boolean).join(" · ")}</p>
      <table>
        <thead>
          <tr>
            {places.map((i) => (
              <th key={i} scope="col">
                <ColumnUsePicker
                  label={words.column(i + 1, table.names[i] ?? "")}
                  fields={types.find(({ id }) => id === text.type)?.fields ?? []}
                  value={text.columns[i] ?? { to: "nothing" }}
                  onPick={(wanted) => set(i, wanted)}
                />
                <span class="help">{words.columnName(i + 1, table.names[i] ?? "")}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.sample.slice(0, most).map((row, r) => (
            <tr key={r}>
              {places.map((i) => (
                <td key={i} dir="auto">
                  {row[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface PickerProps {
  label: string;
  fields: NoteType["fields"];
  value: ColumnUse;
  onPick(use: ColumnUse): void;
}

const others = Object.entries(words.uses) as [Exclude<ColumnUse["to"], "field">, string][];

function ColumnUsePicker({ label, fields, value, onPick }: PickerProps) {
  return (
    <select
      class="input"
      aria-label={label}
      value={value.to === "field" ? `field ${value.field}` : value.to}
      onChange={({ currentTarget: { value: picked } }) =>
        onPick(
          picked.startsWith("field ")
            ? { to: "field", field: picked.slice("field ".length) }
            : { to: picked as (typeof others)[number][0] },
        )
      }
    >
      <optgroup label={words.fields}>
        {fields.map(({ id, name }) => (
          <option key={id} value={`field ${id}`}>
            {name}
          </option>
        ))}
      </optgroup>
      <optgroup label={words.others}>
        {others.map(([to, text]) => (
          <option key={to} value={to}>
            {text}
          </option>
        ))}
      </optgroup>
    </select>
  );
}
