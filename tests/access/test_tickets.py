"""Download tickets: unguessable, for minutes, for a few uses, with the rights of whom they were minted for."""

import pytest

from foundation.access import tickets
from foundation.access.viewer import Viewer

LEADER = Viewer("领", "leader")


@pytest.fixture(autouse=True)
def clean(monkeypatch):
    monkeypatch.setattr(tickets, "_builders", {})
    monkeypatch.setattr(tickets, "_tickets", tickets.OrderedDict())

    @tickets.builder("list")
    def _list(viewer, *, metric):
        return tickets.Payload(data=f"{viewer.role}:{metric}".encode(), name="名单.csv")


def token_of(path):
    prefix, _, token = path.rpartition("/")
    assert prefix == tickets.ROUTE
    return token


def test_the_file_is_built_when_fetched_and_for_its_viewer():
    ticket = tickets.redeem(token_of(tickets.mint(LEADER, "list", metric="share_lost")))
    assert tickets.build_payload(ticket).data == b"leader:share_lost"


def test_a_ticket_serves_a_few_times():
    token = token_of(tickets.mint(LEADER, "list", metric="x"))
    assert [tickets.redeem(token) is not None for _ in range(tickets.USES + 1)] == [True] * tickets.USES + [
        False
    ]


def test_a_ticket_expires():
    now = [0.0]
    token = token_of(tickets.mint(LEADER, "list", clock=lambda: now[0], metric="x"))
    now[0] = tickets.LIFETIME_SECONDS + 1
    assert tickets.redeem(token, clock=lambda: now[0]) is None


def test_a_made_up_token_gets_nothing():
    assert tickets.redeem("x" * 32) is None


def test_an_unregistered_kind_is_our_fault_at_once():
    with pytest.raises(KeyError):
        tickets.mint(LEADER, "nothing")


def test_no_two_tickets_share_an_address_and_old_ones_go(monkeypatch):
    monkeypatch.setattr(tickets, "KEPT_AT_MOST", 10)
    paths = [tickets.mint(LEADER, "list", metric="x") for _ in range(30)]
    assert len(set(paths)) == 30
    assert sum(tickets.redeem(token_of(p)) is not None for p in paths) == 10
