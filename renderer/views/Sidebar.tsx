import { app as words } from "../text/app.ts";
import { CommandButton } from "./CommandButton.tsx";
import { useApp } from "./context.ts";

export function Sidebar() {
  const screen = useApp().screen.value;
  return (
    <nav class="sidebar" aria-label={words.navigation}>
      <span class="mark" aria-hidden="true">
        m
      </span>
      <CommandButton id="today" look="icon" current={screen === "today"} />
      <CommandButton id="browse" look="icon" current={screen === "browse"} />
      <CommandButton id="add" look="icon" />
      <CommandButton id="import" look="icon" current={screen === "import"} />
      <CommandButton id="noteTypes" look="icon" current={screen === "noteTypes"} />
      <span class="spacer" />
      <CommandButton id="shortcuts" look="icon" />
      <CommandButton id="settings" look="icon" current={screen === "settings"} />
    </nav>
  );
}
