"""What the real Anki makes of packages, and packages that it makes. See ankiFiles.test.ts.

ankiFiles.py make FOLDER: a collection with all that packages can hold, exported in every way, and its database in both schemas.
ankiFiles.py sort FOLDER: sorts names by Anki's collation.
ankiFiles.py look FOLDER: imports each package of the folder into a collection of its own; writes FOLDER/seen.json.
"""

import json
import os
import shutil
import sys
import tempfile

from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest


def rich(folder):
    col = Collection(os.path.join(folder, "made.anki2"))
    for name in ("a.png", "ä b.mp3", "_font.woff2"):
        with open(os.path.join(col.media.dir(), name), "wb") as file:
            file.write(name.encode() * 50)
    basic = col.models.by_name("Basic")
    basic["flds"][0].update(rtl=True, description="say", addon={"deep": [1, 2.5, None]})
    basic["flds"][1].update(tag=3, excludeFromSearch=True, sticky=True)
    basic["tmpls"][0].update(bqfmt="{{Front}}", bfont="Arial", bsize=12)
    basic.update(addon="kept", latexsvg=True)
    col.models.update_dict(basic)
    preset = col.decks.add_config("Slow")
    preset["new"].update(delays=[0.5, 1.3, 10], perDay=7)
    preset.update(fsrsParams6=[0.2123456] * 21, fsrsWeights=[0.4] * 17, desiredRetention=0.87, easyDaysPercentages=[1, 0.5, 0, 1, 1, 1, 1])
    preset.update(ignoreRevlogsBeforeDate="2020-01-01", weightSearch="deck:x", secondsToShowQuestion=2.5, addon={"x": 12345678901234567})
    col.decks.update_config(preset)
    deck = col.decks.get(col.decks.id("Straße::ıİ::ﬃ"))
    deck.update(conf=preset["id"], desc="hello", newLimit=5, reviewLimitToday={"limit": 3, "today": 1}, desiredRetention=88, addon=1)
    col.decks.save(deck)
    for name in ("strasse", "STRASSF", "İx", "ꭰ", "Ꭰx", "z" * 90):
        col.decks.id(f"Straße::{name}")
    col.set_config("fsrs", True)
    for n in range(40):
        kind = ["Basic", "Basic (and reversed card)", "Cloze", "Basic (type in the answer)"][n % 4]
        note = col.new_note(col.models.by_name(kind))
        note.fields[0] = f'{{{{c1::a{n}}}}} {{{{c2::{{{{c3::b}}}}}}}} <img src="a.png">' if kind == "Cloze" else f"front {n}"
        note.fields[1] = f"back {n} [sound:ä b.mp3]"
        note.tags = [f"t::{n % 3}", "Émile"]
        col.add_note(note, deck["id"] if n % 2 else 1)
    col.tags.set_collapsed("t", True)
    for n in range(25):
        card = col.sched.getCard()
        if card is None:
            break
        card.start_timer()
        col.sched.answerCard(card, n % 4 + 1)
    col.sched.suspend_cards(col.find_cards("front")[:2])
    col.set_user_flag_for_cards(3, col.find_cards("back")[:3])
    col.sched.set_due_date(col.find_cards("is:new")[:4], "5-9")
    filtered = col.decks.new_filtered("Filtered")
    terms = col.decks.get(filtered)
    terms["terms"] = [["is:due or is:new", 5, 6]]
    col.decks.save(terms)
    col.sched.rebuild_filtered_deck(filtered)
    return col


def make(folder):
    col = rich(folder)
    for legacy in (False, True):
        end = "old" if legacy else "new"
        for with_scheduling in (True, False):
            options = ExportAnkiPackageOptions(
                with_scheduling=with_scheduling, with_deck_configs=with_scheduling, with_media=True, legacy=legacy
            )
            name = f"deck-{'all' if with_scheduling else 'plain'}-{end}.apkg"
            col.export_anki_package(out_path=os.path.join(folder, name), options=options, limit=None)
    path = col.path
    for legacy in (False, True):
        copy = os.path.join(folder, "whole-old.colpkg" if legacy else "whole-new.colpkg")
        col.export_collection_package(copy, include_media=True, legacy=legacy)
        col.reopen()
    col.close()
    shutil.copy(path, os.path.join(folder, "schema18.anki2"))
    col = Collection(path)
    col.close(downgrade=True)
    shutil.copy(path, os.path.join(folder, "schema11.anki2"))
    os.remove(path)


def look(folder):
    seen = {}
    for name in sorted(os.listdir(folder)):
        if not name.endswith((".apkg", ".colpkg")):
            continue
        work = tempfile.mkdtemp()
        try:
            seen[name] = imported(os.path.join(folder, name), work)
        except Exception as error:  # what it says is what the test shows
            seen[name] = {"error": repr(error)}
        finally:
            shutil.rmtree(work)
    with open(os.path.join(folder, "seen.json"), "w", encoding="utf8") as file:
        json.dump(seen, file)


def sort(folder):
    with open(os.path.join(folder, "names.json"), encoding="utf8") as file:
        names = json.load(file)
    col = Collection(os.path.join(folder, "sort.anki2"))
    values = ", ".join("(?)" for _ in names)
    names = col.db.list(f"with t(name) as (values {values}) select name from t order by name collate unicase", *names)
    with open(os.path.join(folder, "sorted.json"), "w", encoding="utf8") as file:
        json.dump(names, file)
    col.close()


def imported(package, work):
    path = os.path.join(work, "collection.anki2")
    media = os.path.join(work, "collection.media")
    if package.endswith(".colpkg"):
        from anki._backend import RustBackend

        RustBackend().import_collection_package(
            col_path=path, backup_path=package, media_folder=media, media_db=os.path.join(work, "collection.mdb")
        )
        col = Collection(path)
    else:
        col = Collection(path)
        options = ImportAnkiPackageOptions(with_scheduling=True, with_deck_configs=True)
        col.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options))
    integrity = col.db.scalar("pragma integrity_check")
    rows = {
        "notes": col.db.all("select guid, flds, tags from notes order by guid"),
        "cards": col.db.all(
            "select n.guid, c.ord, c.type, c.queue, c.ivl, c.factor, c.reps, c.lapses, c.flags, c.data"
            " from cards c join notes n on n.id = c.nid order by n.guid, c.ord"
        ),
        "revlog": col.db.all("select id, ease, ivl, lastIvl, factor, time, type from revlog order by id"),
    }
    files = {}
    for name in sorted(os.listdir(media)):
        with open(os.path.join(media, name), "rb") as file:
            files[name] = len(file.read())
    said, fine = col.fix_integrity()
    out = {
        "integrity": integrity,
        "fixed": said,
        "decks": sorted(deck.name for deck in col.decks.all_names_and_ids()),
        "types": sorted(kind.name for kind in col.models.all_names_and_ids()),
        "tags": sorted(col.tags.all()),
        "media": files,
        **rows,
    }
    col.close()
    return out


if __name__ == "__main__":
    {"make": make, "look": look, "sort": sort}[sys.argv[1]](sys.argv[2])
