/** What a file is: its MIME type, and the ending that such files usually have. */
export interface Kind {
  type: string;
  ending: string;
}

const kind = (type: string, ending: string): Kind => ({ type, ending });

type Test = (start: string) => boolean;

/** The texts stand at these places. */
const has =
  (...parts: [offset: number, text: string][]): Test =>
  (start) =>
    parts.every(([offset, text]) => start.startsWith(text, offset));

/** The box that begins an ISO media file names one of these brands. */
const brand =
  (...brands: string[]): Test =>
  (start) =>
    start.startsWith("ftyp", 4) && brands.some((each) => start.startsWith(each, 8));

const code = (start: string, at: number): number => (at < start.length ? start.charCodeAt(at) : -1);

/** Eleven bits that are set begin a frame of MPEG audio; then come version, layer, bit rate and sampling rate. */
const isMpegFrame: Test = (start) =>
  code(start, 0) === 0xff &&
  (code(start, 1) & 0xe0) === 0xe0 &&
  (code(start, 1) & 0x18) !== 0x08 &&
  (code(start, 1) & 0x06) !== 0 &&
  ![0x00, 0xf0].includes(code(start, 2) & 0xf0) &&
  (code(start, 2) & 0x0c) !== 0x0c;

/** "BM" alone begins many a text: the reserved bytes are 0, then comes the size of one of the known headers. */
const isBitmap: Test = (start) =>
  has([0, "BM"], [6, "\0\0\0\0"], [15, "\0\0\0"])(start) && [12, 40, 52, 56, 64, 108, 124].includes(code(start, 14));

const ogg = has([0, "OggS\0"]);

/** By what stands at the start, as Latin-1; the first that fits. */
const kinds: readonly [test: Test, kind: Kind][] = [
  [has([0, "\x89PNG\r\n\x1a\n"]), kind("image/png", "png")],
  [has([0, "\xff\xd8\xff"]), kind("image/jpeg", "jpg")],
  [has([0, "GIF87a"]), kind("image/gif", "gif")],
  [has([0, "GIF89a"]), kind("image/gif", "gif")],
  [has([0, "RIFF"], [8, "WEBP"]), kind("image/webp", "webp")],
  [brand("avif", "avis"), kind("image/avif", "avif")],
  [isBitmap, kind("image/bmp", "bmp")],
  [has([0, "ID3"]), kind("audio/mpeg", "mp3")],
  [(start) => ogg(start) && /theora|fishead/.test(start.slice(0, 100)), kind("video/ogg", "ogv")],
  [ogg, kind("audio/ogg", "ogg")],
  [has([0, "fLaC"]), kind("audio/flac", "flac")],
  [has([0, "RIFF"], [8, "WAVE"]), kind("audio/wav", "wav")],
  [brand("M4A", "M4B"), kind("audio/mp4", "m4a")],
  [brand("iso", "mp4", "avc1", "dash", "M4V", "3gp", "qt  ", "msdh"), kind("video/mp4", "mp4")],
  [
    (start) => has([0, "\x1aE\xdf\xa3"])(start) && /webm|matroska/.test(start.slice(0, 100)),
    kind("video/webm", "webm"),
  ],
  [has([0, "wOFF"]), kind("font/woff", "woff")],
  [has([0, "wOF2"]), kind("font/woff2", "woff2")],
  [has([0, "\0\x01\0\0\0"]), kind("font/ttf", "ttf")],
  [has([0, "true\0"]), kind("font/ttf", "ttf")],
  [has([0, "OTTO\0"]), kind("font/otf", "otf")],
  // What is left is sound without a header: frames of AAC, or of MPEG audio.
  [has([0, "\xff\xf1"]), kind("audio/aac", "aac")],
  [has([0, "\xff\xf9"]), kind("audio/aac", "aac")],
  [isMpegFrame, kind("audio/mpeg", "mp3")],
];

/** How far into a file its kind is looked for, bytes. */
const reach = 4_096;

/** What a file is, by its bytes and whatever its name says: an image, a sound, a video or a font; null if none of these. */
export function sniff(bytes: Uint8Array): Kind | null {
  const start = String.fromCharCode(...bytes.subarray(0, reach));
  const found = kinds.find(([test]) => test(start));
  if (found) return found[1];
  return isSvg(start) ? kind("image/svg+xml", "svg") : null;
}

/** What may stand before the root element, and how it ends. */
const prologue: readonly [start: RegExp, end: string][] = [
  [/^<\?/, "?>"],
  [/^<!--/, "-->"],
  [/^<!DOCTYPE\s+svg[^>[]*\[/i, "]>"],
  [/^<!DOCTYPE\s+svg/i, ">"],
];

function isSvg(text: string): boolean {
  let rest = text.replace("\xef\xbb\xbf", "").trimStart();
  for (;;) {
    const [, end] = prologue.find(([start]) => start.test(rest)) ?? [];
    if (end === undefined) return /^<(?:svg:)?svg[\s/>]/i.test(rest);
    const at = rest.indexOf(end);
    if (at < 0) return false;
    rest = rest.slice(at + end.length).trimStart();
  }
}
