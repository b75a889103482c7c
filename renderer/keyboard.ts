import type { Press } from "../main/contract/calls.ts";
import { available, type CommandId, commandFor, commands } from "./commands.ts";
import { keyNames } from "./keys.ts";
import type { App } from "./state/app.ts";

const buttons = "button, a[href], summary, [role=button]";
const ticks = "input[type=radio], input[type=checkbox], input[type=range]";
/** A read-only field is text to look at: keys mean what they mean outside of it. */
const fields = "input:not([readonly]), textarea, select, [contenteditable=true]";

/** Keys that mean something to text wherever it is written. */
const editsText = /^Mod\+(Alt\+)?(Shift\+)?(Delete|Backspace)$/;
const asksForUndo = /^Mod\+(Shift\+)?[ZY]$/;

/** Text undo inside a field stays the field's own. Only an answer field in which nothing was typed has nothing to undo. */
const keepsUndo = (app: App): boolean => app.place.value !== "typed" || app.session.value?.turn.value.touched !== false;

/** Whether a key still means a command while the focus is in a field. */
function reachesPast(app: App, field: Element, key: string): boolean {
  if (asksForUndo.test(key)) return !keepsUndo(app);
  if (editsText.test(key)) return false;
  if (key.startsWith("Mod+") || key === "Escape" || /^F\d+$/.test(key)) return true;
  return key === "Enter" && field instanceof HTMLInputElement;
}

/** The command that a key press means, given where the focus is; null if the press is not ours. */
function meant(app: App, event: KeyboardEvent): CommandId | null {
  const target = event.target instanceof Element ? event.target : null;
  const names = keyNames(event, app.mac);
  const presses = names[0] === "Enter" || names[0] === "Space";
  if (presses) {
    const button = target?.closest<HTMLButtonElement>("[data-command]");
    if (button) return button.disabled ? null : (button.dataset.command as CommandId);
    if (target?.closest(`${buttons}, ${ticks}`)) return null;
  }
  const field = target?.matches(ticks) ? null : target?.closest(fields);
  const open = names.filter((name) => !field || reachesPast(app, field, name));
  return open.map((name) => commandFor(name, app)).find((id) => id !== undefined) ?? null;
}

/** Runs what a key press means. A key held down runs it once: nobody grades ten cards by leaning on Space. */
export function onKey(app: App, event: KeyboardEvent): void {
  if (event.isComposing || event.defaultPrevented) return;
  const id = meant(app, event);
  if (!id) {
    if (event.repeat && event.key === "Enter" && (event.target as Element | null)?.closest?.(buttons))
      event.preventDefault();
    return;
  }
  event.preventDefault();
  if (!event.repeat) void commands[id].run(app);
}

/** A key was pressed while a face had the focus, which cannot hear it: it counts as pressed on the face's place in the window. */
export function onPress(press: Press): void {
  const target = document.activeElement ?? document.body;
  target.dispatchEvent(new KeyboardEvent("keydown", { ...press, bubbles: true, cancelable: true }));
}

/** Text with a history of its own takes the key; that of a plain field is the browser's. */
function undoText(app: App, field: Element, id: "undo" | "redo"): void {
  if (!field.matches("[contenteditable]")) document.execCommand(id);
  const key = { key: id === "undo" ? "z" : "y", ctrlKey: !app.mac, metaKey: app.mac, bubbles: true, cancelable: true };
  field.dispatchEvent(new KeyboardEvent("keydown", key));
}

/** A menu item was chosen. Undo and redo belong to the text field that has the focus, if one has. */
export function onMenu(app: App, id: string): void {
  const field = document.activeElement?.closest(fields);
  if ((id === "undo" || id === "redo") && field && keepsUndo(app)) undoText(app, field, id);
  else if (id in commands && available(id as CommandId, app) && (app.dialog.value === null || id === "close"))
    void commands[id as CommandId].run(app);
}
