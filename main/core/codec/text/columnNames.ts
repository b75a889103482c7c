/** The part that a column plays by its name. */
export type Part =
  | "front"
  | "back"
  | "extra"
  | "source"
  | "tags"
  | "deck"
  | "guid"
  | "type"
  | "right"
  | "wrong"
  | "text";

const words: Readonly<Record<Part, string>> = {
  front: `front question prompt term word expression vocabulary vocab phrase kanji hanzi lemma headword
    frage vorderseite begriff wort ausdruck recto mot terme expression anverso pregunta palabra término frente pergunta palavra
    domanda fronte parola termine вопрос слово термин лицевая přední otázka slovo pojem pytanie słowo przód vraag voorkant woord
    fråga ord spørgsmål spørsmål soru ön kelime 正面 问题 問題 单词 單詞 単語 表 表面 質問 앞면 질문 단어 سؤال שאלה`,
  back: `back answer reply definition meaning translation response gloss explanation
    antwort rückseite bedeutung übersetzung verso réponse définition signification traduction reverso respuesta significado
    definición traducción resposta tradução significado risposta retro significato traduzione definizione ответ перевод
    значение определение odpověď zadní překlad význam odpowiedź tył tłumaczenie antwoord achterkant betekenis vertaling svar
    betydning oversettelse översättning cevap arka anlam 背面 答案 回答 意思 意味 翻译 翻譯 裏 裏面 答え 뒷면 답 뜻 جواب תשובה`,
  extra: `extra notes note comment comments remark hint example explanation why context mnemonic
    bemerkung hinweis beispiel notiz anmerkung remarque exemple indice nota ejemplo pista exemplo dica esempio примечание пример
    poznámka příklad uwaga przykład opmerking voorbeeld 备注 例句 例文 メモ 메모 예문 back-extra`,
  source:
    "source reference ref url link quelle référence fuente fonte источник zdroj źródło bron källa kilde kaynak 来源 出典 출처",
  tags: `tags tag labels label categories category topic keywords schlagwörter schlagworte stichwörter étiquettes étiquette
    etiquetas etiqueta tópico etichette теги тег метки štítky značky tagi etykiety etiketten labels taggar etiketter etiketler
    标签 標籤 タグ 태그 وسوم תגיות`,
  deck: "deck stapel kartenstapel paquet mazo baralho mazzo колода balíček talia stapel kortlek bunke deste 牌组 牌組 デッキ 덱 רמה",
  guid: "guid noteid note-id anki-guid uuid",
  type: "notetype note-type model notiztyp typ-de-note tipo-de-nota",
  right: "right correct right-answer correct-answer richtig correcta",
  wrong: "wrong incorrect wrong-answer wrong-answers distractors falsch",
  text: "text cloze lückentext texte texto testo текст",
};

const parts = new Map<string, Part[]>();
for (const [part, list] of Object.entries(words) as [Part, string][])
  for (const word of list.split(/\s+/)) parts.set(word, [...(parts.get(word) ?? []), part]);

/** A name of a column without what does not count. */
export const plainName = (name: string): string =>
  name
    .normalize("NFC")
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, "-")
    .replace(/[:.*]+$/, "");

/** The parts that a column of that name may play, the likeliest first; none for a name that is not known. */
export const partsNamed = (name: string): readonly Part[] => parts.get(plainName(name)) ?? [];
