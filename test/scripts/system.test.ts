import { expect, test } from "vitest";
import { forRoot, notFound, packagesFor } from "../../.scripts/system.mjs";

const ldd = `	linux-vdso.so.1 (0x00007ffc4a1f2000)
	libffmpeg.so => /somewhere/libffmpeg.so (0x00007f2b1c000000)
	libnss3.so => not found
	libsmime3.so => not found
	libgtk-3.so.0 => not found
	libasound.so.2 => not found
	libgbm.so.1 => not found
	libcups.so.2 => not found
	libc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f2b1b000000)
`;

test("only what ldd did not find is missing", () => {
  const libraries = ["libnss3.so", "libsmime3.so", "libgtk-3.so.0", "libasound.so.2", "libgbm.so.1", "libcups.so.2"];
  expect(notFound(ldd)).toEqual(libraries);
  expect(notFound("")).toEqual([]);
});

test("a package is named once, as this release names it; GTK's stands for all that it depends on", () => {
  expect(packagesFor(notFound(ldd), false)).toEqual(["libasound2", "libgbm1", "libgtk-3-0", "libnss3"]);
  expect(packagesFor(notFound(ldd), true)).toEqual(["libasound2t64", "libgbm1", "libgtk-3-0t64", "libnss3"]);
  expect(packagesFor([], true)).toEqual([]);
});

test("an ordinary user gets one command, with sudo or without", () => {
  expect(forRoot(["a", "b"], true)).toContain("\n  sudo sh -c 'a && b'\n");
  expect(forRoot(["a", "b"], false)).toContain("\n  su -lc 'a && b'\n");
  expect(forRoot([], true)).toBe(null);
});
