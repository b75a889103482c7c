// What a person does with the keyboard, for the tests in a window.
import type { Page } from "playwright-core";
import type { Grade } from "../../main/contract/shapes.ts";
import type { CardView } from "../../main/contract/views.ts";

/** Where the app is: waits until it is somewhere. */
export async function place(page: Page): Promise<"today" | "question" | "answer" | "done"> {
  const found = await page.waitForSelector(
    ".study .study-foot button, main.page[aria-label='Today'] h1, main.page[aria-label='Done'] h1",
  );
  return found.evaluate((element) => {
    if (element.closest(".study-foot")) return document.querySelector(".grades") ? "answer" : "question";
    return element.closest("main")?.getAttribute("aria-label") === "Done" ? "done" : "today";
  });
}

/** From Today into a session, with one key. */
export async function begin(page: Page): Promise<void> {
  await page.waitForSelector("main.page[aria-label='Today'] h1");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".study .study-foot button");
}

/** What stands on the card. */
export const question = (page: Page): Promise<string> => page.locator(".question").first().innerText();

/** Shows the answer of the card on screen, without knowing it. */
export async function show(page: Page): Promise<void> {
  const typed = await page.locator(".typed-field").count();
  await page.keyboard.press(typed ? "Enter" : "Space");
  await page.waitForSelector(".grades");
}

/** Shows the answer and grades it; waits for the next card or the end. */
export async function study(page: Page, grade: Grade): Promise<void> {
  await show(page);
  await page.keyboard.press(String(grade));
  await page.waitForFunction(() => !document.querySelector(".grades"));
}

/** Drops files on the window: those that lie at these places. */
export async function dropFiles(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement("input"), { type: "file", id: "to-drop", multiple: true });
    document.body.append(input);
  });
  await page.setInputFiles("#to-drop", [...paths]); // only such files have a place on the disk
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>("#to-drop");
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    input?.remove();
    window.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
}

/** Asks the app by the window's own bridge, as the renderer does. */
export function ask<T>(page: Page, name: string, input: unknown = {}): Promise<T> {
  return page.evaluate(
    async ([name, input]) => {
      const { mneme } = window as unknown as { mneme: { call(name: unknown, input: unknown): Promise<never> } };
      const reply: { ok: boolean; say: string; value: unknown } = await mneme.call(name, input);
      if (!reply.ok) throw new Error(reply.say);
      return reply.value;
    },
    [name, input],
  ) as Promise<T>;
}

/** The card on show and the next, as the main process sees them. */
export const ahead = async (page: Page): Promise<CardView[]> =>
  (await ask<{ ahead: CardView[] }>(page, "study", { deck: null })).ahead;
