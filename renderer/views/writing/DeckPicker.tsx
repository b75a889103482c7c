import type { DeckId } from "../../../main/contract/shapes.ts";
import type { DeckView } from "../../../main/contract/views.ts";
import { writing as words } from "../../text/writing.ts";
import { Picker } from "../../ui/Picker.tsx";

interface Props {
  decks: readonly DeckView[];
  value: DeckId;
  onPick(id: DeckId): void;
}

/** The deck that a note is to be in. */
export const DeckPicker = ({ decks, value, onPick }: Props) => (
  <Picker
    label={words.deck}
    options={decks.map(({ id, path }) => ({ id, text: path.join(" › ") }))}
    value={value}
    onPick={onPick}
  />
);
