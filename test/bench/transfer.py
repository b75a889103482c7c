"""Moves a large collection with the real Anki, to stand beside Mneme's figures. See transfer.bench.ts.

transfer.py make FOLDER NOTES REVIEWS MEDIA   makes a collection and exports it: FOLDER/big.apkg and FOLDER/big-older.apkg
transfer.py import FILE                       imports a package into an empty collection

Writes one line of JSON: seconds, and the peak of the process's memory in megabytes.
"""

import json
import os
import random
import resource
import sys
import tempfile
import time

from anki.collection import Collection, DeckIdLimit, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest

DAY = 86400


def peak():
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (2**20 if sys.platform == "darwin" else 2**10)


def make(folder, notes, reviews, media):
    chance = random.Random(7)
    os.makedirs(os.path.join(folder, "big.media"))
    for i in range(media):
        with open(os.path.join(folder, "big.media", f"sound-{i}.mp3"), "wb") as file:
            # Sounds and pictures do not shrink any more.
            file.write(b"\xff\xfb\x90\x64" + chance.randbytes(20_000))
    col = Collection(os.path.join(folder, "big.anki2"))
    col.set_config("fsrs", True)
    model = col.models.by_name("Basic")
    deck = col.decks.id("Big::Inner")
    now = int(time.time())
    first = (now - 900 * DAY) * 1000
    rows, cards, log = [], [], []
    each = reviews // notes
    words = [f"word{i}" for i in range(5000)]
    for i in range(notes):
        nid = first + i * 1000
        front = f"{' '.join(chance.choices(words, k=9))} {i} [sound:sound-{i % media}.mp3]"
        back = " ".join(chance.choices(words, k=12))
        rows.append((nid, f"guid{i:06}", model["id"], now - 10 * DAY, -1, " some tags ", f"{front}\x1f{back}", front, i, 0, ""))
        memory = json.dumps({"s": 30.5, "d": 5.25, "dr": 0.9, "decay": 0.154, "lrt": now - 5 * DAY})
        cards.append((nid + 1, nid, deck, 0, now - 5 * DAY, -1, 2, 2, 900 + i % 60, 30, 2500, each, 1, 0, 0, 0, 0, memory))
        for k in range(each):
            at = first + i * 1000 + (k + 1) * 60 * DAY * 1000 + 500
            log.append((at, nid + 1, -1, 3, 3 * (k + 1), 3 * k, 500, 5000, 1 if k else 0))
    col.db.executemany("insert into notes values (?,?,?,?,?,?,?,?,?,?,?)", rows)
    col.db.executemany("insert into cards values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", cards)
    col.db.executemany("insert or ignore into revlog values (?,?,?,?,?,?,?,?,?)", log)
    col.db.execute("update col set crt = ?", now - 900 * DAY)
    col.fix_integrity()
    said = {"log": col.db.scalar("select count() from revlog")}
    for name, legacy in (("big", False), ("big-older", True)):
        options = ExportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, with_media=True, legacy=legacy)
        began = time.monotonic()
        col.export_anki_package(out_path=os.path.join(folder, f"{name}.apkg"), options=options, limit=DeckIdLimit(deck))
        said[name] = time.monotonic() - began
    col.close()
    return said


def bring(file):
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(os.path.join(folder, "empty.anki2"))
        options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True, merge_notetypes=False)
        began = time.monotonic()
        col.import_anki_package(ImportAnkiPackageRequest(package_path=file, options=options))
        said = {"seconds": time.monotonic() - began}
        said["notes"] = col.note_count()
        said["log"] = col.db.scalar("select count() from revlog")
        said["problems"] = col.fix_integrity()[0] if not col.fix_integrity()[1] else ""
        col.close()
        return said


command, *rest = sys.argv[1:]
said = make(rest[0], *map(int, rest[1:])) if command == "make" else bring(rest[0])
print(json.dumps({**said, "megabytes": round(peak())}))
