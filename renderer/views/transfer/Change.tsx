import type { DiffStretch, FieldChange, RehearsalNote } from "../../../main/contract/transfer.ts";
import type { Rehearsal } from "../../state/transfer/rehearsal.ts";
import { importing as words } from "../../text/importing.ts";

/** The chosen note: each field as it is and as it comes, and the choice where both sides changed it. */
export function Change({ file }: { file: Rehearsal }) {
  const note = file.note.value;
  if (!note) return <p class="help">{words.noNote}</p>;
  const conflicts = note.changes.filter(({ changed }) => changed === "both");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a stop for Tab, so that the keyboard can scroll it
    <article class="change" tabIndex={0} aria-label={note.title}>
      <h2 class="change-title">{note.title}</h2>
      <p class="change-verdict">
        <span class={`verdict-tag verdict-${note.verdict}`}>
          <span class="verdict-sign" aria-hidden="true" />
          {words.verdict(note.verdict)}
        </span>{" "}
        <span class="help">{words.about(note.verdict)}</span>
      </p>
      {note.reason && <p class="change-reason">{note.reason}</p>}
      <p class="help">{[note.type, words.deck(note.deck), note.place].filter(Boolean).join(" · ")}</p>
      {conflicts.length > 1 && <WholeNote file={file} note={note} conflicts={conflicts} />}
      {note.changes.map((change, i) => (
        <Field key={i} file={file} note={note} change={change} />
      ))}
      {note.cards.length > 0 && (
        <>
          <h3 class="heading">{words.cards}</h3>
          <ul class="change-cards">
            {note.cards.map(({ name, state }, i) => (
              <li key={i}>
                {name} <span class="help">{state}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}

interface FieldProps {
  file: Rehearsal;
  note: RehearsalNote;
  change: FieldChange;
}

function Field({ file, note, change }: FieldProps) {
  const name = words.fieldName(change);
  const says = words.changed(change);
  return (
    <section class={`change-field ${change.changed}`} aria-label={name}>
      <h3 class="heading">
        {name} {says && <span class="change-says">{says}</span>}
      </h3>
      {change.changed === "both" && (
        <Choice
          label={words.takes(name)}
          name={`takes ${note.n} ${change.of} ${change.name}`}
          takes={change.takes}
          onTake={(side) => void file.decide(note.n, change.name, side)}
        />
      )}
      <p class="change-text" dir="auto">
        <Text change={change} />
      </p>
    </section>
  );
}

/** All conflicts of a note at once. */
function WholeNote({ file, note, conflicts }: Omit<FieldProps, "change"> & { conflicts: readonly FieldChange[] }) {
  const sides = new Set(conflicts.map(({ takes }) => takes));
  return (
    <Choice
      label={words.takesNote}
      name={`takes ${note.n}`}
      takes={sides.size === 1 ? (conflicts[0]?.takes ?? null) : null}
      onTake={(side) => void file.decide(note.n, null, side)}
    />
  );
}

interface ChoiceProps {
  label: string;
  name: string;
  takes: "mine" | "theirs" | null;
  onTake(side: "mine" | "theirs"): void;
}

function Choice({ label, name, takes, onTake }: ChoiceProps) {
  return (
    <fieldset class="segments" aria-label={label}>
      {(["mine", "theirs"] as const).map((side) => (
        <label key={side}>
          <input type="radio" name={name} checked={takes === side} onChange={() => onTake(side)} />
          <span>{words[side]}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What is struck through goes; what is underlined comes. */
function Text({ change: { mine, theirs, stretches, takes } }: { change: FieldChange }) {
  if (mine === null) return <>{theirs || <i class="help">{words.empty}</i>}</>;
  if (stretches.length === 0) return <>{mine || <i class="help">{words.empty}</i>}</>;
  return (
    <>
      {stretches.map((stretch, i) => (
        <Stretch key={i} of={stretch} takes={takes} />
      ))}
    </>
  );
}

function Stretch({ of, takes }: { of: DiffStretch; takes: "mine" | "theirs" }) {
  if (of.in === "both") return <>{of.text}</>;
  return of.in === takes ? (
    <ins>
      <span class="unseen">{words.added}</span>
      {of.text}
    </ins>
  ) : (
    <del>
      <span class="unseen">{words.removed}</span>
      {of.text}
    </del>
  );
}
