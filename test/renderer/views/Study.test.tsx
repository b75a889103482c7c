import { waitFor } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import { kinds, openWindow, press } from "../open.tsx";

const deck = (note: string) => `---\ntitle: One\n---\n\n${note}\n`;
const basic = deck("Q: What is the capital of Georgia?\nA: Tbilisi\nWhy: On the Kura.\n\nQ: Second?\nA: Yes");

async function study(text?: string) {
  const window = await openWindow(text);
  press("Enter");
  await waitFor(() => expect(window.container.querySelector(".study-foot button")).not.toBeNull());
  return window;
}

const words = (container: Element, selector: string) => container.querySelector(selector)?.textContent ?? null;

describe("a basic card, by keyboard alone", () => {
  it("goes from Today to the question, the answer and the next card", async () => {
    const { container, app } = await study(basic);
    const first = words(container, ".question");
    expect(words(container, ".why")).toContain("New");
    expect(container.querySelector(".answer")).toBeNull();
    expect(document.activeElement?.textContent).toContain("Show answer");

    expect(press(" ")).toBe(true);
    await waitFor(() => expect(container.querySelector(".answer")).not.toBeNull());
    expect(words(container, ".question")).toBe(first);
    expect(document.activeElement?.classList.contains("proposed")).toBe(true);
    expect(words(container, ".grade.proposed .grade-name")).toBe("Good");
    expect([...container.querySelectorAll(".grade-wait")].map((wait) => wait.textContent)).toEqual(
      app.session.value?.card.value?.previews.map(() => expect.stringMatching(/^\d/)),
    );

    press("4");
    await waitFor(() => expect(words(container, ".question")).not.toBe(first));
    expect(container.querySelector(".answer")).toBeNull();
  });

  it("does not grade while a key is held down", async () => {
    const { container, app } = await study(basic);
    press(" ");
    await waitFor(() => expect(container.querySelector(".grades")).not.toBeNull());
    press(" ", { repeat: true });
    press("3", { repeat: true });
    await app.session.value?.settle();
    expect(app.session.value?.answered.value).toBe(0);
  });

  it("says what each button does while it has the focus", async () => {
    const { container } = await study(basic);
    press(" ");
    await waitFor(() => expect(words(container, ".why")).toContain("You knew it"));
    container.querySelector<HTMLElement>(".grade.again")?.focus();
    await waitFor(() => expect(words(container, ".why")).toContain("You did not know it"));
  });

  it("wakes up days later with the same card, and an answer to it counts", async () => {
    const { container, app, pass } = await study(basic);
    const asked = words(container, ".question");
    press(" ");
    await waitFor(() => expect(container.querySelector(".grades")).not.toBeNull());
    pass(3 * 86_400_000);
    window.dispatchEvent(new Event("focus"));
    await app.session.value?.settle();
    expect([words(container, ".question"), container.querySelector(".grades") !== null]).toEqual([asked, true]);
    press("3");
    await app.session.value?.settle();
    expect(app.session.value?.answered.value).toBe(1);
    expect(app.session.value?.trouble.value).toBeNull();
  });

  it("says with each grade what it does", async () => {
    const { container } = await study(basic);
    press(" ");
    await waitFor(() => expect(container.querySelector(".grades")).not.toBeNull());
    const told = [...container.querySelectorAll(".grade")].map((grade) => grade.getAttribute("aria-description"));
    expect(told).toEqual([
      expect.stringMatching(/^You did not know it: it comes back/),
      expect.stringMatching(/^You knew it, with effort: it comes back/),
      expect.stringMatching(/^You knew it: it comes back/),
      expect.stringMatching(/^You knew it at once: it comes back/),
    ]);
  });

  it("sets a long text smaller", async () => {
    const { container } = await study(deck(`Q: ${"word ".repeat(60)}?\nA: Yes`));
    expect(container.querySelector(".question.long")).not.toBeNull();
    press(" ");
    await waitFor(() => expect(container.querySelector(".answer")).not.toBeNull());
    expect(container.querySelector(".answer.long")).toBeNull();
  });

  it("announces the question, then the answer, and what was taken back", async () => {
    const { container, app } = await study(deck("Q: Capital of Georgia?\nA: Tbilisi"));
    await waitFor(() => expect(app.notices.announced.value).toBe("Question: Capital of Georgia?"));
    press(" ");
    await waitFor(() => expect(app.notices.announced.value).toBe("Answer: Tbilisi"));
    press("4");
    await waitFor(() => expect(words(container, "h1")).toBe("Done for today."));
    press("u");
    await waitFor(() => expect(words(container, "[role=status]")).toContain("Taken back: your answer"));
    await waitFor(() => expect(words(container, ".question")).toBe("Capital of Georgia?"));
  });

  it("leaves with Escape only when the answer is kept", async () => {
    const { container, ask } = await study(basic);
    press(" ");
    await waitFor(() => expect(container.querySelector(".grades")).not.toBeNull());
    press("3");
    press("Escape");
    await waitFor(() => expect(container.querySelector("main[aria-label=Today]")).not.toBeNull());
    expect((await ask("today", {})).past.at(-1)).toBe(1);
  });

  it("buries a card", async () => {
    const { container, app } = await study(basic);
    const first = words(container, ".question");
    press("-");
    await waitFor(() => expect(words(container, ".question")).not.toBe(first));
    await waitFor(() => expect(app.notices.shown.value?.text ?? "").toContain("buried"));
  });
});

describe("a typed card", () => {
  const typed = deck("Q: Which year?\nType: nineteen eighty-nine");
  it("has the focus in its field, where letters are letters", async () => {
    const { container } = await study(typed);
    expect(document.activeElement).toBe(container.querySelector(".typed-field"));
    for (const key of ["u", "e", "i", "1", " ", "?"]) expect(press(key), key).toBe(false);
    expect(press("z", { ctrlKey: true })).toBe(true); // the field is empty: undo is the app's
  });

  it.each([
    ["Nineteen eighty nine", "Right.", "Good"],
    ["1066", "Not this time.", "Again"],
  ])("checks “%s”", async (text, verdict, grade) => {
    const { container } = await study(typed);
    const field = container.querySelector<HTMLInputElement>(".typed-field");
    if (!field) throw new Error("no field");
    field.value = text;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    press("Enter");
    await waitFor(() => expect(words(container, ".verdict-words")).toBe(verdict));
    expect(words(container, ".grade.proposed .grade-name")).toBe(grade);
    expect(words(container, ".answer")).toBe("nineteen eighty-nine");
  });

  it("only shows the answer when nothing was typed", async () => {
    const { container } = await study(typed);
    press("Enter");
    await waitFor(() => expect(container.querySelector(".answer")).not.toBeNull());
    expect(container.querySelector(".verdict")).toBeNull();
  });
});

describe("a choice", () => {
  const choice = deck("Q: Which is a sea?\nRight: Caspian\nWrong: Sevan\nWrong: Van");
  it.each([true, false])("picked right (%s) says so in words and proposes a grade", async (right) => {
    const { container, app } = await study(choice);
    const face = app.session.value?.card.value?.face;
    const index = face?.type === "choice" ? face.options.findIndex((option) => option.right === right) : -1;
    press(right ? String(index + 1) : "abc".charAt(index));
    await waitFor(() => expect(container.querySelector(".grades")).not.toBeNull());
    const option = container.querySelectorAll(".option")[index];
    expect(option?.textContent).toContain(right ? "your pick, and right" : "your pick");
    expect(words(container, ".option.right")).toContain("Caspian");
    expect(words(container, ".grade.proposed .grade-name")).toBe(right ? "Good" : "Again");
  });

  it.each([true, false])("is said aloud: its options, then what came of the pick (right: %s)", async (right) => {
    const { container, app } = await study(choice);
    const said = () => app.notices.announced.value;
    const texts = [...container.querySelectorAll(".option-text")].map((option) => option.textContent);
    const options = texts.map((text, index) => `${"ABC".charAt(index)}: ${text}`);
    await waitFor(() => expect(said()).toBe(`Question: Which is a sea? ${options.join(", ")}.`));
    const index = texts.findIndex((text) => (text === "Caspian") === right);
    expect(container.querySelectorAll(".option")[index]?.textContent).toBe(`${"ABC".charAt(index)}${texts[index]}`);
    press(String(index + 1));
    const outcome = right ? "Right." : `Not this time. You picked ${options[index]}.`;
    await waitFor(() => expect(said()).toBe(`${outcome} Answer: Caspian`));
  });

  it("gives a letter only to options that a key picks", async () => {
    const wrong = ["one", "two", "three", "four", "five"].map((each) => `Wrong: ${each}`).join("\n");
    const { container, app } = await study(deck(`Q: Which?\nRight: six\n${wrong}`));
    const options = [...container.querySelectorAll<HTMLElement>(".option")];
    const shortcuts = options.map((option) => option.getAttribute("aria-keyshortcuts"));
    expect(shortcuts).toEqual(["A 1", "B 2", "C 3", "D 4", null, null]);
    expect(options.map((option) => option.querySelector(".kbd")?.textContent)).toEqual([
      ...["A", "B", "C", "D"],
      ...[undefined, undefined],
    ]);
    options[5]?.click();
    await waitFor(() => expect(app.session.value?.turn.value.picked).toBe(5));
  });
});

describe("the end", () => {
  const one = deck("Q: One?\nA: 1");
  async function end(learnAhead: number) {
    const window = await openWindow(one);
    await window.ask("saveSettings", { learnAhead });
    press("Enter");
    await waitFor(() => expect(window.container.querySelector(".question")).not.toBeNull());
    press(" ");
    await waitFor(() => expect(window.container.querySelector(".grades")).not.toBeNull());
    press(learnAhead === 0 ? "3" : "4");
    await waitFor(() => expect(window.container.querySelector("main[aria-label=Done] h1")).not.toBeNull());
    return window;
  }

  it("counts down to a card that comes back today", async () => {
    const { container, app, pass } = await end(0);
    expect(words(container, "h1")).toBe("Done for the moment.");
    expect(words(container, ".sub")).toBe("The next card comes back in 10 min.");
    pass(4 * 60_000);
    await app.session.value?.advance();
    await waitFor(() => expect(words(container, ".sub")).toBe("The next card comes back in 6 min."));
  });

  it("is not skipped by one Space too many", async () => {
    const { container, app } = await end(20);
    expect(document.activeElement).toBe(container.querySelector("h1"));
    press(" ");
    await app.session.value?.settle();
    expect(app.screen.value).toBe("study");
    press("Enter");
    await waitFor(() => expect(app.screen.value).toBe("today"));
  });

  it("stays on the screen while it is read again", async () => {
    const { container, app } = await end(20);
    const headline = container.querySelector("h1");
    await app.session.value?.read();
    await waitFor(() => expect(app.session.value?.summary.value).not.toBeNull());
    expect(container.querySelector("h1")).toBe(headline);
  });

  it("is read again when a new day begins while it is open", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    try {
      const { container, app, pass } = await end(20);
      const before = app.session.value?.summary.value?.tomorrow.at ?? 0;
      pass(11 * 3_600_000); // 06:00
      vi.advanceTimersByTime(5_000);
      vi.useRealTimers();
      await waitFor(() => expect(app.session.value?.summary.value?.tomorrow.at).toBe(before + 24 * 3_600_000));
      expect(words(container, "main[aria-label=Done] h1")).not.toBeNull();
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a cloze", () => {
  it("opens its gap in place", async () => {
    const { container } = await study(deck("Cloze: The capital of Armenia is {{c1::Yerevan::a city}}."));
    const shown = () => container.querySelector(".overlay > :not([hidden])")?.textContent;
    expect(shown()).toBe("The capital of Armenia is blank a city.");
    press(" ");
    await waitFor(() => expect(shown()).toBe("The capital of Armenia is Yerevan."));
  });
});

it("goes through every kind of card to the end", async () => {
  const { container, ask } = await study(kinds);
  for (let i = 0; i < 4; i++) {
    await waitFor(() => expect(container.querySelector(".question")).not.toBeNull());
    press(container.querySelector(".typed-field") ? "Enter" : " ");
    await waitFor(() => expect(container.querySelector(".grades")).not.toBeNull());
    press("4");
    await waitFor(() => expect(container.querySelector(".grades")).toBeNull());
  }
  await waitFor(() => expect(words(container, "h1")).toBe("Done for today."));
  expect(words(container, ".figures")).toContain("4");
  expect((await ask("today", {})).past.at(-1)).toBe(4);
  press("Enter");
  await waitFor(() => expect(words(container, "h1")).toMatch(/Nothing is due/));
});
