"""The program as who runs it meets it: what keeps it from starting, what it answers to bad requests, how it ends."""

import http.client
import os
import pathlib
import re
import sqlite3
import subprocess

import pytest

from conftest import ROOT, Server, free_port, program

EXAMPLE = ROOT / "Examples" / "renault-nissan-2023.yaml"


def run(*arguments, **options):
    return subprocess.run([program(), *map(str, arguments)], capture_output=True, text=True, timeout=60, **options)


def refused(*words, status=2):
    """Runs a command that cannot be done; gives what it says."""
    result = run(*words)
    assert result.returncode == status, result.stdout + result.stderr
    assert "Fatal" not in result.stderr and len(result.stderr) < 2_000
    return result.stderr


@pytest.fixture
def data(tmp_path):
    """A data folder with an alliance."""
    folder = tmp_path / "data"
    assert run("import", EXAMPLE, "--data", folder, "--id", "alliance").returncode == 0
    return folder


def test_the_version():
    assert re.fullmatch(r"\d+\.\d+\.\d+\n", run("--version").stdout)


def test_a_second_server_on_the_folder_or_port(server, tmp_path):
    assert "another program listens there" in refused("serve", "--data", tmp_path / "d", "--port", server.port)


def test_a_second_server_on_the_folder(tmp_path):
    first = Server(tmp_path / "d", "papi-coalition")
    try:
        assert "in use by another server" in refused("serve", "--data", tmp_path / "d", "--port", free_port())
    finally:
        first.stop()


def test_a_folder_of_a_newer_version(data):
    database = sqlite3.connect(data / "entente.db")
    database.execute("INSERT INTO schema_migration VALUES ('future-9')")
    database.commit()
    database.close()
    assert "newer version" in refused("serve", "--data", data, "--port", free_port())


def test_what_is_no_data_folder(tmp_path):
    (tmp_path / "file").write_text("")
    assert "is no folder" in refused("serve", "--data", tmp_path / "file")
    (tmp_path / "d").mkdir()
    (tmp_path / "d" / "entente.db").write_bytes(os.urandom(100_000))
    assert "Restore the newest backup" in refused("serve", "--data", tmp_path / "d")


@pytest.mark.parametrize(
    "flags",
    [[], ["--port", "many"], ["--public-url", "entente.example"], ["--tls-key", "key.pem"],
     ["--tls-key", "/none", "--tls-certificate", "/none"], ["--config", "/none"]])
def test_settings_that_cannot_be(flags, tmp_path):
    arguments = [] if flags == [] else ["--data", tmp_path / "d"]
    assert refused("serve", *arguments, *flags).count("\n") == 1


def test_a_mistyped_setting_is_named(tmp_path):
    (tmp_path / "c.json").write_text('{"prot": 9, "tls": {"certificat": "c.pem"}}')
    words = refused("serve", "--data", tmp_path / "d", "--config", tmp_path / "c.json")
    assert "“prot”" in words and "“tls.certificat”" in words


@pytest.mark.skipif(os.geteuid() != 0, reason="mounting a small disk needs root")
def test_a_full_and_a_read_only_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", disk], capture_output=True).returncode != 0:
        pytest.skip("mounting is not allowed here")
    try:
        server = Server(disk / "d", "papi-coalition")
        cookie = sign_in(server)
        text = "a" * 14_000
        statuses = []
        for number in range(400):
            body = '{"step":"vision","register":"objectives","add":"o-%d","fields":{"title":"t","why":"%s"}}' % (number, text)
            statuses.append(change(server, cookie, body))
            if statuses[-1] != 200:
                break
        assert statuses[-1] == 507 and statuses.count(200) == len(statuses) - 1
        assert request(server, "GET", server.example, {"Cookie": cookie})[0] == 200
        subprocess.run(["mount", "-o", "remount,size=30m", disk], check=True)
        assert change(server, cookie, '{"step":"vision","register":"objectives","add":"later","fields":{"title":"t"}}') == 200
        # What was acknowledged is there; what was refused is not.
        status, body = request(server, "GET", "/api/v1" + server.example.replace("/a/", "/alliances/"), {"Cookie": cookie})
        assert status == 200 and body.count(b'"o-') == len(statuses) - 1 and b'"later"' in body
        server.stop()
        subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
        assert "Read-only" in refused("serve", "--data", disk / "d")
    finally:
        subprocess.run(["umount", disk], check=True)


def request(server, method, path, headers, body=None):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    try:
        connection.request(method, path, body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def sign_in(server):
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(
        "POST", server.link[len(server.url):], "",
        {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"})
    return connection.getresponse().getheader("Set-Cookie").split(";")[0]


def change(server, cookie, body):
    path = "/api/v1" + server.example.replace("/a/", "/alliances/") + "/changes"
    headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/json"}
    return request(server, "POST", path, headers, body)[0]


def test_bodies_and_names_that_are_refused(server):
    form = {"Content-Type": "application/x-www-form-urlencoded"}
    assert request(server, "GET", "/", {"Host": "evil.example"})[0] == 421
    assert request(server, "GET", "/metrics", {"X-Forwarded-For": "192.0.2.7"})[0] == 404
    assert request(server, "GET", "/metrics", {})[0] == 200
    assert request(server, "GET", "/" + "a" * 100_000, {})[0] in (400, 414, 431)

    def pieces():
        for _ in range(40):
            yield b"a" * (1 << 19)

    try:
        status, _ = request(server, "POST", "/sign-in", form, pieces())
        assert status == 413
    except (BrokenPipeError, ConnectionResetError):
        pass  # The server closed before all was sent: refused as well.
    assert request(server, "GET", "/health", {})[0] == 200


def test_it_ends_while_somebody_listens(tmp_path):
    server = Server(tmp_path / "d", "papi-coalition")
    cookie = sign_in(server)
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request("GET", server.example + "/events", headers={"Cookie": cookie})
    answer = connection.getresponse()
    assert answer.getheader("Content-Type") == "text/event-stream"
    server.stop()
    assert b"retry:" in answer.read()


def test_after_it_ended_the_database_is_one_file(tmp_path):
    server = Server(tmp_path / "d", "papi-coalition")
    sign_in(server)
    server.stop()
    log = tmp_path / "d" / "entente.db-wal"
    assert not log.exists() or log.stat().st_size == 0
    connection = sqlite3.connect(f"file:{tmp_path / 'd' / 'entente.db'}?immutable=1", uri=True)
    assert connection.execute("SELECT count(*) FROM ledger_entry").fetchone()[0] > 20
    connection.close()


def test_an_exported_ledger_verifies_and_a_changed_one_does_not(data, tmp_path):
    file = tmp_path / "alliance.ledger"
    assert run("export", "--data", data, "--ledger", "--output", file).returncode == 0
    assert run("verify", file).returncode == 0
    content = file.read_bytes()
    for place in range(0, len(content), len(content) // 40):
        file.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1:])
        assert run("verify", file).returncode == 1, place


def test_a_file_goes_in_and_out(data, tmp_path):
    file = tmp_path / "out.yaml"
    assert run("export", "--data", data, "--output", file).returncode == 0
    difference = run("diff", EXAMPLE, file)
    assert difference.returncode == 0, difference.stdout


def test_an_alliance_that_is_not_there_is_told_with_those_that_are(tmp_path):
    data = tmp_path / "data"
    none = run("account", "ada@example.org", "--name", "Ada", "--alliance", "baltic", "--data", data)
    assert none.returncode == 2 and "holds no alliance" in none.stderr
    assert run("import", ROOT / "Examples" / "papi-coalition.yaml", "--data", data).returncode == 0
    wrong = run("account", "ada@example.org", "--name", "Ada", "--alliance", "baltic", "--data", data)
    assert wrong.returncode == 2 and "there is no such alliance. Name one of: " in wrong.stderr
    assert "papi-coalition" in wrong.stderr
    # Nobody was let in by a slip.
    assert "there is no such account" in run("account", "ada@example.org", "--data", data).stderr
