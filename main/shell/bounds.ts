import { readFileSync, writeFileSync } from "node:fs";
import { type BrowserWindow, type Rectangle, screen } from "electron";

/** Where the window was last; undefined if that is unknown or no longer on any screen. */
export function lastBounds(file: string): Rectangle | undefined {
  try {
    const { x, y, width, height } = JSON.parse(readFileSync(file, "utf8")) as Rectangle;
    const area = screen.getDisplayMatching({ x, y, width, height }).workArea;
    const visible = x < area.x + area.width && x + width > area.x && y < area.y + area.height && y >= area.y;
    return visible ? { x, y, width, height } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the window's place for the next start. Losing it costs nothing, so a failed write is let go. */
export function rememberBounds(window: BrowserWindow, file: string): void {
  window.on("close", () => {
    try {
      writeFileSync(file, JSON.stringify(window.getNormalBounds()));
    } catch {}
  });
}
