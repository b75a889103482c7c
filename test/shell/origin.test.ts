import { describe, expect, it } from "vitest";
import { isTrusted, origin } from "../../main/shell/origin.ts";

describe("origin", () => {
  it.each([
    ["app://mneme/index.html", true],
    ["app://mneme/", true],
    ["app://mneme.evil/", false],
    ["app://other/index.html", false],
    ["http://localhost:5173/", false],
    ["file:///index.html", false],
    ["about:blank", false],
    ["", false],
  ])("without a development server: %s is ours: %s", (url, ours) => {
    expect(origin(undefined).page).toBe("app://mneme/index.html");
    expect(origin(undefined).owns(url)).toBe(ours);
  });

  it.each(["http://localhost:5173", "http://localhost:5173/"])("with one at %s: it alone is ours", (server) => {
    const { page, owns } = origin(server);
    expect(page).toBe(server);
    expect(owns("http://localhost:5173/views/Today.tsx")).toBe(true);
    for (const foreign of [
      "http://localhost:51730/",
      "http://localhost:5173.example.com/",
      "http://localhost:5173@example.com/",
      "https://localhost:5173/",
    ])
      expect(owns(foreign)).toBe(false);
  });
});

describe("isTrusted", () => {
  const home = origin(undefined);
  const ours = { url: "app://mneme/index.html" };
  it("trusts the top frame with our page, and no other", () => {
    expect(isTrusted({ senderFrame: ours, sender: { mainFrame: ours } }, home)).toBe(true);
    expect(isTrusted({ senderFrame: { ...ours }, sender: { mainFrame: ours } }, home)).toBe(false);
    const foreign = { url: "https://example.com/" };
    expect(isTrusted({ senderFrame: foreign, sender: { mainFrame: foreign } }, home)).toBe(false);
    expect(isTrusted({ senderFrame: null, sender: { mainFrame: null } }, home)).toBe(false);
  });
});
