#!/usr/bin/env python3
"""A second verifier of ledger exports, written from Documentation/ledger-format.md alone.

    verify.py [--server KEY] FILE...

One JSON line a file: {"ok": true, "size": 3, "root": "…"} or {"ok": false, "reason": "altered", "entry": 2}.
Exit status 1 where a file is refused. Signatures are checked where the package `cryptography` is there.
"""
import base64
import hashlib
import json
import re
import sys

try:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
except ImportError:
    Ed25519PublicKey = None

IDENTIFIER = r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
KEY = re.compile(r"[a-z][a-z0-9_]{0,63}")
TYPE = re.compile(r"[a-z][A-Za-z0-9_]*(\.[a-z][A-Za-z0-9_]*)*")
IDEMPOTENCY = re.compile(r"[A-Za-z0-9][A-Za-z0-9._:/-]{0,127}")
HEX = re.compile(r"[0-9a-f]{64}")
AUDIENCE = re.compile(rf"everyone|sealed|party:{IDENTIFIER}")
COMMON = {"alliance", "audience", "author", "idempotency", "previous", "sequence", "time", "version"}


class Refused(Exception):
    def __init__(self, reason, entry=None):
        super().__init__(reason)
        self.reason, self.entry = reason, entry


def sha(data):
    return hashlib.sha256(data).digest()


def leaf_hash(envelope):
    return sha(b"\x00" + envelope)


def root_of(leaves):
    """RFC 6962, section 2.1."""
    if not leaves:
        return sha(b"")
    if len(leaves) == 1:
        return leaves[0]
    split = 1 << ((len(leaves) - 1).bit_length() - 1)
    return sha(b"\x01" + root_of(leaves[:split]) + root_of(leaves[split:]))


# --- canonical JSON ---------------------------------------------------------------------------------------------------


def need(condition):
    if not condition:
        raise ValueError


def members(pairs):
    found = dict(pairs)
    need(len(found) == len(pairs) and all(KEY.fullmatch(key) for key in found))
    return found


def refuse(_):
    raise ValueError


def integer(text):
    value = int(text)
    need(abs(value) <= 2**53 - 1)
    return value


def check(value, depth):
    if isinstance(value, str):
        need("\0" not in value)
    elif isinstance(value, (dict, list)):
        need(depth <= 32)
        for element in value.values() if isinstance(value, dict) else value:
            check(element, depth + 1)


def canonical(data):
    """The value of canonical JSON: a text is canonical where writing its value again gives the same bytes."""
    need(len(data) <= 61440)
    value = json.loads(
        data.decode("utf-8"), object_pairs_hook=members, parse_float=refuse, parse_constant=refuse, parse_int=integer)
    check(value, 1)
    written = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    need(written.encode("utf-8") == data)
    return value


def is_integer(value, low, high=2**53 - 1):
    return type(value) is int and low <= value <= high


def is_name(value, pattern=re.compile(IDENTIFIER)):
    return isinstance(value, str) and pattern.fullmatch(value) is not None


# --- envelopes --------------------------------------------------------------------------------------------------------


def payload(value):
    need(isinstance(value["body"], dict) and is_integer(value["schema"], 1, 65535))
    need(is_name(value["type"], TYPE) and len(value["type"]) <= 128)


def envelope(data):
    value = canonical(data)
    need(isinstance(value, dict) and type(value.get("version")) is int and value["version"] == 1)
    is_open = value.get("audience") == "everyone"
    need(set(value) == COMMON | ({"body", "schema", "type"} if is_open else {"commitment"}))
    need(is_name(value["audience"], AUDIENCE) and is_name(value["alliance"]))
    need(isinstance(value["author"], dict))
    kinds = set(value["author"])
    need(kinds in ({"token"}, {"service"}, {"party", "person"} if is_open else {"party"}))
    need(all(is_name(name) for name in value["author"].values()))
    need(is_name(value["idempotency"], IDEMPOTENCY) and is_name(value["previous"], HEX))
    need(is_integer(value["sequence"], 0) and is_integer(value["time"], 0))
    payload(value) if is_open else need(is_name(value["commitment"], HEX))
    return value


def scope(author):
    kind = next(kind for kind in ("party", "token", "service") if kind in author)
    return f"{kind}:{author[kind]}"


def commitment(alliance, sequence, author_scope, path, salt, value):
    parts = [b"entente/c1", alliance.encode(), sequence.to_bytes(8, "big"), author_scope.encode(), path.encode()]
    return sha(b"".join(len(part).to_bytes(4, "big") + part for part in parts + [salt, value])).hex()


def opening(data):
    """Sequence, salt and content bytes of {"content":…,"salt":"…","sequence":…}."""
    match = re.fullmatch(rb'\{"content":(.*),"salt":"([0-9a-f]{64})","sequence":(0|[1-9][0-9]{0,15})\}', data, re.DOTALL)
    need(match)
    return int(match[3]), bytes.fromhex(match[2].decode()), match[1]


def opened_content(commitments, alliance, sequence, salt, content):
    try:
        value = canonical(content)
        need(isinstance(value, dict) and {"body", "schema", "type"} <= set(value) <= {"body", "person", "schema", "type"})
        need("person" not in value or is_name(value["person"]))
        payload(value)
        author_scope, expected = commitments[sequence]
        need("person" not in value or author_scope.startswith("party:"))
        need(commitment(alliance, sequence, author_scope, "content", salt, content) == expected)
    except (ValueError, KeyError, RecursionError):
        return None
    return value


class People:
    """Who acts for which party, as the entries say it."""

    def __init__(self):
        self.first, self.places = None, {}

    def take(self, entry):
        body, kind = entry["body"], entry["type"]
        if entry["schema"] != 1 or kind not in ("charter.people.add", "charter.people.set", "charter.people.remove"):
            return
        person = body.get(kind.rsplit(".", 1)[1])
        fields = body.get("fields")
        party = fields.get("party") if isinstance(fields, dict) else None
        if kind == "charter.people.remove":
            party = None
        elif not isinstance(party, str):
            return
        if isinstance(person, str):
            self.places.setdefault(person, []).append((entry["sequence"] + 1, party))
            self.first = entry["sequence"] + 1 if self.first is None else self.first

    def allow(self, person, party, sequence):
        if self.first is None or sequence < self.first:
            return True
        known = [party for start, party in self.places.get(person, []) if start <= sequence]
        return bool(known) and known[-1] == party


# --- notes ------------------------------------------------------------------------------------------------------------


def verifier_key(text):
    """Name, key id and public key of name+id+base64(algorithm ‖ key)."""
    name, key_id, blob = text.split("+", 2)
    material = base64.b64decode(blob, validate=True)
    need(len(material) == 33 and material[0] in (1, 4) and base64.b64encode(material).decode() == blob)
    need(name and sha(name.encode() + b"\n" + material).hex()[:8] == key_id)
    return name, bytes.fromhex(key_id), material[0], material[1:]


def is_signed(text, signatures, key):
    name, key_id, algorithm, public = key
    own = [blob[4:] for signer, blob in signatures if signer == name and blob[:4] == key_id]
    if not own or Ed25519PublicKey is None:
        return bool(own)
    for blob in own:
        message = text.encode()
        if algorithm == 4:
            message = b"cosignature/v1\ntime %d\n" % int.from_bytes(blob[:8], "big") + message
            blob = blob[8:]
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(blob, message)
        except Exception:  # the package has several kinds of no
            return False
    return True


def signed_note(data):
    text, signature_lines = data.decode("utf-8").rsplit("\n\n", 1)
    need(signature_lines.endswith("\n"))
    need(all(character >= " " or character == "\n" for character in text + signature_lines))
    signatures = []
    for line in signature_lines[:-1].split("\n"):
        dash, name, blob = line.split(" ")
        raw = base64.b64decode(blob, validate=True)
        need(dash == "\u2014" and name and "+" not in name and len(raw) > 4)
        need(base64.b64encode(raw).decode() == blob)
        signatures.append((name, raw))
    return text + "\n", signatures


# --- the ledger -------------------------------------------------------------------------------------------------------


def verify(data, server=None):
    lines = data.split(b"\n")
    header = re.fullmatch(rb"entente-ledger 1 (" + IDENTIFIER.encode() + rb")", lines[0])
    if len(lines) < 2 or not header:
        raise Refused("unfinished" if len(lines) < 2 else "malformed")
    try:
        end = lines.index(b"checkpoint")
    except ValueError:
        end = None
    alliance, leaves, keys, commitments, founding = header[1].decode(), [], {}, {}, None
    time, doubt, may_open, opened, people = 0, None, False, 0, People()
    for line in lines[1:end] if end else lines[1:-1]:
        place = len(leaves)
        if line.startswith(b"opening "):
            if not may_open:
                raise Refused("malformed")
            may_open = False
            if doubt:
                continue
            try:
                sequence, salt, content = opening(line[8:])
                shown = opened_content(commitments, alliance, sequence, salt, content)
                need(sequence == place - 1 and shown)
            except ValueError:
                raise Refused("opening", place - 1)
            if "person" in shown and not people.allow(shown["person"], commitments[sequence][0][6:], sequence):
                raise Refused("author", place - 1)
            opened += 1
            continue
        if not line.startswith(b"entry "):
            raise Refused("malformed")
        may_open = True
        raw = line[6:]
        try:
            entry = envelope(raw)
        except (ValueError, KeyError, RecursionError):
            raise Refused("previous", place) if doubt else Refused("malformed", place)
        leaf = leaf_hash(raw)
        if doubt:  # either the last entry or the one before it is at fault: this one tells
            raise Refused("altered", place - 1) if entry["previous"] == doubt[1].hex() else Refused("previous", place)
        if place == 0 and entry["alliance"] != alliance:
            raise Refused("alliance", 0)
        if entry["sequence"] != place:
            raise Refused("sequence", place)
        if place == 0:
            if entry["previous"] != "0" * 64:
                raise Refused("previous", 0)
            founding = genesis(entry)
            if server and founding["key"] != server:
                raise Refused("pinnedServer", 0)
        else:
            if entry["alliance"] != alliance:
                raise Refused("alliance", place)
            if entry["previous"] != leaves[-1].hex():
                doubt = (bytes.fromhex(entry["previous"]), leaf)
                continue
            if entry["time"] < time:
                raise Refused("time", place)
        author_scope = scope(entry["author"])
        mark = author_scope if "token" in entry["author"] else (author_scope, entry["idempotency"])
        if mark in keys:
            raise Refused("token" if "token" in entry["author"] else "idempotencyKey", place)
        keys[mark] = place
        if "commitment" in entry:
            commitments[place] = (author_scope, entry["commitment"])
            leaves.append(leaf)
            time = entry["time"]
            continue
        author = entry["author"]
        if place > 0 and entry["type"] == "ledger.genesis":
            raise Refused("genesis", place)
        if "person" in author and not people.allow(author["person"], author["party"], place):
            raise Refused("author", place)
        people.take(entry)
        if entry["type"] == "ledger.opened":
            body = json.dumps(entry["body"], sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
            try:
                need(entry["schema"] == 1)
                sequence, salt, content = opening(body)
                need(sequence < place)
            except ValueError:
                raise Refused("malformed", place)
            shown = opened_content(commitments, alliance, sequence, salt, content)
            if not shown:
                raise Refused("opening", place)
            if "person" in shown and not people.allow(shown["person"], commitments[sequence][0][6:], sequence):
                raise Refused("author", place)
        leaves.append(leaf)
        time = entry["time"]
    if end is None:
        raise Refused("unfinished")
    return finish(lines[end + 1 :], leaves, founding, doubt, opened)


def genesis(entry):
    try:
        body = entry["body"]
        need(entry["type"] == "ledger.genesis" and entry["schema"] == 1)
        need(set(body) == {"alliance", "key", "origin", "parties"})
        name, _, algorithm, _ = verifier_key(body["key"])
        need(name == body["origin"] and algorithm == 1 and name.endswith("/" + body["alliance"]))
        for party in body["parties"]:
            need(set(party) == {"id", "keys"} and is_name(party["id"]))
            [verifier_key(key) for key in party["keys"]]
        need(len({party["id"] for party in body["parties"]}) == len(body["parties"]))
        need(is_name(body["alliance"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise Refused("genesis", 0)
    if body["alliance"] != entry["alliance"]:
        raise Refused("alliance", 0)
    return body


def finish(rest, leaves, founding, doubt, opened):
    note = b"\n".join(rest)
    if not note:
        raise Refused("unfinished")
    try:
        text, signatures = signed_note(note)
    except ValueError:
        raise Refused("malformed")
    if founding is None:
        raise Refused("genesis")
    try:
        origin, size, root, nothing = text.split("\n")
        need(origin and nothing == "" and re.fullmatch(r"0|[1-9][0-9]{0,18}", size))
        root_bytes = base64.b64decode(root, validate=True)
        need(len(root_bytes) == 32 and base64.b64encode(root_bytes).decode() == root)
    except ValueError:
        origin = None
    if doubt:
        fits = origin is not None and root_of(leaves[:-1] + list(doubt)) == root_bytes
        raise Refused("altered", len(leaves) - 1) if fits else Refused("previous", len(leaves))
    if origin is None:
        raise Refused("malformed")
    if origin != founding["origin"]:
        raise Refused("origin")
    if not is_signed(text, signatures, verifier_key(founding["key"])):
        raise Refused("signature")
    if int(size) != len(leaves):
        raise Refused("size")
    if root_of(leaves) != root_bytes:
        raise Refused("root")
    witnesses = {
        party["id"]: any(is_signed(text, signatures, verifier_key(key)) for key in party["keys"])
        for party in founding["parties"]
    }
    return {"ok": True, "size": len(leaves), "root": root_bytes.hex(), "opened": opened, "witnesses": witnesses,
            "signatures": Ed25519PublicKey is not None}


def main(arguments):
    server, refused = None, False
    if arguments[:1] == ["--server"]:
        server, arguments = arguments[1], arguments[2:]
    for path in arguments:
        with open(path, "rb") as file:
            data = file.read()
        try:
            result = verify(data, server)
        except Refused as problem:
            result, refused = {"ok": False, "reason": problem.reason, "entry": problem.entry}, True
        print(json.dumps(result), flush=True)
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
