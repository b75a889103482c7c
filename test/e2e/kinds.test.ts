// Typed, cloze and choice cards, from a deck of their own.
import { afterAll, beforeAll, expect, it } from "vitest";
import type { DeckView } from "../../main/contract/views.ts";
import { ask, place, question } from "./drive.ts";
import { type Launched, launch } from "./launch.ts";

const text = `---
title: Kinds
---

Q: In which year did the Berlin Wall fall?
Type: 1989 | nineteen eighty-nine
Id: kind-typed

Cloze: The capital of {{c1::Georgia::a state}} is {{c2::Tbilisi}}.
Id: kind-cloze

Q: Which of these is a sea?
Right: Caspian
Wrong: Sevan
Wrong: Van
Id: kind-choice
`;

let running: Launched;

beforeAll(async () => {
  running = await launch({ clock: "2026-11-23T19:00:00+01:00" });
  const { page } = running;
  await place(page);
  await ask(page, "importDeck", { name: "kinds.md", text });
  const decks = await ask<DeckView[]>(page, "decks");
  const kinds = decks.find((deck) => deck.path[0] === "Kinds");
  expect(kinds).toMatchObject({ cards: 4, fresh: expect.any(Number) });
  await page.reload();
  await place(page);
  await page.getByRole("button", { name: /^Kinds/ }).focus();
  await page.keyboard.press("Enter");
});

afterAll(() => running.close());

it("typed: forgives case and punctuation, shows the difference, proposes a grade", async () => {
  const { page } = running;
  await page.waitForSelector(".typed-field");
  expect(await question(page)).toBe("In which year did the Berlin Wall fall?");
  await page.keyboard.type("1988");
  await page.keyboard.press("Enter");
  await page.waitForSelector(".grades");
  expect(await page.locator(".verdict-words").innerText()).toMatch(/not/i);
  expect(await page.locator(".diff ins, .diff del").count()).toBeGreaterThan(0);
  expect(await page.locator(".grade.proposed .grade-name").innerText()).toBe("Again");
  await page.keyboard.press("4");
});

it("cloze: closes one gap with its hint, opens it in place", async () => {
  const { page } = running;
  await page.waitForFunction(() => document.querySelector(".question")?.textContent?.includes("The capital of"));
  expect(await page.locator(".question").innerText()).toContain("a state");
  expect(await page.locator(".question").innerText()).not.toContain("Georgia");
  await page.keyboard.press("Space");
  await page.waitForSelector(".grades");
  expect(await page.locator(".question").innerText()).toContain("Georgia");
  await page.keyboard.press("4");
});

it("choice: picks by key, marks right and wrong in words, proposes a grade", async () => {
  const { page } = running;
  await page.waitForSelector(".options");
  const texts = await page.locator(".option-text").allInnerTexts();
  expect([...texts].sort()).toEqual(["Caspian", "Sevan", "Van"]);
  const wrong = texts.findIndex((option) => option !== "Caspian");
  await page.keyboard.press("abc".charAt(wrong));
  await page.waitForSelector(".grades");
  expect(await page.locator(".option.wrong").innerText()).toMatch(/pick/i);
  expect(await page.locator(".option.right").innerText()).toMatch(/right/i);
  expect(await page.locator(".grade.proposed .grade-name").innerText()).toBe("Again");
  await page.keyboard.press("Space");
  await page.waitForFunction(() => !document.querySelector(".grades"));
});
