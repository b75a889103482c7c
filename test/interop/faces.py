"""Renders cases with the real Anki: reads JSON from the first path, writes JSON to the second. See agree.test.ts."""

import base64
import json
import os
import sys
import tempfile

from anki.collection import Collection
from anki.sound import SoundOrVideoTag


def sound(tag):
    if isinstance(tag, SoundOrVideoTag):
        return {"kind": "file", "name": tag.filename}
    return {"kind": "speech", "text": tag.field_text, "lang": tag.lang, "voices": tag.voices, "speed": round(tag.speed, 3)}


def render(card):
    out = card.render_output()
    return {
        "question": out.question_text,
        "answer": out.answer_text,
        "sounds": {"q": [sound(tag) for tag in out.question_av_tags], "a": [sound(tag) for tag in out.answer_av_tags]},
    }


def note_type(col, case, number):
    made = col.models.new(f"T{number}")
    cloze = case["kind"] == "cloze"
    made["type"] = 1 if cloze else 0
    for name in case["fields"]:
        col.models.add_field(made, col.models.new_field(name))
    for ord, _ in enumerate(case["templates"]):
        template = col.models.new_template(f"Card {ord + 1}")
        first = case["fields"][0]
        # Anki checks a new type; what a deck brings with it is not checked, and so put in afterwards.
        template["qfmt"] = template["afmt"] = f"{{{{cloze:{first}}}}}" if cloze else f"{ord} {{{{{first}}}}}"
        col.models.add_template(made, template)
    id = col.models.add_dict(made).id
    made = col.models.get(id)
    for template, (front, back) in zip(made["tmpls"], case["templates"]):
        template["qfmt"], template["afmt"] = front, back
    col.models.update_dict(made, skip_checks=True)
    return col.models.get(id)


def run(col, case, number):
    note = col.new_note(note_type(col, case, number))
    for name, text in case["values"].items():
        note[name] = text
    note.tags = case["tags"]
    col.add_note(note, col.decks.id(case["deck"]))
    if case["flag"]:
        col.set_user_flag_for_cards(case["flag"], note.card_ids())
    cards = note.cards()
    return {"ords": [card.ord for card in cards], "cards": {card.ord: render(card) for card in cards[:3]}}


def occlusion(col, image, occlusions):
    """What Anki keeps of an image occlusion note, by field."""
    col.add_image_occlusion_notetype()
    made = next(each for each in col.models.all() if each.get("originalStockKind") == 6)
    col.add_image_occlusion_note(made["id"], image, occlusions, "header", "extra", [])
    id = max(col.find_notes(f'"note:{made["name"]}"'))
    return dict(col.get_note(id).items())


def main(source, target):
    with open(source, encoding="utf8") as file:
        given = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(os.path.join(folder, "collection.anki2"))
        faces = [run(col, case, number) for number, case in enumerate(given["cases"])]
        image = os.path.join(folder, "map.png")
        with open(image, "wb") as file:
            file.write(base64.b64decode(given["image"]))
        occluded = [occlusion(col, image, text) for text in given["occlusions"]]
        typed = [[col.extract_cloze_for_typing(text, number) for number in (1, 2, 3)] for text in given["gaps"]]
        stripped = [[col._backend.strip_html(text=text, mode=mode) for mode in (0, 1)] for text in given["texts"]]
        col.close()
    with open(target, "w", encoding="utf8") as file:
        json.dump({"faces": faces, "stripped": stripped, "occluded": occluded, "typed": typed}, file)


main(*sys.argv[1:])
