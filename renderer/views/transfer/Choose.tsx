import { Field } from "../../ui/Field.tsx";

interface Props<T extends string> {
  label: string;
  help?: string | undefined;
  options: readonly (readonly [value: T, text: string])[];
  value: T;
  onPick(value: T): void;
}

/** One of a few, from a list that drops down. */
export function Choose<T extends string>({ label, help, options, value, onPick }: Props<T>) {
  return (
    <Field label={label} help={help}>
      {(wiring) => (
        <select {...wiring} class="input" value={value} onChange={(event) => onPick(event.currentTarget.value as T)}>
          {options.map(([each, text]) => (
            <option key={each} value={each}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
