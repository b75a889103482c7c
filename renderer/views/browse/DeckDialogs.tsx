import { useSignal } from "@preact/signals";
import type { DeckEffects } from "../../../main/contract/browse.ts";
import type { DeckId } from "../../../main/contract/shapes.ts";
import { deckName } from "../../text/cells.ts";
import { organise as words } from "../../text/organise.ts";
import { useApp } from "../context.ts";
import { AskForm } from "./AskForm.tsx";
import { NameField } from "./NameField.tsx";

/** A new deck, at the top or inside another. */
export function NewDeck({ outer }: { outer: string | null }) {
  const app = useApp();
  const name = useSignal("");
  const trouble = useSignal<string | null>(null);
  const create = async () => {
    const whole = `${outer === null ? "" : `${outer}::`}${name.value.trim()}`;
    trouble.value = await app.organise.createDeck(whole);
  };
  return (
    <AskForm
      title={outer === null ? words.newDeckTitle : words.newDeckIn(outer)}
      text={words.create}
      trouble={trouble.value}
      ready={name.value.trim() !== ""}
      onDo={() => void create()}
    >
      <NameField name={name} />
    </AskForm>
  );
}

/** Another name, and with `::` another place. */
export function RenameDeck({ deck, name }: { deck: DeckId; name: string }) {
  const app = useApp();
  const next = useSignal(name);
  const rename = () => {
    app.close();
    void app.organise.renameDeck(deck, next.value.trim());
  };
  return (
    <AskForm
      title={words.renameTitle(name)}
      text={words.renameButton}
      trouble={null}
      ready={next.value.trim() !== "" && next.value.trim() !== name}
      onDo={rename}
    >
      <NameField name={next} help={words.renameHelp} />
    </AskForm>
  );
}

/** A deck of that name is there already. */
export function MergeDeck({ deck, name }: { deck: DeckId; name: string }) {
  const app = useApp();
  const merge = () => {
    app.close();
    void app.organise.renameDeck(deck, name, true);
  };
  return (
    <AskForm title={words.mergeTitle} text={words.mergeButton} trouble={null} onDo={merge}>
      <p>{words.merge(name)}</p>
    </AskForm>
  );
}

interface DeleteProps {
  deck: DeckId;
  name: string;
  effects: DeckEffects;
  others: { id: DeckId; name: string }[];
}

/** A deck goes: with its cards, or they move elsewhere first. */
export function DeleteDeck({ deck, name, effects, others }: DeleteProps) {
  const app = useApp();
  const holds = effects.cards > 0;
  const moves = useSignal(holds && others.length > 0);
  const to = useSignal(others[0]?.id ?? "");
  const remove = () => {
    app.close();
    void app.organise.deleteDeck(deck, name, moves.value ? to.value : null);
  };
  const end = (isMove: boolean, label: string) => (
    <label class="tick-line">
      <input
        type="radio"
        name="end"
        checked={moves.value === isMove}
        disabled={isMove && others.length === 0}
        onChange={() => {
          moves.value = isMove;
        }}
      />
      <span>{label}</span>
    </label>
  );
  return (
    <AskForm
      title={words.deleteDeckTitle(name)}
      text={words.deleteButton}
      trouble={null}
      grave={holds && !moves.value}
      onDo={remove}
    >
      <p>{words.holds(effects)}</p>
      {holds && (
        <fieldset class="ends" aria-label={words.holds(effects)}>
          {end(true, words.moveCards)}
          <select
            class="input"
            aria-label={words.moveCards}
            disabled={!moves.value}
            value={to.value}
            onChange={(event) => {
              to.value = event.currentTarget.value;
            }}
          >
            {others.map((each) => (
              <option key={each.id} value={each.id}>
                {deckName(each.name)}
              </option>
            ))}
          </select>
          {end(false, words.deleteCards)}
        </fieldset>
      )}
    </AskForm>
  );
}
