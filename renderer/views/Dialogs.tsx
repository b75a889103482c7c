import { Ask } from "./browse/Ask.tsx";
import { CardInfo } from "./CardInfo.tsx";
import { useApp } from "./context.ts";
import { ExportDeck } from "./ExportDeck.tsx";
import { Imported } from "./Imported.tsx";
import { NoteEditor } from "./NoteEditor.tsx";
import { ChangeType } from "./noteTypes/ChangeType.tsx";
import { NewType } from "./noteTypes/NewType.tsx";
import { OpenLink } from "./OpenLink.tsx";
import { Shortcuts } from "./Shortcuts.tsx";

/** The dialog that is open, if one is. */
export function Dialogs() {
  const dialog = useApp().dialog.value;
  switch (dialog?.kind) {
    case undefined:
      return null;
    case "note":
      return <NoteEditor note={dialog.note} />;
    case "info":
      return <CardInfo card={dialog.card} now={dialog.now} />;
    case "shortcuts":
      return <Shortcuts />;
    case "imported":
      return <Imported files={dialog.files} />;
    case "link":
      return <OpenLink url={dialog.url} />;
    case "export":
      return <ExportDeck />;
    case "newType":
      return <NewType copy={dialog.copy} />;
    case "changeType":
      return <ChangeType change={dialog.change} />;
    case "ask":
      return <Ask ask={dialog.ask} />;
  }
}
