"""Makes packages with the real Anki, and takes packages in with it. See packages.test.ts.

make FOLDER               builds a collection, exports it in every way, and tells what is in it
take FOLDER PACKAGE...    takes each package into a collection of its own, checks that, tells what is in it, and exports it again
"""

import json
import os
import random
import sys
import time

from anki.collection import (
    Collection,
    ExportAnkiPackageOptions,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)

DAY = 86400


def rows(col):
    """Every row, and the study day of today, by which due dates are days."""
    return {
        "today": col.sched.today,
        "now": time.time() * 1000,
        "crt": col.crt,
        "notes": [list(row) for row in col.db.all(
            "select id, guid, mid, mod, tags, flds, cast(sfld as text), csum from notes order by id")],
        "cards": [list(row) for row in col.db.all(
            "select id, nid, did, ord, mod, type, queue, due, ivl, factor, reps, lapses, left, odue, odid, flags, data"
            " from cards order by id")],
        "revlog": [list(row) for row in col.db.all(
            "select id, cid, ease, ivl, lastIvl, factor, time, type from revlog order by id")],
        "decks": {str(deck.id): deck.name for deck in col.decks.all_names_and_ids()},
        "types": {str(model.id): model.name for model in col.models.all_names_and_ids()},
    }


def memories(col):
    """What Anki makes of each card's log by itself."""
    made = {}
    for cid in col.db.list("select id from cards where type > 0"):
        state = col.compute_memory_state(cid)
        if state.stability is not None:
            made[str(cid)] = [state.stability, state.difficulty]
    return made


def days_pass(col, days):
    """Lets everything lie so many days further back."""
    gone = days * DAY
    col.db.execute("update revlog set id = id - ?", gone * 1000)
    for cid, data in col.db.all("select id, data from cards"):
        said = json.loads(data or "{}")
        if "lrt" in said:
            said["lrt"] -= gone
            data = json.dumps(said, separators=(",", ":"))
        col.db.execute("update cards set mod = mod - ?, data = ? where id = ?", gone, data, cid)
    col.db.execute("update cards set due = due - ? where queue = 1", gone)
    col.db.execute("update notes set mod = mod - ?", gone)
    path = col.path
    col.db.execute("update col set crt = crt - ?", gone)
    col.close()
    return Collection(path)


def study(col, answers, dice, only=None):
    done = 0
    while done < answers:
        card = col.sched.getCard()
        if card is None:
            break
        card.start_timer()
        col.sched.answerCard(card, only or dice.choices([1, 2, 3, 4], [2, 1, 6, 1])[0])
        done += 1
    return done


def occlusion(col, folder):
    picture = os.path.join(folder, "picture.png")
    with open(picture, "wb") as file:
        file.write(bytes.fromhex(
            "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
            "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"))
    col.add_image_occlusion_notetype()
    shapes = "{{c1::image-occlusion:rect:left=.1:top=.2:width=.3:height=.1:oi=1}}<br>{{c2::image-occlusion:ellipse:left=.5:top=.5:rx=.1:ry=.2}}<br>"
    model = col.models.by_name("Image Occlusion")
    col.add_image_occlusion_note(model["id"], picture, shapes, "A header", "Extra", ["io"])


def build(folder, fsrs):
    dice = random.Random(7)
    col = Collection(os.path.join(folder, "source.anki2"))
    col.set_config("fsrs", fsrs)
    land = col.decks.id("Land")
    town = col.decks.id("Land::Stadt & Straße")
    preset = col.decks.add_config("Slow")
    preset["new"]["delays"] = [1, 15, 1440]
    preset["new"]["perDay"] = 500
    preset["rev"]["perDay"] = 900
    preset["lapse"]["delays"] = [20]
    preset["desiredRetention"] = 0.85
    col.decks.update_config(preset)
    usual = col.decks.get_config(1)
    usual["new"]["perDay"] = 500
    usual["rev"]["perDay"] = 900
    col.decks.update_config(usual)
    deck = col.decks.get(town)
    deck["conf"] = preset["id"]
    deck["desc"] = "Über <b>Städte</b>"
    col.decks.save(deck)

    names = ["Basic", "Basic (and reversed card)", "Basic (optional reversed card)", "Basic (type in the answer)", "Cloze"]
    for i in range(120):
        model = col.models.by_name(names[i % len(names)])
        note = col.new_note(model)
        note.fields[0] = f"front <b>{i}</b> ä日本 &amp; {{{{c1::gap {i}}}}} {{{{c2::outer {{{{c3::inner::hint}}}}}}}}"
        note.fields[1] = f"back {i}<br>[sound:none.mp3]"
        if len(note.fields) > 2 and i % 2:
            note.fields[2] = "y"
        note.tags = ["all", f"t::{i % 3}"]
        col.add_note(note, [1, land, town][i % 3])
    occlusion(col, folder)

    answered = 0
    for gap in [1, 1, 2, 3, 5, 9, 4]:
        for did in [1, land, town]:
            col.decks.select(did)
            answered += study(col, 30, dice)
        col = days_pass(col, gap)
    col.decks.select(land)
    answered += study(col, 25, dice)

    seen = col.find_cards("is:review -is:due")
    col.sched.suspend_cards(seen[:5])
    fresh = col.find_cards("is:new")
    col.sched.suspend_cards(fresh[:2])
    col.sched.set_due_date(fresh[4:9], "3-9")
    col.sched.set_due_date(seen[12:15], "20!")
    col.sched.schedule_cards_as_new(seen[15:18], restore_position=True, reset_counts=False)
    for flag, cid in enumerate(seen[18:25]):
        col.set_user_flag_for_cards(flag + 1, [cid])
    # A sibling in another deck than its note.
    col.set_deck([col.find_cards('"note:Basic (and reversed card)"')[1]], land)
    for name, search, reschedule in [("Cram", "tag:t::1 is:review", True), ("Look", "tag:t::2 is:new", False)]:
        filtered = col.decks.new_filtered(name)
        deck = col.decks.get(filtered)
        deck["terms"] = [[search, 12, 0]]
        deck["resched"] = reschedule
        col.decks.save(deck)
        col.sched.rebuild_filtered_deck(filtered)
        col.decks.select(filtered)
        answered += study(col, 3, dice, None if reschedule else 1)
    # The first look at cards on a day takes back the burying of the day before: let that be over.
    rows(col)
    col.sched.bury_cards(seen[5:8], manual=True)
    col.sched.bury_cards(seen[8:11], manual=False)
    col.sched.bury_cards(fresh[2:4], manual=True)
    return col, answered


def make(folder):
    told = {}
    for name, fsrs in [("fsrs", True), ("sm2", False)]:
        inside = os.path.join(folder, name)
        os.makedirs(inside)
        col, answered = build(inside, fsrs)
        told[name] = {
            "answered": answered,
            "memory": memories(col),
            "packages": {},
        }
        for legacy in [False, True]:
            for scheduling in [True, False]:
                path = os.path.join(inside, f"{'old' if legacy else 'new'}{'' if scheduling else '-plain'}.apkg")
                col.export_anki_package(
                    out_path=path,
                    options=ExportAnkiPackageOptions(
                        with_scheduling=scheduling, with_deck_configs=True, with_media=True, legacy=legacy),
                    limit=None,
                )
                told[name]["packages"][os.path.basename(path)] = scheduling
        told[name]["rows"] = rows(col)
        for legacy in [False, True]:
            col.export_collection_package(
                os.path.join(inside, f"{'old' if legacy else 'new'}.colpkg"), include_media=True, legacy=legacy)
            col.reopen()
        col.close()
    return told


def take(folder, packages):
    told = {}
    for package in packages:
        name = os.path.relpath(package, folder).replace(os.sep, "-")
        path = os.path.join(folder, f"{name}.anki2")
        col = Collection(path)
        if name.endswith(".colpkg"):
            media, known = col.media.dir(), path.replace(".anki2", ".media.db2")
            col.close()
            col._backend.import_collection_package(
                col_path=path, backup_path=package, media_folder=media, media_db=known)
            col = Collection(path)
            log = None
        else:
            options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
            log = col.import_anki_package(ImportAnkiPackageRequest(package_path=package, options=options)).log
        before = rows(col)
        report, fine = col.fix_integrity()
        back = os.path.join(folder, f"{name}.back.apkg")
        col.export_anki_package(
            out_path=back,
            options=ExportAnkiPackageOptions(
                with_scheduling=True, with_deck_configs=True, with_media=True, legacy=False),
            limit=None,
        )
        others = [] if log is None else [log.updated, log.duplicate, log.conflicting, log.missing_notetype,
                                         log.missing_deck, log.empty_first_field]
        told[name] = {
            "rows": before,
            "fine": fine and rows(col)["cards"] == before["cards"] and rows(col)["notes"] == before["notes"],
            "report": report,
            "new": None if log is None else len(log.new),
            "others": sum(len(each) for each in others),
            "media": sorted(os.listdir(col.media.dir())),
            "back": back,
        }
        col.close()
    return told


what, folder, *rest = sys.argv[1:]
told = make(folder) if what == "make" else take(folder, rest)
with open(os.path.join(folder, f"{what}.json"), "w", encoding="utf-8") as file:
    json.dump(told, file)
