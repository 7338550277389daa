#!/usr/bin/env python3
"""Replays a trace of powercut.c: what would be on the disk, had the power failed at each moment?

    replay.py TRACE drop|torn|lazy IMAGES FOLDER

Makes about IMAGES disk images, evenly over the trace, in FOLDER: `drop` loses everything that was not synchronised, `torn`
keeps random 512-byte pieces of it, `lazy` takes the log's synchronisations for undone, as `synchronous=NORMAL` would
have left them out: entries must be lost then, or this test could not fail. Opens each as SQLite would after the restart and demands that the file is sound, that the
chain of every ledger is whole, and that every acknowledged entry is there. Not modelled: lost names of files.
"""
import hashlib
import json
import os
import random
import shutil
import sqlite3
import struct
import sys


def records(path):
    with open(path, "rb") as trace:
        while len(header := trace.read(21)) == 21:
            kind = chr(header[0])
            characters, offset, length = struct.unpack("<iqq", header[1:])
            name = trace.read(characters).decode()
            yield kind, name, offset, trace.read(length) if kind in "WA" else b""


def put(image, offset, data):
    if offset < 0:  # an appending write
        offset = len(image)
    if len(image) < offset + len(data):
        image.extend(b"\0" * (offset + len(data) - len(image)))
    image[offset : offset + len(data)] = data


def cut(image, length):
    del image[length:]
    image.extend(b"\0" * (length - len(image)))


def tear(images, pending, generator):
    for name, changes in pending.items():
        image = images.setdefault(name, bytearray())
        for kind, offset, data in changes:
            if generator.random() < 0.5:
                continue
            if kind == "T":
                cut(image, offset)
                continue
            for start in range(0, len(data), 512):
                if generator.random() < 0.8:
                    put(image, offset + start if offset >= 0 else -1, data[start : start + 512])


def judge(images, acknowledged, folder):
    shutil.rmtree(folder, ignore_errors=True)
    os.mkdir(folder)
    for name, image in images.items():
        with open(os.path.join(folder, os.path.basename(name)), "wb") as file:
            file.write(image)
    path = os.path.join(folder, "entente.db")
    if not os.path.exists(path):
        return "lost" if acknowledged else "fine"
    try:
        connection = sqlite3.connect(path)
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            return "corrupt"
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'ledger_entry'").fetchone():
            return "lost" if acknowledged else "fine"
        keys, previous, size = set(), bytes(32), 0
        for sequence, leaf, envelope in connection.execute(
            "SELECT sequence, leaf, envelope FROM ledger_entry ORDER BY sequence"
        ):
            value = json.loads(envelope)
            computed = hashlib.sha256(b"\0" + envelope).digest()
            if sequence != size or computed != leaf or value["previous"] != previous.hex():
                return "chain"
            previous, size = computed, size + 1
            keys.add(value["idempotency"])
        head = connection.execute("SELECT size, leaf FROM ledger_head").fetchone() or (0, bytes(32))
        connection.close()
        if head != (size, previous):
            return "head"
        return "fine" if acknowledged <= keys else "lost"
    except sqlite3.DatabaseError as problem:
        return f"corrupt: {problem}"


def main(trace, mode, count, folder):
    generator = random.Random(7)
    steps = list(records(trace))
    every = max(1, len(steps) // count)
    durable, pending, acknowledged, rest, results, images = {}, {}, set(), b"", {}, 0
    for index, (kind, name, offset, data) in enumerate(steps):
        if kind == "A":
            *lines, rest = (rest + data).split(b"\n")
            acknowledged |= {line.decode() for line in lines}
        elif kind in "WT":
            pending.setdefault(name, []).append((kind, offset, data))
        elif kind == "S":
            if mode == "lazy" and name.endswith("-wal"):
                continue
            if name not in pending and name not in durable:
                continue
            image = durable.setdefault(name, bytearray())
            for change, at, piece in pending.pop(name, []):
                put(image, at, piece) if change == "W" else cut(image, at)
        elif kind == "U":
            durable.pop(name, None)
            pending.pop(name, None)
        if index % every:
            continue
        images += 1
        view = {name: bytearray(image) for name, image in durable.items() if "ack" not in name}
        if mode == "torn":
            tear(view, pending, generator)
        result = judge(view, acknowledged, folder)
        results[result] = results.get(result, 0) + 1
    print(f"power cut, {mode}: {len(steps)} records, {images} images, {len(acknowledged)} acknowledged, {results}")
    return 0 if set(results) == {"fine"} else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]))
