import { faceStyle } from "./faceStyle.ts";
import type { Page } from "./page.ts";

export interface Setting {
  night: boolean;
  /** Ordinal of the card, from 0. */
  ord: number;
  /** 1 is the size as designed. */
  zoom: number;
  /** A sheet of typefaces, by its URL. */
  sheet?: string;
  /** Authors may style by it. */
  platform?: "win" | "mac" | "linux";
}

/**
 * The whole document of a side. Its classes are Anki's, so that authors' styles mean what they meant: `card`, `card1` …, `nightMode`,
 * `night_mode`, `win`/`mac`/`linux`, and `#qa` around the content. Our own style comes first and gives way to the author's.
 */
export function documentOf(page: Page, { night, ord, zoom, sheet, platform }: Setting): string {
  const nightly = night ? " nightMode night_mode" : "";
  const scale = Number.isFinite(zoom) && zoom > 0 ? Math.min(5, Math.max(0.25, zoom)) : 1;
  const classes = `${platform ?? ""}${nightly}`.trim();
  return [
    `<!doctype html><html class="${classes}" style="zoom:${scale}" data-theme="${night ? "dark" : "light"}">`,
    `<head><meta charset="utf-8"><title>Card</title>${sheet ? `<link rel="stylesheet" href="${sheet}">` : ""}<style>${faceStyle(page.css.trim() !== "")}</style><style>${page.css}</style></head>`,
    `<body class="card card${Math.trunc(ord) + 1}${nightly}"><div id="qa">${page.body}</div></body></html>`,
  ].join("");
}
