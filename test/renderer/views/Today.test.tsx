import { waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";
import { kinds, openWindow, press } from "../open.tsx";

it("says what is due, and offers to study with one key", async () => {
  const { container } = await openWindow(kinds);
  expect(container.querySelector("h1")?.textContent).toMatch(/^Good \w+\. Four cards, /);
  expect(document.activeElement?.getAttribute("data-command")).toBe("study");
  expect(container.querySelector(".deck-study")?.textContent).toContain("4 new");
});

it("asks for a deck where there is none", async () => {
  const { container } = await openWindow("");
  expect(container.querySelector("h1")?.textContent).toContain("There is no deck yet.");
  expect(document.activeElement?.getAttribute("data-command")).toBe("import");
});

it("begins with its headline where no button offers itself", async () => {
  const { container, app } = await openWindow("---\ntitle: One\n---\n\nQ: One?\nA: 1\n");
  press("Enter");
  await waitFor(() => expect(container.querySelector(".question")).not.toBeNull());
  press("-");
  await waitFor(() => expect(container.querySelector("main[aria-label=Done]")).not.toBeNull());
  await app.go("today");
  await waitFor(() => expect(container.querySelector("main[aria-label=Today]")).not.toBeNull());
  expect(document.activeElement).toBe(container.querySelector("h1"));
});

it("is read again when a new day begins while it is open", async () => {
  const { app, pass } = await openWindow(kinds);
  const before = app.today.view.value;
  pass(9 * 3_600_000 - 60_000); // 03:59
  await app.today.advance();
  expect(app.today.view.value).toBe(before);
  pass(60_000);
  await app.today.advance();
  expect(app.today.view.value?.until).toBe((before?.until ?? 0) + 24 * 3_600_000);
});

it("keeps the button that takes a notice away out of what is read aloud", async () => {
  const { container, app } = await openWindow(kinds);
  for (const kind of ["status", "alert"] as const) {
    app.notices[kind]("A sentence.");
    await waitFor(() => expect(container.querySelector(`.notice [role=${kind}]`)?.textContent).toBe("A sentence."));
    const button = [...container.querySelectorAll("button")].find((each) => each.textContent === "Dismiss");
    expect(button?.closest("[role=status], [role=alert]")).toBeNull();
    button?.click();
    await waitFor(() => expect(container.querySelector(".notice")).toBeNull());
  }
});

it("tells its pictures in tables", async () => {
  const { container } = await openWindow(kinds);
  const tables = [...container.querySelectorAll(".charts table")];
  expect(tables.map((table) => table.querySelectorAll("tbody tr").length)).toEqual([14, 14]);
  expect(tables.map((table) => table.querySelector("caption")?.textContent)).toEqual([
    "Next two weeks, in minutes",
    "Last two weeks",
  ]);
});

it("unfolds inner decks, and remembers it while open", async () => {
  const { container, app } = await openWindow();
  const rows = () => container.querySelectorAll(".deck").length;
  const before = rows();
  container.querySelector<HTMLElement>(".fold")?.click();
  await waitFor(() => expect(rows()).toBeGreaterThan(before));
  await app.go("settings");
  await app.go("today");
  await waitFor(() => expect(rows()).toBeGreaterThan(before));
});

it("studies one deck from its row", async () => {
  const { container, app } = await openWindow();
  const row = container.querySelector<HTMLElement>(".deck-study");
  const name = row?.querySelector(".deck-name")?.textContent;
  row?.click();
  await waitFor(() => expect(app.session.value?.card.value?.deck[0]).toBe(name));
});

it("takes back from Today what was done before", async () => {
  const { container, app } = await openWindow(kinds);
  press("z", { ctrlKey: true });
  await waitFor(() =>
    expect(container.querySelector("[role=status]")?.textContent).toContain("Taken back: the import"),
  );
  await waitFor(() => expect(app.today.view.value?.decks).toEqual([]));
});

it("says so when the main process cannot be reached", async () => {
  const { container, app, cut } = await openWindow(kinds);
  cut(true);
  press("Enter");
  await waitFor(() => expect(container.querySelector("[role=alert]")?.textContent).toContain("lost touch"));
  expect(app.screen.value).toBe("today");
});
