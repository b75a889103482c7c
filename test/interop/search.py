"""Builds a collection in the real Anki and searches it: reads JSON from the first path, writes JSON to the second. See search.test.ts."""

import json
import os
import re
import sys
import tempfile

from anki.collection import Collection

source, target = sys.argv[1:3]
with open(source, encoding="utf-8") as file:
    given = json.load(file)

folder = tempfile.mkdtemp()
path = os.path.join(folder, "search.anki2")
col = Collection(path)
col.db.execute("update col set crt = ?", given["crt"])
col.close()
col = Collection(path)
today = col.sched.today

types = {}
for made in given["types"]:
    model = col.models.new(made["name"])
    model["type"] = 1 if made["cloze"] else 0
    for field in made["fields"]:
        row = col.models.new_field(field["name"])
        row["excludeFromSearch"] = field["unsearched"]
        col.models.add_field(model, row)
    for template in made["templates"]:
        row = col.models.new_template(template["name"])
        row["qfmt"], row["afmt"] = template["front"], template["back"]
        col.models.add_template(model, row)
    col.models.add(model)
    types[made["id"]] = col.models.by_name(made["name"])

names = {}
decks = {}
for i, note in enumerate(given["notes"]):
    row = col.new_note(types[note["type"]])
    row.fields = note["fields"]
    row.tags = note["tags"]
    deck = col.decks.id(note["deck"])
    decks[note["deck"]] = deck
    col.add_note(row, deck)
    nid = note["created"]
    col.db.execute("update notes set id = ?, mod = ? where id = ?", nid, note["modified"] // 1000, row.id)
    made = dict(col.db.all("select ord, id from cards where nid = ?", row.id))
    for card in note["cards"]:
        cid = nid + card["ord"]
        names[cid] = f"{i}/{card['ord']}"
        data = json.dumps(card["data"]) if card["data"] else ""
        due = card["due"] + today if card["byDay"] else card["due"]
        col.db.execute(
            "update cards set id=?, nid=?, type=?, queue=?, due=?, ivl=?, factor=?, reps=?, lapses=?, flags=?, data=? where id=?",
            cid, nid, card["type"], card["queue"], due, card["ivl"], 2500 if card["reps"] else 0, card["reps"], card["lapses"], card["flag"], data, made.pop(card["ord"]),
        )
        for at, ease in card["reviews"]:
            col.db.execute("insert into revlog values (?,?,-1,?,1,1,0,1000,1)", at, cid, ease)
    assert not made, (note, made)
col.decks.set_current(decks[given["current"]])
col.close()
col = Collection(path)

ids = {"n": lambda i: str(given["notes"][int(i)]["created"]), "d": lambda name: str(decks[name]), "m": lambda key: str(types[key]["id"])}
ids["c"] = lambda key: str(given["notes"][int(key.split("/")[0])]["created"] + int(key.split("/")[1]))

found = []
for query in given["queries"]:
    own = re.sub("«([ndmc])([^»]*)»", lambda match: ids[match[1]](match[2]), query)
    try:
        cards = sorted(names[cid] for cid in col.find_cards(own))
        notes = sorted(str(nid) for nid in col.find_notes(own))
        found.append({"cards": cards, "notes": len(notes)})
    except Exception as error:  # what it refuses is part of what is compared
        found.append({"refused": str(error)[:200]})
col.close()

with open(target, "w", encoding="utf-8") as file:
    json.dump(found, file)
