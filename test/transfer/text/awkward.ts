// Files that are read wrong by one program or another, and what Mneme must see in them.

export interface Awkward {
  /** What is awkward about it. */
  name: string;
  file: string;
  content: string | Uint8Array;
  /** Separator, columns as letters (below), and words for the rest: header, html, encodings, a type other than basic. */
  sees: string;
  /** Fields of the notes joined by “/”, then tags after “#”, the deck after “@”, the guid after “!”. Absent: not looked at. */
  notes?: string[];
  count?: number;
  /** Places and words of the problems. */
  problems?: [place: string, words: RegExp][];
  because?: RegExp;
}

const utf16 = (text: string, big: boolean, mark: boolean): Uint8Array => {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, "utf16le");
  return big ? bytes.swap16() : bytes;
};

const rows = (count: number, row: (n: number) => string, end = "\n") =>
  Array.from({ length: count }, (_, n) => row(n)).join(end) + end;

const words = "Haus house\nBaum tree\nHund dog\nKatze cat\nMaus mouse".split("\n").map((line) => line.split(" "));
const list = (separator: string) => words.map((cells) => cells.join(separator)).join("\n");
const five = words.map(([a, b]) => `${a}/${b}`);

export const awkward: Awkward[] = [
  {
    name: "a comma file with times",
    file: "a.csv",
    content: "Wann beginnt es?,3:30\nWann endet es?,16:45\nUnd morgen?,7:00\n",
    sees: ", fb",
    notes: ["Wann beginnt es?/3:30", "Wann endet es?/16:45", "Und morgen?/7:00"],
    because: /^Commas make 2 columns in all of its 3 rows\.$/,
  },
  {
    name: "a comma file with times, by the name of plain text",
    file: "a.txt",
    content: "lunch,12:30\ndinner,19:00\n",
    sees: ", fb",
  },
  {
    name: "times alone",
    file: "a.txt",
    content: "3:30\n4:15\n12:00\n",
    sees: "tab f",
    because: /each line is one/,
  },
  { name: "tabs", file: "a.txt", content: list("\t"), sees: "tab fb", notes: five },
  { name: "semicolons", file: "a.csv", content: list(";"), sees: "; fb", notes: five },
  { name: "bars", file: "a.txt", content: list("|"), sees: "| fb", notes: five },
  { name: "colons with a space, as people write lists", file: "a.txt", content: list(": "), sees: ": fb", notes: five },
  { name: "spaces", file: "a.txt", content: list(" "), sees: "space fb", notes: five },
  {
    name: "two words a line that are one name",
    file: "a.txt",
    content: "New York\nLos Angeles\nSan Diego\n",
    sees: "tab f",
    notes: ["New York", "Los Angeles", "San Diego"],
  },
  {
    name: "semicolons between decimal commas",
    file: "a.csv",
    content: "1,5;2,5\n3,5;4,0\n5,5;6,1\n",
    sees: "; fb",
    notes: ["1,5/2,5", "3,5/4,0", "5,5/6,1"],
  },
  {
    name: "commas in sentences between tabs",
    file: "a.txt",
    content: "If it rains, what?\tI stay, I think, at home\nWho, me?\tYes\n",
    sees: "tab fb",
    notes: ["If it rains, what?/I stay, I think, at home", "Who, me?/Yes"],
  },
  {
    name: "semicolons between meanings, in a comma file",
    file: "a.csv",
    content: "run,laufen; rennen\ngo,gehen; fahren\neat,essen; fressen\n",
    sees: ", fb",
    notes: ["run/laufen; rennen", "go/gehen; fahren", "eat/essen; fressen"],
  },
  {
    name: "a header row in English",
    file: "a.csv",
    content: `front,back,tags\n${words.map(([a, b]) => `${a},${b},noun easy`).join("\n")}`,
    sees: ", fbt header",
    notes: words.map(([a, b]) => `${a}/${b}#noun,easy`),
    because: /The first row names them/,
  },
  {
    name: "a header row in German, columns the other way round",
    file: "a.csv",
    content: "Antwort;Frage;Schlagwörter\ndog;Hund;Tiere, Haus\n",
    sees: "; bft header",
    notes: ["Hund/dog#Tiere,Haus"],
  },
  {
    name: "a header row in Russian and one in Chinese",
    file: "a.csv",
    content: "вопрос,ответ\nда?,нет\n",
    sees: ", fb header",
    notes: ["да?/нет"],
  },
  {
    name: "正面 and 背面",
    file: "a.csv",
    content: "正面,背面,标签\n狗,dog,动物\n",
    sees: ", fbt header",
    notes: ["狗/dog#动物"],
  },
  {
    name: "a dictionary whose first row would be names, were both not the same",
    file: "a.csv",
    content: "answer,réponse\nquestion,question\nword,mot\n",
    sees: ", fb",
    count: 3,
  },
  {
    name: "a header row that only the figures below give away",
    file: "a.csv",
    content: "Land,Einwohner\nMalta,519562\nIsland,376248\nAndorra,79034\n",
    sees: ", fb header",
    count: 3,
  },
  { name: "no header row, since all rows are alike", file: "a.csv", content: list(","), sees: ", fb", notes: five },
  {
    name: "rows of different length",
    file: "a.csv",
    content: "a,b\nc,d\ne\nf,g,h\ni,j\nk,l\nm,n\n",
    sees: ", fb",
    notes: ["a/b", "c/d", "e", "f/g", "i/j", "k/l", "m/n"],
    problems: [
      ["line 3", /Only one of its fields/],
      ["line 4", /3 columns, the table 2/],
    ],
  },
  {
    name: "a last column that few rows have",
    file: "a.csv",
    content: rows(20, (n) => (n % 5 ? `q${n},a${n}` : `q${n},a${n},because ${n}`)),
    sees: ", fbx",
    count: 20,
    problems: [["lines 2, 3, 4, 5, 7 and 11 more", /missing at the end/]],
  },
  {
    name: "line ends within quotation marks",
    file: "a.csv",
    content: 'a,"one\ntwo\n\nthree"\nb,"x, y"\n',
    sees: ", fb",
    notes: ["a/one↵two↵↵three", "b/x, y"],
  },
  {
    name: "doubled quotation marks",
    file: "a.csv",
    content: 'a,"He said ""yes""."\nb,""""\nc,""\n',
    sees: ", fb",
    notes: ['a/He said "yes".', 'b/"', "c/"],
  },
  {
    name: "inches",
    file: "a.csv",
    content: 'a,5" nail\nb,6" nail\nc,no nail\n',
    sees: ", fb",
    notes: ['a/5" nail', 'b/6" nail', "c/no nail"],
  },
  {
    name: "something behind a closing quotation mark",
    file: "a.csv",
    content: '"ab"cd,x\n"ef","g"h\n',
    sees: ", fb",
    notes: ["abcd/x", "ef/gh"],
    problems: [
      ["line 1", /behind a closing/],
      ["line 2", /behind a closing/],
    ],
  },
  {
    name: "quotation marks within quotation marks",
    file: "a.csv",
    content: '"He said "hi" to me",x\n"b","The "big, fat" cat"\nc,d\n',
    sees: ", fb",
    notes: ['He said "hi" to me/x', 'b/The "big, fat" cat', "c/d"],
    problems: [
      ["line 1", /not doubled/],
      ["line 2", /not doubled/],
    ],
  },
  {
    name: "a quotation mark that never closes, and would take all rows with it",
    file: "a.csv",
    content: 'a,b\nc,"d\ne,f\ng,h\ni,j\n',
    sees: ", fb",
    notes: ["a/b", 'c/"d', "e/f", "g/h", "i/j"],
    problems: [["line 2", /no other one that closes it/]],
  },
  {
    name: "a quotation mark that another one closes by chance, many rows later",
    file: "a.csv",
    content: `a,"b\n${rows(50, (n) => `q${n},a${n}`)}x,y" z\nlast,one\n`,
    sees: ", fb",
    count: 53,
    problems: [["line 1", /no other one/]],
  },
  {
    name: "verses that have as many commas as the table, rightly quoted",
    file: "a.csv",
    content: 'a,b\nc,"roses are red, dear\nviolets are blue, dear\nsugar is sweet, dear\nand so, dear"\ne,f\n',
    sees: ", fb",
    notes: ["a/b", "c/roses are red, dear↵violets are blue, dear↵sugar is sweet, dear↵and so, dear", "e/f"],
  },
  {
    name: "a file that was cut off within a quoted cell",
    file: "a.csv",
    content: 'a,b\nc,"this was a long\ntext with lines',
    sees: ", fb",
    notes: ["a/b", "c/this was a long↵text with lines"],
    problems: [["line 2", /never closes/]],
  },
  {
    name: "remarks in every place",
    file: "a.txt",
    content: "# made by me\na\tb\n# c\td\ne\tf\n#\n",
    sees: "tab fb",
    notes: ["a/b", "e/f"],
    problems: [["lines 3 and 5", /taken for remarks.*quotation marks/]],
  },
  {
    name: "a first cell with a sharp in quotation marks",
    file: "a.csv",
    content: '"#hash",tag\n"# two",x\n',
    sees: ", fb",
    notes: ["#hash/tag", "\\# two/x"],
  },
  {
    name: "a column of numbers called #",
    file: "a.csv",
    content: "#,Front,Back\n1,Haus,house\n2,Baum,tree\n3,Hund,dog\n",
    sees: ", -fb",
    notes: ["Haus/house", "Baum/tree", "Hund/dog"],
  },
  {
    name: "numbers before the words, without a name",
    file: "a.txt",
    content: "1\tHaus\thouse\n2\tBaum\ttree\n3\tHund\tdog\n",
    sees: "tab -fb",
    notes: ["Haus/house", "Baum/tree", "Hund/dog"],
  },
  {
    name: "Anki's own header with every column",
    file: "a.txt",
    content:
      "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\nabc]}\tBasic\tA::B\t<b>f</b>\tb\tx y::z\nGq,-\tCloze\tA\t{{c1::t}}\te\t\nz\tNever Heard\tA\ta\tb\t\n",
    sees: "tab !T@fbt html",
    notes: ["**f**/b#x,y::z@A::B!abc]}", "{{c1::t}}/e@A!Gq,-"],
    problems: [["line 9", /no note type “Never Heard”/]],
    because: /first lines/,
  },
  {
    name: "a header filled up by a spreadsheet",
    file: "a.csv",
    content: "#separator:Comma,,\n#html:false,,\n#tags:a b,,\n#deck:My deck,,\nx,y,\n",
    sees: ", fbx",
    notes: ["x/y/#a,b@My deck"],
  },
  {
    name: "columns named in the header, a deck, and a rule for what is there",
    file: "a.txt",
    content: "#separator:Semicolon\n#columns:Back;Front;Tags\n#deck:Words\n#if matches:keep current\nb;f;t\n",
    sees: "; bft",
    notes: ["f/b#t@Words"],
  },
  {
    name: "an empty line within the header",
    file: "a.txt",
    content: "#separator:tab\n#html:false\n\n#deck:X\na\tb\n",
    sees: "tab fb",
    notes: ["a/b"],
    problems: [["line 4", /below an empty line/]],
  },
  {
    name: "the old form of tags",
    file: "a.txt",
    content: "tags: one two\na\tb\nc\td\n",
    sees: "tab fb",
    notes: ["a/b#one,two", "c/d#one,two"],
  },
  {
    name: "a note type that is not here",
    file: "a.txt",
    content: "#notetype:Chemistry\na\tb\n",
    sees: "tab fb",
    problems: [["header", /no note type “Chemistry”.*“Basic”/]],
  },
  {
    name: "nothing but a header",
    file: "a.txt",
    content: "#separator:tab\n#html:true\n",
    sees: "tab f html",
    notes: [],
    problems: [["the file", /no rows/]],
  },
  {
    name: "UTF-16, little end first, with its mark",
    file: "a.txt",
    content: utf16(list("\t"), false, true),
    sees: "tab fb utf-16le",
    notes: five,
    because: /UTF-16/,
  },
  {
    name: "UTF-16, big end first, with its mark",
    file: "a.txt",
    content: utf16(list("\t"), true, true),
    sees: "tab fb utf-16be",
    notes: five,
  },
  {
    name: "UTF-16, little end first, without a mark",
    file: "a.txt",
    content: utf16(list("\t"), false, false),
    sees: "tab fb utf-16le",
    notes: five,
  },
  {
    name: "UTF-16, big end first, without a mark, in Russian",
    file: "a.csv",
    content: utf16("да,yes\nнет,no\nпёс,dog\n", true, false),
    sees: ", fb utf-16be",
    notes: ["да/yes", "нет/no", "пёс/dog"],
  },
  {
    name: "Windows-1252",
    file: "a.csv",
    content: Buffer.from("Tür;door\nschön;“nice”\ncafé;5 \x80\n".replace("“nice”", "\x93nice\x94"), "latin1"),
    sees: "; fb windows-1252",
    notes: ["Tür/door", "schön/“nice”", "café/5 €"],
    because: /Windows-1252/,
  },
  {
    name: "Windows-1251, which nobody can tell",
    file: "a.csv",
    content: Buffer.from([
      0xe4, 0xe0, 0x2c, 0x79, 0x65, 0x73, 0x0a, 0xed, 0xe5, 0xf2, 0x2c, 0xf1, 0xee, 0xe1, 0xe0, 0xea, 0xe0, 0x0a,
    ]),
    sees: ", fb windows-1252",
    problems: [["the file", /save it as UTF-8/]],
  },
  {
    name: "UTF-8 with a broken place",
    file: "a.csv",
    content: Buffer.concat([Buffer.from(rows(20, (n) => `ü${n},ß`)), Buffer.from([0xff, 0x2c, 0x61, 0x0a])]),
    sees: ", fb",
    count: 21,
    problems: [["the file", /UTF-8, but for 1 place/]],
  },
  { name: "UTF-8 with its mark", file: "a.csv", content: `\ufeff${list(",")}`, sees: ", fb", notes: five },
  {
    name: "line ends of old Macs",
    file: "a.csv",
    content: list(",").replaceAll("\n", "\r"),
    sees: ", fb",
    notes: five,
  },
  {
    name: "line ends of Windows, within quotation marks as well",
    file: "a.csv",
    content: 'a,"x\r\ny"\r\nb,z\r\n',
    sees: ", fb",
    notes: ["a/x↵y", "b/z"],
  },
  {
    name: "the first line of a spreadsheet that names the separator",
    file: "a.csv",
    content: `sep=;\r\n${list(";")}`,
    sees: "; fb",
    notes: five,
    because: /first line names the separator/,
  },
  {
    name: "one column",
    file: "a.txt",
    content: "Haus\nBaum\nHund\nKatze\n",
    sees: "tab f",
    notes: ["Haus", "Baum", "Hund", "Katze"],
  },
  {
    name: "prose",
    file: "a.txt",
    content:
      "Once upon a time, in a land far away, there lived a king.\nHe had a daughter.\nOne day, she left: nobody knew why; nobody asked.\nThe end\n",
    sees: "tab f",
    count: 4,
    because: /each line is one/,
  },
  {
    name: "gaps",
    file: "a.csv",
    content: "The capital of {{c1::Armenia}} is {{c2::Yerevan}},see map\n{{c1::Two}} and two,sum\n",
    sees: ", cx cloze",
    notes: ["The capital of {{c1::Armenia}} is {{c2::Yerevan}}/see map", "{{c1::Two}} and two/sum"],
  },
  {
    name: "tags by what is in them",
    file: "a.csv",
    content: rows(8, (n) => `q${n} is what,a${n},${n % 2 ? "noun" : "verb"} chapter::${n % 3}`),
    sees: ", fbt",
    count: 8,
  },
  {
    name: "decks by what is in them",
    file: "a.csv",
    content: rows(8, (n) => `q${n},a${n},Spanish::Lesson ${(n % 2) + 1}`),
    sees: ", fb@",
    count: 8,
  },
  {
    name: "Anki's export without its header",
    file: "a.txt",
    content: "vQ8,m{J$Xq\tHaus\thouse\nB)0zLp#w2k\tBaum\ttree\nr~W4]tUe9a\tHund\tdog\n",
    sees: "tab !fb",
    notes: ["Haus/house!vQ8,m{J$Xq", "Baum/tree!B)0zLp#w2k", "Hund/dog!r~W4]tUe9a"],
  },
  {
    name: "HTML",
    file: "a.csv",
    content: "<b>a</b>,x<br>y\nc &amp; d,e\n",
    sees: ", fb html",
    notes: ["**a**/x↵y", "c & d/e"],
  },
  {
    name: "what only looks like HTML",
    file: "a.csv",
    content: "a < b,c > d\nif (a<b && b>c),*x*\n",
    sees: ", fb",
    notes: ["a < b/c > d", "if (a\\<b && b>c)/\\*x\\*"],
  },
  {
    name: "empty rows and rows of nothing but separators",
    file: "a.csv",
    content: "a,b\n\n,\n  ,  \nc,d\n,,\n",
    sees: ", fb",
    notes: ["a/b", "c/d"],
  },
  {
    name: "rows without a first field",
    file: "a.csv",
    content: "a,b\n,d\ne,f\n",
    sees: ", fb",
    notes: ["a/b", "e/f"],
    problems: [["line 2", /first field, “Front”, is empty/]],
  },
  {
    name: "control characters",
    file: "a.csv",
    content: "a\0,b\x07\nc,d\n",
    sees: ", fb",
    notes: ["a/b", "c/d"],
    problems: [["the file", /2 control characters/]],
  },
  {
    name: "formulas of a spreadsheet",
    file: "a.csv",
    content: "sum,=1+1\nevil,=cmd|' /C calc'!A0\n",
    sees: ", fb",
    count: 2,
  },
  {
    name: "names that objects have",
    file: "a.csv",
    content: "__proto__,constructor\ntoString,valueOf\n",
    sees: ", fb",
    count: 2,
  },
  {
    name: "many columns",
    file: "a.csv",
    content: rows(3, (n) => Array.from({ length: 30 }, (_, i) => `c${n}-${i}`).join(",")),
    sees: `, fbxs${"-".repeat(26)}`,
    count: 3,
  },
];
