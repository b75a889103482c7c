import { app, Menu, type MenuItemConstructorOptions } from "electron";
import { tell } from "./window.ts";

/**
 * The platform's menu. An item of ours sends the id of a command (renderer/commands.ts); its keys are only shown here, since
 * the window handles them itself: Ctrl+Z in a text field must undo text, elsewhere an answer.
 */
export function setMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(process.platform === "darwin" ? [appMenu, ...menus()] : menus()));
}

const command = (label: string, id: string, keys?: string): MenuItemConstructorOptions => ({
  label,
  ...(keys ? { accelerator: keys, registerAccelerator: false } : {}),
  click: () => tell("command", id),
});

const separator: MenuItemConstructorOptions = { type: "separator" };

const appMenu: MenuItemConstructorOptions = {
  label: "Mneme",
  submenu: [
    { role: "about" },
    separator,
    command("Settings…", "settings", "CmdOrCtrl+,"),
    separator,
    { role: "services" },
    separator,
    { role: "hide" },
    { role: "hideOthers" },
    { role: "unhide" },
    separator,
    { role: "quit" },
  ],
};

function menus(): MenuItemConstructorOptions[] {
  const mac = process.platform === "darwin";
  return [
    {
      label: "&File",
      submenu: [
        command("Add Note…", "add", "A"),
        separator,
        command("Import…", "import", "CmdOrCtrl+Shift+I"),
        command("Import a Folder…", "importFolder", "CmdOrCtrl+Alt+I"),
        command("Import History…", "importHistory", "CmdOrCtrl+Shift+H"),
        command("Export…", "export", "CmdOrCtrl+E"),
        separator,
        ...(mac ? [] : [command("Settings…", "settings", "CmdOrCtrl+,"), separator]),
        mac ? { role: "close" } : { role: "quit" },
      ],
    },
    {
      label: "&Edit",
      submenu: [
        command("Undo", "undo", "CmdOrCtrl+Z"),
        command("Redo", "redo", "CmdOrCtrl+Shift+Z"),
        separator,
        { role: "cut" },
        { role: "copy" },
        { role: "paste" },
        { role: "selectAll" },
      ],
    },
    {
      label: "&Study",
      submenu: [
        command("Today", "today"),
        command("Study", "study"),
        command("Browse", "browse", "B"),
        separator,
        command("Edit Note", "edit"),
        command("Card Info", "info"),
      ],
    },
    {
      label: "&Tools",
      submenu: [
        command("Note Types…", "noteTypes", "CmdOrCtrl+Shift+N"),
        command("Empty Cards…", "emptyCards", "CmdOrCtrl+Shift+E"),
      ],
    },
    {
      label: "&View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        separator,
        { role: "togglefullscreen" },
        ...(app.isPackaged
          ? []
          : [separator, { role: "reload" as const }, { role: "toggleDevTools" as const, accelerator: "F12" }]),
      ],
    },
    ...(mac ? [{ role: "windowMenu" as const }] : []),
    { label: "&Help", submenu: [command("Keyboard Shortcuts", "shortcuts", "F1")] },
  ];
}
