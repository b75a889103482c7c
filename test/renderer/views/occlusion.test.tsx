import { fireEvent, render, screen, waitFor } from "@testing-library/preact";
import { beforeEach, expect, test, vi } from "vitest";
import { AppContext } from "../../../renderer/views/context.ts";
import { OcclusionEditor } from "../../../renderer/views/occlusion/OcclusionEditor.tsx";
import { open } from "../open.tsx";

const stored = "{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.1:oi=1}}<br>";
let field: string;
const changed = vi.fn((value: string) => {
  field = value;
});

async function drawing(value: string, image: string | null = "map.png") {
  const { app } = await open("---\ntitle: A\n---\n\nQ: a\nA: b\n");
  field = value;
  render(
    <AppContext.Provider value={app}>
      <OcclusionEditor image={image} value={value} onChange={changed} />
    </AppContext.Provider>,
  );
}

/** The picture's size is known once it has loaded. */
async function canvas(): Promise<Element> {
  await waitFor(() => expect(document.querySelector("img")).not.toBeNull());
  fireEvent.load(document.querySelector("img") as HTMLImageElement);
  return screen.findByRole("application");
}

beforeEach(() => changed.mockClear());

test("without a picture it says what to do", async () => {
  await drawing("", null);
  expect(screen.getByText(/Add a picture first/)).toBeTruthy();
});

test("all by keyboard: shapes are made, chosen, moved, joined, removed, and taken back; the field follows", async () => {
  await drawing(stored);
  const picture = await canvas();
  const press = (key: string, more: object = {}) => fireEvent.keyDown(picture, { key, ...more });
  press("e");
  press("Enter");
  await waitFor(() => expect(field).toContain("{{c2::image-occlusion:ellipse:"));
  expect(screen.getByRole("button", { name: "Ellipse, card 2", pressed: true })).toBeTruthy();
  press("ArrowRight");
  press("ArrowDown", { shiftKey: true });
  await waitFor(() => expect(field).toContain("left=.41:top=.45:rx=.1:ry=.055"));
  press("a", { ctrlKey: true });
  press("g");
  await waitFor(() => expect(field.match(/\{\{c1::/g)).toHaveLength(2));
  press(",");
  press("Delete");
  await waitFor(() => expect(field).not.toContain("ellipse"));
  for (let i = 0; i < 5; i++) press("z", { ctrlKey: true });
  await waitFor(() => expect(field).toBe(stored));
});

test("keys that mean nothing here go on to the window", async () => {
  await drawing(stored);
  const picture = await canvas();
  expect(fireEvent.keyDown(picture, { key: "Escape" })).toBe(true);
  expect(fireEvent.keyDown(picture, { key: "Enter", ctrlKey: true })).toBe(true);
  expect(changed).not.toHaveBeenCalled();
});

test("what the field holds besides shapes stays, and a label is written in words", async () => {
  await drawing(`${stored}and {{c9::more}}`);
  const picture = await canvas();
  fireEvent.keyDown(picture, { key: "t" });
  fireEvent.keyDown(picture, { key: "Enter" });
  const label = await screen.findByLabelText("Text of the label");
  fireEvent.change(label, { target: { value: "a:b" } });
  await waitFor(() => expect(field).toContain(":text=a\\:b:"));
  expect(field).toMatch(/and \{\{c9::more\}\}$/);
});

test("hide only the one asked: no shape stays hidden on the other cards", async () => {
  await drawing(stored);
  await canvas();
  fireEvent.change(screen.getByLabelText("On a card"), { target: { value: "one" } });
  await waitFor(() => expect(field).toBe("{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.1}}<br>"));
});
