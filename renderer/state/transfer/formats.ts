import type { ExportSpec } from "../../../main/contract/transfer.ts";

export type ExportOption = "schedule" | "presets" | "media" | "older" | "html";

/** The formats that Mneme writes, and what can be chosen of each. */
export const offers = {
  apkg: ["schedule", "presets", "media", "older"],
  colpkg: ["media", "older"],
  text: ["html"],
  csv: ["html"],
  markdown: ["presets"],
  markdownFolder: ["schedule", "presets", "media"],
  json: ["schedule", "presets", "media"],
  crowdanki: ["presets", "media"],
} as const satisfies Partial<Record<ExportSpec["format"], readonly ExportOption[]>>;

export type ExportFormat = keyof typeof offers;

export const exportFormats = Object.keys(offers) as ExportFormat[];
