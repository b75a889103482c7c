import fc from "fast-check";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { richDoc } from "../../../main/contract/rich.ts";
import { htmlToRich } from "../../../main/core/rich/html/htmlToRich.ts";
import { richToHtml } from "../../../main/core/rich/html/richToHtml.ts";
import { markdownToRich } from "../../../main/core/rich/markdown/markdownToRich.ts";
import { richToMarkdown } from "../../../main/core/rich/markdown/richToMarkdown.ts";
import { doc } from "./docs.ts";

const formats = [
  ["html", htmlToRich, richToHtml],
  ["markdown", markdownToRich, richToMarkdown],
] as const;

describe.each(formats)("%s", (format, toRich, fromRich) => {
  test("what is written is read as it was", { timeout: 60_000 }, () => {
    const law = fc.property(doc(format), (one) => {
      expect(toRich(fromRich(one)), fromRich(one)).toEqual(one);
    });
    fc.assert(law, { numRuns: 80, seed: 20_261_124 });
  });

  test("any field at all becomes a document that may cross the bridge, and once written settles", {
    timeout: 60_000,
  }, () => {
    const piece = fc.constantFrom(
      ...'a|b c| |\n|\n\n|{{c1::|{{c2::|::|}}|[sound:x.mp3]|\\(|\\)|\\[|\\]|<b>|</b>|<div>|</div>|<i>|</i>|<br>|<p>|<ul><li>|</li></ul>|<span style="color:red">|</span>|<img src=x>|<table>|<td>|&amp;|&#58;|<!--|-->|**|*|_|~~|`|```|- |1. |> |# |[|](x)|![|\\|\u2E28|\uE000|<a href="x">|</a>|<script>|</script>'.split(
        "|",
      ),
    );
    const source = fc.array(piece, { maxLength: 14 }).map((all) => all.join(""));
    const law = fc.property(source, (one) => {
      const first = toRich(one);
      expect(v.is(richDoc, first)).toBe(true);
      // What was never closed is closed on the way.
      const written = fromRich(toRich(fromRich(first)));
      // Blanks at the ends of lines show nowhere.
      const shown = (text: string) => text.replace(/[ \t]+$/gm, "");
      expect(shown(fromRich(toRich(written)))).toBe(shown(written));
    });
    fc.assert(law, { numRuns: 300, seed: 20_261_124 });
  });
});
