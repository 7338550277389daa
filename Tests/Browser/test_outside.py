"""The server as it is reached from outside: by HTTPS, behind a proxy, and by a stream of events that was cut off."""

import contextlib
import http.client
import json
import re
import socket
import ssl
import subprocess
import threading

import pytest

from conftest import free_port, program
from test_program import change, run, sign_in

PUBLIC = "https://entente.example"


@contextlib.contextmanager
def serving(data, *flags):
    """`entente serve` on a free port; gives the port once it takes connections."""
    port = free_port()
    process = subprocess.Popen(
        [program(), "serve", "--data", data, "--port", str(port), *map(str, flags)], stdout=subprocess.PIPE, text=True,
        stderr=subprocess.DEVNULL)
    timer = threading.Timer(30, process.kill)
    timer.start()
    assert "ready" in process.stdout.readline()
    timer.cancel()
    try:
        yield port
    finally:
        process.terminate()
        assert process.wait(timeout=20) == 0


@pytest.fixture
def invited(tmp_path):
    """A data folder with an account, and the path that signs it in."""
    made = run("account", "ada@example.org", "--name", "Ada", "--data", tmp_path / "data")
    return tmp_path / "data", re.search(r"/sign-in/\S+", made.stdout).group(0)


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tls")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", folder / "key.pem",
         "-out", folder / "certificate.pem"], check=True, capture_output=True)
    return folder / "certificate.pem", folder / "key.pem"


def test_https(invited, certificate, open_page):
    data, link = invited
    chain, key = certificate
    with serving(data, "--tls-certificate", chain, "--tls-key", key) as port:
        page = open_page(ignore_https_errors=True)
        answer = page.goto(f"https://localhost:{port}{link}")
        assert answer.headers["strict-transport-security"]
        page.locator("main form button").first.click()
        page.get_by_role("heading", name="Home").wait_for()
        [cookie] = [c for c in page.context.cookies() if c["name"] == "__Host-entente"]
        assert cookie["secure"] and cookie["httpOnly"] and cookie["sameSite"] == "Lax" and cookie["path"] == "/"

        # The certificate is the one that was given, and what is older than TLS 1.2 is refused.
        trusting = ssl.create_default_context(cafile=chain)
        connection = http.client.HTTPSConnection("localhost", port, timeout=30, context=trusting)
        connection.request("GET", "/health")
        assert connection.getresponse().status == 200
        connection.close()
        old = subprocess.run(
            ["openssl", "s_client", "-connect", f"localhost:{port}", "-tls1_1"], input="", capture_output=True, text=True,
            timeout=30)
        assert old.returncode != 0

        # Who speaks plain HTTP to it gets no page.
        with socket.create_connection(("localhost", port), timeout=30) as plain:
            plain.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")
            with contextlib.suppress(ConnectionResetError):
                assert b"<html" not in plain.recv(1 << 16)


def test_behind_a_proxy(invited):
    data, link = invited

    def ask(port, method, path, body=None, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer

    form = {"Host": "entente.example", "X_Forwarded_For": "192.0.2.7", "Content_Type": "application/x-www-form-urlencoded"}
    with serving(data, "--public-url", PUBLIC) as port:
        assert ask(port, "GET", "/sign-in", Host="entente.example").status == 200
        assert ask(port, "GET", "/sign-in", Host="other.example").status == 421
        # What is posted comes from the public address, not from the one behind the proxy.
        assert ask(port, "POST", link, "", Origin=f"http://127.0.0.1:{port}", **form).status == 403
        signed = ask(port, "POST", link, "", Origin=PUBLIC, **form)
        assert signed.status == 303
        cookie = signed.getheader("Set-Cookie")
        assert cookie.startswith("__Host-entente=") and "Secure" in cookie
        assert signed.getheader("Strict-Transport-Security")
        assert ask(port, "GET", "/", Host="entente.example", Cookie=cookie.split(";")[0]).status == 200
        # Without a session the link holds no more.
        assert ask(port, "POST", link, "", Origin=PUBLIC, **form).status == 422


def events(server, cookie, count, **headers):
    """The ids and data of so many events, as they come."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=30)
    connection.request(
        "GET", "/api/v1" + server.example.replace("/a/", "/alliances/") + "/events", headers={"Cookie": cookie} | headers)
    answer = connection.getresponse()
    found, number = [], None
    while len(found) < count:
        line = answer.readline().decode().strip()
        if line.startswith("id: "):
            number = int(line[4:])
        if line.startswith("data: "):
            found.append((number, json.loads(line[6:])))
    connection.close()
    return found


def test_a_stream_that_was_cut_off_goes_on_where_it_was(server):
    cookie = sign_in(server)

    def add(name):
        body = json.dumps({"step": "vision", "register": "objectives", "add": name, "fields": {"title": name}})
        assert change(server, cookie, body) in (200, 201)

    for name in ("first", "second", "third"):
        add(name)
    [(start, _)] = events(server, cookie, 1, **{"Last-Event-ID": "1"})
    every = events(server, cookie, 4, **{"Last-Event-ID": "1"})
    assert [number for number, _ in every] == list(range(2, 6)) and start == 2
    last = every[-1][0]
    [(following, _)] = events(server, cookie, 1, **{"Last-Event-ID": str(last)})
    assert following == last + 1
