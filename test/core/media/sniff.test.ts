import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sniff } from "../../../main/core/media/sniff.ts";

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
const padded = (text: string) => bytes(text.padEnd(120, "\0"));

describe("sniff", () => {
  it.each([
    ["image/png", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"],
    ["image/jpeg", "\xff\xd8\xff\xe0\0\x10JFIF"],
    ["image/gif", "GIF89a\x01\0\x01\0"],
    ["image/webp", "RIFF\x24\0\0\0WEBPVP8 "],
    ["image/avif", "\0\0\0\x20ftypavif\0\0\0\0"],
    ["image/bmp", "BM\x3a\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0"],
    ["image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["image/svg+xml", '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <html> -->\n<!DOCTYPE svg PUBLIC "-//W3C">\n<svg>'],
    ["audio/mpeg", "ID3\x04\0\0"],
    ["audio/mpeg", "\xff\xfb\x90\x64"],
    ["audio/aac", "\xff\xf1\x50\x80"],
    ["audio/ogg", `OggS\0\x02${"\0".repeat(22)}OpusHead`],
    ["video/ogg", `OggS\0\x02${"\0".repeat(22)}\x80theora`],
    ["audio/flac", "fLaC\0\0\0\x22"],
    ["audio/wav", "RIFF\x24\0\0\0WAVEfmt "],
    ["audio/mp4", "\0\0\0\x20ftypM4A \0\0\0\0"],
    ["video/mp4", "\0\0\0\x20ftypisom\0\0\x02\0"],
    ["video/webm", "\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\x82\x84webm"],
    ["font/woff", "wOFF\0\x01\0\0"],
    ["font/woff2", "wOF2\0\x01\0\0"],
    ["font/ttf", "\0\x01\0\0\0\x0f\0\x80"],
    ["font/otf", "OTTO\0\x0b\0\x80"],
  ])("%s by its first bytes", (type, start) => {
    expect(sniff(padded(start))?.type).toBe(type);
  });

  it.each([
    ["nothing", ""],
    ["a page", "<!doctype html><html><svg></svg>"],
    ["a page in a comment's clothes", "<!-- <svg> --><script>alert(1)</script>"],
    ["a text that begins with BM", "BMW builds cars in Munich, Leipzig and elsewhere."],
    ["a text that begins with RIFF", "RIFF is a container, as everyone knows: WEBP"],
    ["a program", "MZ\x90\0\x03\0\0\0"],
    ["an archive", "PK\x03\x04"],
    ["a PDF", "%PDF-1.7"],
    ["half a signature", "\x89PNG"],
    ["words", "GIF is how you say it"],
  ])("%s is none of these", (_, text) => {
    expect(sniff(bytes(text))).toBeNull();
  });

  it("takes any bytes at all, and at once", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 6_000 }), (any) => sniff(any) === null || sniff(any) !== null));
    expect(sniff(bytes("<!--".repeat(2_000)))).toBeNull();
    expect(sniff(bytes("<?x?>".repeat(2_000)))).toBeNull();
  });
});
