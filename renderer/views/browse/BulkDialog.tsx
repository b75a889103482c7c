import type { BulkChange } from "../../../main/contract/browse.ts";
import type { BulkModel } from "../../state/browse/bulk.ts";
import { bulk as words } from "../../text/bulk.ts";
import { useApp } from "../context.ts";
import { AskForm } from "./AskForm.tsx";
import { DueField, MoveField, RepositionFields, TagField } from "./bulkFields.tsx";

/** A change of many cards: what it needs to know, how many it is about, and the button that says both. */
export function BulkDialog({ bulk }: { bulk: BulkModel }) {
  const { actions } = useApp();
  const change = bulk.change.value;
  const effects = bulk.effects.value;
  const text = effects ? words.does(change, effects) : "…";
  return (
    <AskForm
      title={text}
      text={text}
      trouble={bulk.trouble.value}
      ready={effects !== null && isWhole(change)}
      grave={change.kind === "delete" || change.kind === "reset"}
      onDo={() => void actions.run(bulk)}
    >
      <Fields bulk={bulk} change={change} />
      <p class="sub" role="status">
        {effects && [words.changes(change, effects), words.along(effects.along)].filter(Boolean).join(" ")}
      </p>
    </AskForm>
  );
}

function Fields({ bulk, change }: { bulk: BulkModel; change: BulkChange }) {
  switch (change.kind) {
    case "move":
      return <MoveField change={change} set={bulk.set} />;
    case "tag":
      return <TagField change={change} set={bulk.set} removes={bulk.form === "untag"} />;
    case "due":
      return <DueField change={change} set={bulk.set} />;
    case "reposition":
      return <RepositionFields change={change} set={bulk.set} />;
    case "reset":
      return <p>{words.resetHelp}</p>;
    default:
      return null;
  }
}

/** Whether all that the change needs is there. */
const isWhole = (change: BulkChange): boolean =>
  change.kind === "move"
    ? change.deck.trim() !== ""
    : change.kind === "tag"
      ? change.add.length + change.remove.length > 0
      : change.kind !== "due" || change.days.trim() !== "";
