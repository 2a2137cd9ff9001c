"""Sign-in: users.toml, scrypt, the throttle, the audit."""

import pytest

from foundation.access import passwords, users
from foundation.access.throttle import FREE_ATTEMPTS, LONGEST_WAIT, Throttle
from foundation.access.viewer import Viewer
from foundation.warehouse import ledger
from foundation.warehouse.home import Home

LINE = passwords.hash_line("正确的口令")


def entry(**values):
    return "[[users]]\n" + "\n".join(f'{k} = "{v}"' for k, v in values.items()) + "\n"


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setattr(users, "throttle", Throttle())
    home = Home(tmp_path)
    home.users.write_text(
        entry(name="模拟办", role="办公室", hash=LINE)
        + entry(name="模拟汉", role="city", unit="武汉", hash=LINE),
        encoding="utf-8",
    )
    return home


def test_the_right_password_makes_the_viewer(home):
    assert users.verify(home, "模拟办", "正确的口令") == Viewer("模拟办", "office")
    assert users.verify(home, "模拟汉", "正确的口令") == Viewer("模拟汉", "city", "420100")


@pytest.mark.parametrize(
    ("name", "password"), [("模拟办", "错"), ("无此人", "正确的口令"), ("无此人", ""), ("模拟办", "")]
)
def test_anything_else_makes_none(home, name, password):
    assert users.verify(home, name, password) is None


@pytest.mark.parametrize(
    "content",
    [
        "not toml",
        "",
        "users = 3",
        "[[users]]",
        entry(name="甲", role="boss", hash=LINE),
        entry(name="甲", role="city", hash=LINE),
        entry(name="甲", role="city", unit="上海", hash=LINE),
        entry(name="甲", role="office", hash="plain"),
        entry(name="甲", role="office", hash="scrypt$1$1$1$AAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAA"),
        entry(name="甲", role="office", hash=LINE) * 2,
    ],
)
def test_a_wrong_file_lets_nobody_in(home, content):
    home.users.write_text(content, encoding="utf-8")
    with pytest.raises(users.UsersFileError) as error:
        users.verify(home, "甲", "正确的口令")
    assert error.value.reason.zh
    assert error.value.reason.en


def test_two_lines_of_one_password_differ():
    assert passwords.hash_line("x") != passwords.hash_line("x")


def test_attempts_are_throttled_and_audited(home):
    for _ in range(FREE_ATTEMPTS):
        assert users.sign_in(home, "模拟办", "错").wait_seconds == 0
    blocked = users.sign_in(home, "模拟办", "正确的口令")
    assert blocked.viewer is None
    assert blocked.wait_seconds > 0
    assert users.sign_in(home, "模拟汉", "正确的口令").viewer is not None
    actions = [line["action"] for line in ledger.audit(home)]
    assert actions == ["sign_in_refused"] * FREE_ATTEMPTS + ["sign_in"]


def test_an_unknown_name_is_not_written_down(home):
    users.sign_in(home, "可能是口令", "x")
    assert [line["who"] for line in ledger.audit(home)] == ["?"]


def test_the_wait_doubles_ends_and_is_forgotten():
    now = [0.0]
    throttle = Throttle(clock=lambda: now[0])
    waits = []
    for _ in range(FREE_ATTEMPTS + 12):
        throttle.note("甲", is_success=False)
        waits.append(throttle.wait_seconds("甲"))
    assert waits[: FREE_ATTEMPTS + 2] == [0] * (FREE_ATTEMPTS - 1) + [15, 30, 60]
    assert waits[-1] == LONGEST_WAIT
    now[0] += LONGEST_WAIT
    assert throttle.wait_seconds("甲") == 0
    now[0] += 3601
    throttle.note("甲", is_success=False)
    assert throttle.wait_seconds("甲") == 0


def test_one_password_against_many_names_is_slowed_down():
    throttle = Throttle(clock=lambda: 0.0)
    for n in range(50):
        throttle.note(f"名{n}", is_success=False)
    assert throttle.wait_seconds("新名") > 0
