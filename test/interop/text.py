"""Writes and reads texts with the real Anki: JSON from the first path, JSON to the second. See text.test.ts."""

import json
import os
import sys
import tempfile

from anki.collection import Collection
from anki.generic_pb2 import Empty
from anki.import_export_pb2 import CsvMetadata, ExportLimit, ImportCsvRequest

separators = {"\t": 0, "|": 1, ";": 2, ":": 3, ",": 4, " ": 5}


def collection(folder, types):
    col = Collection(os.path.join(tempfile.mkdtemp(dir=folder), "c.anki2"))
    for name, fields in types.items():
        made = col.models.new(name)
        for field in fields:
            col.models.add_field(made, col.models.new_field(field))
        template = col.models.new_template("Card 1")
        template["qfmt"] = template["afmt"] = "{{%s}}" % fields[0]
        col.models.add_template(made, template)
        col.models.add_dict(made)
    return col


def notes(col):
    found = []
    for id in sorted(col.find_notes("")):
        note = col.get_note(id)
        deck = col.decks.name(note.cards()[0].did)
        found.append({"guid": note.guid, "type": note.note_type()["name"], "deck": deck, "fields": note.fields, "tags": sorted(note.tags)})
    return found


def exports(folder, given):
    col = collection(folder, given["types"])
    for each in given["notes"]:
        note = col.new_note(col.models.by_name(each["type"]))
        note.guid = each["guid"]
        note.fields = each["fields"]
        note.tags = each["tags"]
        col.add_note(note, col.decks.id(each["deck"]))
    texts = {}
    for html in (True, False):
        for full in (True, False):
            path = os.path.join(folder, "out.txt")
            col._backend.export_note_csv(
                out_path=path,
                with_html=html,
                with_tags=full,
                with_deck=full,
                with_notetype=full,
                with_guid=full,
                limit=ExportLimit(whole_collection=Empty()),
            )
            with open(path, encoding="utf8", newline="") as file:
                texts[f"{'html' if html else 'plain'} {'full' if full else 'bare'}"] = file.read()
    result = {"notes": notes(col), "texts": texts}
    col.close()
    return result


def imported(folder, given, path):
    col = collection(folder, given["types"])
    metadata = col.get_csv_metadata(path=path, delimiter=None)
    col.import_csv(ImportCsvRequest(path=path, metadata=metadata))
    result = notes(col)
    col.close()
    return result


def cells(folder, path, separator):
    """What stands in the first eight cells of every row that has a first one, and the separator that Anki would take."""
    col = collection(folder, {"Eight": list("abcdefgh")})
    try:
        guessed = col.get_csv_metadata(path=path, delimiter=None).delimiter
        metadata = col.get_csv_metadata(path=path, delimiter=separators[separator])
        width = len(metadata.column_labels)
        metadata.delimiter = separators[separator]
        metadata.is_html = True
        metadata.tags_column = 0
        del metadata.global_tags[:]
        metadata.guid_column = 0
        metadata.deck_id = 1
        metadata.global_notetype.id = col.models.by_name("Eight")["id"]
        del metadata.global_notetype.field_columns[:]
        metadata.global_notetype.field_columns.extend(i + 1 if i < width else 0 for i in range(8))
        metadata.dupe_resolution = CsvMetadata.DupeResolution.DUPLICATE
        col.import_csv(ImportCsvRequest(path=path, metadata=metadata))
        rows = [note["fields"] for note in notes(col)]
        return {"guessed": [k for k, v in separators.items() if v == guessed][0], "rows": rows, "width": width}
    except Exception as error:
        return {"error": str(error)}
    finally:
        col.close()


def main():
    with open(sys.argv[1], encoding="utf8") as file:
        given = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        results = {
            "exported": exports(folder, given),
            "imported": [imported(folder, given, path) for path in given["written"]],
            "cells": [cells(folder, each["path"], each["separator"]) for each in given["awkward"]],
        }
    with open(sys.argv[2], "w", encoding="utf8") as file:
        json.dump(results, file)


main()
