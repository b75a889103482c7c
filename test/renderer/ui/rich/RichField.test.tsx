import { signal } from "@preact/signals";
import { cleanup, render, waitFor } from "@testing-library/preact";
import { afterEach, expect, it } from "vitest";
import type { RichDoc } from "../../../../main/contract/rich.ts";
import type { Editor } from "../../../../renderer/ui/rich/editor.ts";
import { type Desk, RichField } from "../../../../renderer/ui/rich/RichField.tsx";
import { Toolbar } from "../../../../renderer/ui/rich/Toolbar.tsx";
import type { Written } from "../../../../renderer/ui/rich/written.ts";
import { press } from "../../open.tsx";
import { paragraph } from "./editing.ts";

afterEach(cleanup);

function written(first: RichDoc | null, format: Written["format"] = "html"): Written & { docs: RichDoc[] } {
  const isSource = signal(false);
  const text = signal("the source");
  const docs: RichDoc[] = [];
  return {
    ...{
      id: "Front",
      label: "Front",
      help: "A question.",
      format,
      rtl: false,
      font: "",
      size: 0,
      first,
      text,
      isSource,
      docs,
    },
    editor: signal<Editor | null>(null),
    latest: () => null,
    edited: (doc) => docs.push(doc),
    wrote: (typed) => {
      text.value = typed;
    },
    turn: async () => {
      isSource.value = !isSource.value;
    },
  };
}

function opened(field: ReturnType<typeof written>, desk: Partial<Desk> = {}) {
  const active = signal<Written | null>(null);
  const all: Desk = {
    active,
    gapsElsewhere: () => 0,
    address: (name) => name,
    clean: async () => null,
    attach: async () => null,
    ...desk,
  };
  const { container } = render(
    <div>
      <p id="why">It is empty.</p>
      <Toolbar field={field} label={(key) => key} />
      <RichField field={field} desk={all} first={true} refusal="why" />
    </div>,
  );
  const box = container.querySelector<HTMLElement>("[role=textbox]");
  const tool = (id: string) => container.querySelector<HTMLElement>(`[data-tool=${id}]`);
  const view = () => {
    if (!field.editor.value) throw new Error("no editor");
    return field.editor.value.view;
  };
  return { container, box, tool, view, active };
}

const pasted = (html: string, text: string) => {
  const data = new DataTransfer();
  if (html) data.setData("text/html", html);
  data.setData("text/plain", text);
  const event = new Event("paste", { bubbles: true, cancelable: true });
  return Object.assign(event, { clipboardData: data });
};

it("is a text box with its label, its help and what is said against it", () => {
  const { box } = opened(written(paragraph("")));
  const about = (name: string) =>
    (box?.getAttribute(name) ?? "").split(" ").map((id) => document.getElementById(id)?.textContent);
  expect(about("aria-labelledby")).toEqual(["Front"]);
  expect(about("aria-describedby")).toEqual(["A question.", "It is empty."]);
  expect(box?.getAttribute("aria-multiline")).toBe("true");
  expect(box?.getAttribute("aria-invalid")).toBe("true");
});

it("has tools that take one stop of Tab, move by arrows and give the focus back", async () => {
  const field = written(paragraph("word"));
  const { container, tool, view, box } = opened(field);
  const stops = () =>
    [...container.querySelectorAll<HTMLElement>("[data-tool]")].filter(({ tabIndex }) => tabIndex === 0);
  expect(stops()).toHaveLength(1);
  stops()[0]?.focus();
  press("ArrowRight");
  await waitFor(() => expect(stops()[0]).toBe(tool("emphasis")));
  expect(document.activeElement).toBe(tool("emphasis"));
  view().dispatch(view().state.tr.setSelection(view().state.selection));
  view().focus();
  press("b", { ctrlKey: true });
  await waitFor(() => expect(tool("strong")?.getAttribute("aria-pressed")).toBe("true"));
  tool("strong")?.focus();
  tool("strong")?.click();
  await waitFor(() => expect(tool("strong")?.getAttribute("aria-pressed")).toBe("false"));
  expect(document.activeElement).toBe(box);
});

it("offers a Markdown field no underline", () => {
  const { tool } = opened(written(paragraph(""), "markdown"));
  expect(tool("underline")).toBeNull();
  expect(tool("strong")).not.toBeNull();
});

it("turns to the source by its key, and keeps what was typed there", async () => {
  const field = written(paragraph("word"));
  const { container, view } = opened(field);
  view().focus();
  press("X", { ctrlKey: true, shiftKey: true, code: "KeyX", keyCode: 88 });
  await waitFor(() =>
    expect(container.querySelector<HTMLTextAreaElement>("textarea.source")?.value).toBe("the source"),
  );
  expect(document.activeElement).toBe(container.querySelector("textarea.source"));
  expect(press("X", { ctrlKey: true, shiftKey: true, code: "KeyX" })).toBe(true);
  await waitFor(() => expect(container.querySelector("textarea.source")).toBeNull());
  expect(document.activeElement?.getAttribute("role")).toBe("textbox");
});

it("shows number and hint of the gap at the caret, and takes both", async () => {
  const field = written({
    type: "doc",
    content: [
      {
        type: "paragraph",
        attrs: { spaced: false },
        content: [{ type: "text", text: "gap", marks: [{ type: "cloze", attrs: { number: 1, hint: "", part: 0 } }] }],
      },
    ],
  });
  const { container, view } = opened(field);
  view().focus();
  press("ArrowRight");
  view().dispatch(view().state.tr.insertText("!", 3));
  await waitFor(() => expect(container.querySelectorAll(".details input")).toHaveLength(2));
  const [number, hint] = container.querySelectorAll<HTMLInputElement>(".details input");
  const write = (input: HTMLInputElement | undefined, value: string) => {
    if (!input) throw new Error("no input");
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  write(number, "3");
  await waitFor(() => expect(JSON.stringify(field.docs.at(-1))).toContain('"number":3'));
  write(hint, "a city");
  await waitFor(() => expect(JSON.stringify(field.docs.at(-1))).toContain('"hint":"a city"'));
  hint?.focus();
  expect(press("Enter")).toBe(true);
  expect(document.activeElement?.getAttribute("role")).toBe("textbox");
});

it("takes foreign HTML as the tree that came of it, where the caret was, whatever is typed meanwhile", async () => {
  const field = written(paragraph("ab"));
  let answer: (doc: RichDoc) => void = () => undefined;
  const asked: string[] = [];
  const { box, view } = opened(field, {
    clean: (html) => {
      asked.push(html);
      return new Promise((done) => {
        answer = done;
      });
    },
  });
  view().focus();
  view().dispatch(view().state.tr.insertText("|", 2));
  const event = pasted("<script>x</script><b>bold</b>", "bold");
  box?.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
  view().dispatch(view().state.tr.insertText(">>", 1));
  answer({
    type: "doc",
    content: [
      {
        type: "paragraph",
        attrs: { spaced: false },
        content: [{ type: "text", text: "bold", marks: [{ type: "strong" }] }],
      },
    ],
  });
  await waitFor(() => expect(view().state.doc.toString()).toBe('doc(paragraph(">>", strong("bold"), "a|b"))'));
  expect(asked).toEqual(["<script>x</script><b>bold</b>"]);
});

it("takes plain text line by line, and as text where the HTML cannot be read", async () => {
  const field = written(paragraph(""));
  const { box, view } = opened(field);
  box?.dispatchEvent(pasted("", "one\n<b>two</b>"));
  expect(view().state.doc.toString()).toBe('doc(paragraph("one"), paragraph("<b>two</b>"))');
  box?.dispatchEvent(pasted("<i>x</i>", "plain"));
  await waitFor(() => expect(view().state.doc.toString()).toContain("plain"));
});

it("what claims to be a copy of ours and is none is not taken", async () => {
  const { box, view } = opened(written(paragraph("")));
  const event = pasted("", "text");
  event.clipboardData.setData("application/x-mneme-rich", '{"content":[{"type":"script"}]}');
  box?.dispatchEvent(event);
  expect(view().state.doc.toString()).toBe('doc(paragraph("text"))');
});

it("copies without loss, and for others as Anki writes it", () => {
  const gap = { type: "cloze" as const, attrs: { number: 2, hint: "city", part: 0 as const } };
  const field = written({
    type: "doc",
    content: [
      {
        type: "paragraph",
        attrs: { spaced: false },
        content: [
          { type: "text", text: "Yerevan", marks: [gap] },
          { type: "math", attrs: { tex: "x^2", display: false } },
        ],
      },
    ],
  });
  const { box, view } = opened(field);
  view().focus();
  press("a", { ctrlKey: true });
  const event = Object.assign(new Event("copy", { bubbles: true, cancelable: true }), {
    clipboardData: new DataTransfer(),
  });
  box?.dispatchEvent(event);
  expect(event.clipboardData.getData("text/html")).toContain("{{c2::<span>Yerevan</span>::city}}");
  expect(event.clipboardData.getData("text/plain")).toContain("\\(x^2\\)");
  const other = opened(written(paragraph("")));
  const back = Object.assign(new Event("paste", { bubbles: true, cancelable: true }), {
    clipboardData: event.clipboardData,
  });
  other.box?.dispatchEvent(back);
  expect(other.view().state.doc.toJSON()).toEqual(view().state.doc.toJSON());
});

it("a field of plain text is a plain field", () => {
  const { container } = opened(written(null));
  expect(container.querySelector("[role=textbox]")).toBeNull();
  expect(container.querySelector("textarea")?.value).toBe("the source");
});
