"""The real server: health, hosts, tickets, error codes."""

import http.client
import re
import urllib.error
import urllib.request
from urllib.parse import quote, urlsplit

import pytest

from foundation.access import tickets


def fetch(url, method="GET", **headers):
    """(status, headers, body) of one request, redirects and errors as they are."""
    request = urllib.request.Request(url, method=method, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


@pytest.mark.parametrize("path", ["/healthz", "/_stcore/health", "/", "/second"])
def test_addresses_answer(served, path):
    status, headers, _ = fetch(served.url + path)
    assert status == 200
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "frame-ancestors 'self'"


def test_a_page_announces_the_chart_library_and_the_server_has_it(served):
    links = fetch(served.url + "/")[1].get_all("link")
    address = re.search(r"<(/static/js/PlotlyChart[^>]+)>; rel=modulepreload", ",".join(links))[1]
    status, headers, body = fetch(served.url + address)
    assert (status, headers.get_content_type()) == (200, "application/javascript")
    assert len(body) > 1_000_000, "a Streamlit that lays the library elsewhere wants ChartsAhead changed"


@pytest.mark.parametrize("host", ["liaison.example.com", "192.168.1.5:8501", "127.0.0.1.example.com", ""])
def test_a_foreign_name_pointed_at_this_computer_gets_nothing(served, host):
    status, _, body = fetch(served.url + "/", Host=host)
    assert status == 400
    assert b"streamlit" not in body.lower()


@pytest.mark.parametrize("host", ["localhost:8501", "127.0.0.1", "[::1]:8501"])
def test_loopback_names_are_known(served, host):
    assert fetch(served.url + "/healthz", Host=host)[0] == 200


def test_a_ticket_gives_the_file_a_few_times_and_is_never_stored(served):
    url = served.url + served.lists[0]
    status, headers, body = fetch(url)
    assert (status, body) == (200, b"leader")
    assert headers["cache-control"] == "no-store, private"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["content-type"].startswith("text/csv")
    name = quote("久未联系_名单_2025.csv")
    assert headers["content-disposition"] == f"attachment; filename=\"download.csv\"; filename*=UTF-8''{name}"
    assert [fetch(url)[0] for _ in range(tickets.USES)] == [200] * (tickets.USES - 1) + [410]


def test_looking_does_not_use_a_ticket_up(served):
    url = served.url + served.lists[1]
    for _ in range(5):
        assert fetch(url, method="HEAD")[0] == 405
        assert fetch(url, **{"Sec-Purpose": "prefetch"})[0] == 405
    assert fetch(url)[0] == 200


@pytest.mark.parametrize("token", ["x" * 32, "../../etc/passwd", "%00", "CURRENT"])
def test_a_made_up_ticket_says_what_to_do(served, token):
    host = urlsplit(served.url)
    connection = http.client.HTTPConnection(host.hostname, host.port, timeout=10)
    connection.request("GET", f"{tickets.ROUTE}/{token}")
    answer = connection.getresponse()
    body = answer.read().decode()
    connection.close()
    assert answer.status != 200 or "<div id=" in body  # a path that is no ticket's is Streamlit's own page
    if token == "x" * 32:
        assert answer.status == 410
        assert "重新点击下载" in body
        assert "Go back to the page" in body


def test_a_builder_that_fails_gives_a_code_and_keeps_its_secret(served):
    status, _, body = fetch(served.url + served.broken)
    text = body.decode()
    assert status == 500
    assert "secret-name" not in text
    code = text[text.index("E-") : text.index("E-") + 8]
    log = (served.home / "errors.log").read_text()
    assert code in log
    assert "secret-name" in log
