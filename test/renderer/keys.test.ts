import { describe, expect, it } from "vitest";
import { keyLabel, keyNames } from "../../renderer/keys.ts";

const press = (key: string, code = "", held: Partial<Record<"ctrl" | "meta" | "alt" | "shift", true>> = {}) => ({
  ...{ key, code },
  ...{ ctrlKey: !!held.ctrl, metaKey: !!held.meta, altKey: !!held.alt, shiftKey: !!held.shift },
});

describe("the names of a key press", () => {
  it.each([
    [press(" ", "Space"), ["Space"]],
    [press("u", "KeyU"), ["U"]],
    [press("3", "Numpad3"), ["3"]],
    [press("z", "KeyZ", { ctrl: true }), ["Mod+Z"]],
    [press("Z", "KeyZ", { ctrl: true, shift: true }), ["Mod+Shift+Z"]],
    [press("?", "Slash", { shift: true }), ["?"]],
    [press("г", "KeyU"), ["Г", "U"]], // Russian layout
    [press("я", "KeyZ", { ctrl: true }), ["Mod+Я", "Mod+Z"]],
    [press("Я", "KeyZ", { ctrl: true, shift: true }), ["Mod+Shift+Я", "Mod+Shift+Z"]],
    [press("&", "Digit1"), ["&", "1"]], // French layout
    [press("1", "Digit1", { shift: true }), ["1"]],
    [press("w", "KeyZ", { ctrl: true }), ["Mod+W"]],
    [press("!", "Digit1", { shift: true }), ["!"]], // American layout
    [press("@", "Digit2", { shift: true }), ["@"]],
    [press("g", "KeyU"), ["G"]], // Dvorak layout
    [press("'", "KeyQ"), ["'"]],
    [press("End", "Numpad1"), ["End"]], // numeric pad without NumLock
    [press("Insert", "Numpad0"), ["Insert"]],
    [press("u", "KeyU", { alt: true }), []],
    [press("t", "KeyT", { ctrl: true, alt: true }), ["Mod+Alt+T"]],
    [press("A", "KeyA", { ctrl: true, alt: true, shift: true }), ["Mod+Alt+Shift+A"]],
    [{ ...press("@", "KeyQ", { ctrl: true, alt: true }), getModifierState: () => true }, []], // AltGr on Windows
    [press("Delete", "Delete", { ctrl: true }), ["Mod+Delete"]],
    [press("u", "KeyU", { meta: true }), []],
  ])("%j", (pressed, names) => expect(keyNames(pressed, false)).toEqual(names));

  it("takes Cmd for Ctrl on a Mac", () => {
    expect(keyNames(press("z", "KeyZ", { meta: true }), true)).toEqual(["Mod+Z"]);
    expect(keyNames(press("z", "KeyZ", { ctrl: true }), true)).toEqual([]);
    expect(keyNames(press("†", "KeyT", { meta: true, alt: true }), true)).toEqual(["Mod+Alt+T"]);
  });
});

it("prints keys as the keyboard does", () => {
  expect(keyLabel("Mod+Shift+Z", false)).toBe("Ctrl+Shift+Z");
  expect(keyLabel("Mod+Shift+Z", true)).toBe("⇧⌘Z");
  expect(keyLabel("Mod+Alt+T", true)).toBe("⌥⌘T");
  expect(keyLabel("Escape", false)).toBe("Esc");
});
