import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { place } from "./drive.ts";
import { type Launched, launch } from "./launch.ts";

let running: Launched;
beforeAll(async () => {
  running = await launch();
  await place(running.page);
});
afterAll(() => running.close());

describe("the window", () => {
  it("has no Node, one frozen bridge, and the sandbox on", async () => {
    const { page, app } = running;
    const seen = await page.evaluate(() => ({
      node: ["require", "process", "module", "Buffer"].filter((name) => name in window),
      bridge: Object.keys((window as unknown as { mneme: object }).mneme).sort(),
      frozen: Object.isFrozen((window as unknown as { mneme: object }).mneme),
    }));
    expect(seen).toEqual({ node: [], bridge: ["call", "on"], frozen: true });
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
  });

  it("refuses inline script, eval-like strings, foreign images and any request", async () => {
    const { page } = running;
    const outcome = await page.evaluate(async () => {
      const script = document.createElement("script");
      let refused = false;
      try {
        script.textContent = "window.broken = true";
        document.body.append(script);
      } catch {
        refused = true;
      }
      const request = await fetch("https://example.com/").then(
        () => "sent",
        () => "refused",
      );
      const image = await new Promise((done) => {
        const img = new Image();
        img.onload = () => done("loaded");
        img.onerror = () => done("refused");
        img.src = "https://example.com/x.png";
      });
      return { refused: refused || !("broken" in window), request, image };
    });
    expect(outcome).toEqual({ refused: true, request: "refused", image: "refused" });
  });

  it("gets no permission, and reads no file outside its own folder", async () => {
    const { page, app } = running;
    expect(await page.evaluate(() => Notification.requestPermission())).toBe("denied");
    const outside = [
      "app://mneme/../../package.json",
      "app://mneme/%2e%2e/%2e%2e/package.json",
      "app://other/index.html",
    ];
    const codes = await app.evaluate(
      ({ net }, urls) =>
        Promise.all(
          urls.map((url) =>
            net.fetch(url).then(
              (answer) => answer.status,
              () => 404,
            ),
          ),
        ),
      outside,
    );
    expect(codes).toEqual([404, 404, 404]);
  });

  it("gets a sentence for an unknown call or a wrong input, and goes on", async () => {
    const { page } = running;
    const replies = await page.evaluate(async () => {
      const { mneme } = window as unknown as { mneme: { call(...args: unknown[]): Promise<{ say: string }> } };
      return [
        await mneme.call("fly", {}),
        await mneme.call("answer", { card: 7 }),
        await mneme.call("__proto__", {}),
        await mneme.call({}, []),
      ];
    });
    for (const reply of replies)
      expect(reply).toMatchObject({ ok: false, say: expect.stringMatching(/Nothing was changed/) });
    expect(await place(page)).toBe("today");
  });
});

it("a second start gives way to the first window", async () => {
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const second = spawn(inject("electron"), [...root, "."], {
    env: { ...process.env, ...inject("display"), MNEME_DATA: running.data },
    stdio: "ignore",
  });
  const code = await new Promise((done) => second.once("exit", done));
  expect(code).toBe(0);
  expect(await place(running.page)).toBe("today");
});

it("the window neither navigates nor opens another", async () => {
  const { app, page } = running;
  const state = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()));
  const before = await state();
  expect(before).toEqual([expect.stringMatching(/^app:\/\/mneme\//)]);
  await page.evaluate(() => {
    window.open("https://example.com/");
    const link = document.createElement("a");
    link.href = "https://example.com/";
    document.body.append(link);
    link.click();
  });
  await new Promise((done) => setTimeout(done, 300));
  expect(await state()).toEqual(before);
});
