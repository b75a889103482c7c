import { cleanup, render, waitFor } from "@testing-library/preact";
import { useState } from "preact/hooks";
import { afterEach, expect, it } from "vitest";
import { Picker } from "../../../renderer/ui/Picker.tsx";
import { Suggested } from "../../../renderer/ui/Suggested.tsx";
import { press } from "../open.tsx";

afterEach(cleanup);

const decks = ["Karabakh", "Karabakh › Russia", "Énergie"].map((text, index) => ({ id: String(index), text }));

function Decks({ picked }: { picked: string[] }) {
  const [deck, setDeck] = useState("0");
  return (
    <Picker
      label="Deck"
      options={decks}
      value={deck}
      onPick={(id) => {
        picked.push(id);
        setDeck(id);
      }}
    />
  );
}

function Tags({ known }: { known: string[] }) {
  const [tags, setTags] = useState("");
  return <Suggested several wiring={{ id: "tags" }} label="Tags" value={tags} known={known} onChange={setTags} />;
}

function opened(view: preact.ComponentChild) {
  const { container } = render(<div>{view}</div>);
  const input = container.querySelector("input") as HTMLInputElement;
  input.focus();
  return {
    input,
    options: () => [...container.querySelectorAll("[role=option]")].map(({ textContent }) => textContent),
    active: () => document.getElementById(input.getAttribute("aria-activedescendant") ?? "")?.textContent ?? null,
    type(text: string) {
      input.value = text;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },
  };
}

it("finds one of many by a part of its name, without case and accents", async () => {
  const picked: string[] = [];
  const { type, options, active, input } = opened(<Decks picked={picked} />);
  expect(input.value).toBe("Karabakh");
  type("ener");
  await waitFor(() => expect(options()).toEqual(["Énergie"]));
  expect(active()).toBe("Énergie");
  expect(press("Enter")).toBe(true);
  await waitFor(() => expect(input.value).toBe("Énergie"));
  expect(picked).toEqual(["2"]);
});

it("opens with an arrow, goes round, and closes with Escape and nothing picked", async () => {
  const picked: string[] = [];
  const { options, active } = opened(<Decks picked={picked} />);
  press("ArrowDown");
  await waitFor(() => expect(options()).toHaveLength(3));
  press("ArrowUp");
  await waitFor(() => expect(active()).toBe("Énergie"));
  expect(press("Escape")).toBe(true);
  await waitFor(() => expect(options()).toEqual([]));
  expect(press("Escape")).toBe(false); // the dialog's
  expect(picked).toEqual([]);
});

it("completes the tag that is typed, and offers none that is there", async () => {
  const { type, options, input, active } = opened(
    <Tags known={["history", "history::war", "prehistory", "chemistry"]} />,
  );
  type("history hist");
  await waitFor(() => expect(options()).toEqual(["history::war", "prehistory"]));
  expect(active()).toBeNull();
  expect(press("Enter")).toBe(false); // nothing is picked: the form's
  press("ArrowDown");
  await waitFor(() => expect(active()).toBe("history::war"));
  press("Enter");
  await waitFor(() => expect(input.value).toBe("history history::war "));
});
