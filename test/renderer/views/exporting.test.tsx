import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fireEvent, waitFor } from "@testing-library/preact";
import { expect, it } from "vitest";
import { openWindow, press, soon } from "../open.tsx";

const rivers = "---\ntitle: Rivers\n---\n\nQ: Kura?\nA: Caspian\n\nQ: Rhine?\nA: North Sea\n";

async function exporting(browses = false) {
  const window = await openWindow(rivers, soon);
  const { container, app } = window;
  if (browses) {
    app.browse.query.value = "kura";
    await app.browse.find();
    await app.go("browse");
    await waitFor(() => expect(container.querySelector("main.browse")).not.toBeNull());
  }
  press("e", { ctrlKey: true });
  await waitFor(() => expect(container.querySelector("dialog")).not.toBeNull());
  const [what, format] = container.querySelectorAll("dialog select") as unknown as [
    HTMLSelectElement,
    HTMLSelectElement,
  ];
  const preview = () => container.querySelector(".export-preview")?.textContent ?? "";
  const ticks = () => [...container.querySelectorAll("dialog .tick-line")].map((each) => each.textContent);
  return { ...window, what, format, preview, ticks };
}

it("says what would go out, as what, and what that cannot hold", async () => {
  const { what, format, preview, ticks } = await exporting();
  expect([...what.options].map(({ text }) => text)).toEqual(["Everything", "Rivers"]);
  expect(format.value).toBe("apkg");
  expect(ticks()).toEqual(["Schedule and reviews", "Presets", "Images and sounds", "Readable by Anki before 2.1.50"]);
  fireEvent.change(format, { target: { value: "markdown" } });
  await waitFor(() => expect(ticks()).toEqual(["Presets"]));
  await waitFor(() => expect(preview()).toContain("2 notes and 2 cards."));
});

it("begins with what Browse has found", async () => {
  const { what, format, preview } = await exporting(true);
  fireEvent.change(format, { target: { value: "markdown" } });
  expect(what.selectedOptions[0]?.text).toBe("What Browse finds: kura");
  await waitFor(() => expect(preview()).toContain("1 note and 1 card."));
});

it("writes a file, and says where it is and what it lacks", async () => {
  const { format, preview, container, folder } = await exporting();
  fireEvent.change(format, { target: { value: "markdown" } });
  await waitFor(() => expect(preview()).toContain("2 notes"));
  press("Enter", { ctrlKey: true });
  await waitFor(() =>
    expect(container.querySelector("dialog .report-headline")?.textContent).toBe("2 notes exported."),
  );
  expect(container.querySelector("dialog .path")?.textContent).toBe(join(folder, "exported"));
  expect(await readFile(join(folder, "exported"), "utf8")).toContain("Q: Kura?");
  expect((document.activeElement as HTMLElement).textContent).toBe("Close");
});

it("of a whole collection takes everything along", async () => {
  const { what, format, app } = await exporting();
  fireEvent.change(what, { target: { value: what.options[1]?.value } });
  fireEvent.change(format, { target: { value: "colpkg" } });
  await waitFor(() => expect(what.value).toBe("all"));
  const { dialog } = app;
  expect(dialog.value?.kind === "export" && dialog.value.exporting.spec.value).toMatchObject({
    what: { of: "all" },
    schedule: true,
    presets: true,
  });
});
