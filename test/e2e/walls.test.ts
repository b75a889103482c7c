import { afterAll, beforeAll, describe, expect, it } from "vitest";
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
    expect(seen).toEqual({ node: [], bridge: ["call", "offer", "on"], frozen: true });
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
      const image = (src: string) =>
        new Promise((done) => {
          const img = new Image();
          img.onload = () => done("loaded");
          img.onerror = () => done("refused");
          img.src = src;
        });
      const dot = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";
      const images = [await image("https://example.com/x.png"), await image(dot)];
      return { refused: refused || !("broken" in window), request, images };
    });
    expect(outcome).toEqual({ refused: true, request: "refused", images: ["refused", "refused"] });
  });

  it("gets no permission, and reads no file outside its own folder", async () => {
    const { page, app } = running;
    expect(await page.evaluate(() => Notification.requestPermission())).toBe("denied");
    const states = await page.evaluate(async () => {
      const names = ["geolocation", "camera", "microphone", "clipboard-read", "notifications"] as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(new Set(states)).toEqual(new Set(["denied"]));
    // Electron itself resolves `..` and `%2e%2e`; an escaped slash reaches our own wall, and that file exists.
    const outside = [
      "app://mneme/..%2fmain%2findex.js",
      "app://mneme/..%2f..%2fpackage.json",
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
        await mneme.call({ toString: 1 }, {}),
      ];
    });
    for (const reply of replies)
      expect(reply).toMatchObject({ ok: false, say: expect.stringMatching(/Nothing was changed/) });
    expect(await place(page)).toBe("today");
  });
});

it("no name resolves to a host, and no spelling dictionary is fetched", async () => {
  const { app } = running;
  const [rules, languages, addresses] = await app.evaluate(async ({ app, session }) => [
    app.commandLine.getSwitchValue("host-resolver-rules"),
    session.defaultSession.getSpellCheckerLanguages(),
    await session.defaultSession.resolveHost("example.com").catch((error: Error) => error.message),
  ]);
  // Not even this machine is spared: only a development server would be, and there is none.
  expect(rules).toBe("MAP * ~NOTFOUND");
  expect(languages).toEqual([]);
  expect(addresses).toMatch(/ERR_NAME_NOT_RESOLVED/);
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
