import type { BrowseAsk } from "../../state/browse/actions.ts";
import { BulkDialog } from "./BulkDialog.tsx";
import { ColumnsDialog } from "./ColumnsDialog.tsx";
import { DeleteDeck, MergeDeck, NewDeck, RenameDeck } from "./DeckDialogs.tsx";
import { DuplicatesDialog } from "./DuplicatesDialog.tsx";
import { ReplaceDialog } from "./ReplaceDialog.tsx";
import { SaveSearch } from "./SaveSearch.tsx";

/** What is asked before something in Browse is done. */
export function Ask({ ask }: { ask: BrowseAsk }) {
  switch (ask.kind) {
    case "bulk":
      return <BulkDialog bulk={ask.bulk} />;
    case "replace":
      return <ReplaceDialog replace={ask.replace} />;
    case "duplicates":
      return <DuplicatesDialog duplicates={ask.duplicates} />;
    case "columns":
      return <ColumnsDialog />;
    case "saveSearch":
      return <SaveSearch query={ask.query} />;
    case "newDeck":
      return <NewDeck outer={ask.outer} />;
    case "renameDeck":
      return <RenameDeck deck={ask.deck} name={ask.name} />;
    case "mergeDeck":
      return <MergeDeck deck={ask.deck} name={ask.name} />;
    case "deleteDeck":
      return <DeleteDeck {...ask} />;
  }
}
