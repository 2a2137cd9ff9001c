"""Where the server may listen."""

import pytest

from foundation.access.passwords import hash_line
from foundation.warehouse.home import Home
from service.web.address import AddressRefusedError, check_access, is_loopback, listen
from service.web.routes import disposition

ADDRESSES = {
    True: ["127.0.0.1", "127.8.8.8", "::1", "localhost"],
    False: ["0.0.0.0", "::", "10.0.0.5", "liaison.example", ""],
}


@pytest.mark.parametrize(
    ("address", "expected"), [(a, known) for known, some in ADDRESSES.items() for a in some]
)
def test_loopback(address, expected):
    assert is_loopback(address) is expected


def test_an_open_address_needs_users(tmp_path):
    home = Home(tmp_path)
    check_access(home, "127.0.0.1")
    with pytest.raises(AddressRefusedError) as refused:
        check_access(home, "0.0.0.0")
    assert "users.toml" in refused.value.reason.zh
    home.users.write_text(
        f'[[users]]\nname = "甲"\nrole = "office"\nhash = "{hash_line("x")}"\n', encoding="utf-8"
    )
    check_access(home, "0.0.0.0")


@pytest.mark.parametrize("address", ["0.0.0.0", "127.0.0.1"])
def test_a_broken_users_file_opens_nothing(tmp_path, address):
    home = Home(tmp_path)
    home.users.write_text("[[users]]\n", encoding="utf-8")
    with pytest.raises(AddressRefusedError):
        check_access(home, address)


def test_a_taken_port_is_told():
    with listen("127.0.0.1", 0) as first, pytest.raises(AddressRefusedError) as refused:
        listen("127.0.0.1", first.getsockname()[1])
    assert "--port" in refused.value.reason.en


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("list.xlsx", "list.xlsx"),
        ("名单.xlsx", "download.xlsx"),
        ('a"b\r\nSet-Cookie: x.csv', "a_b_Set-Cookie_x.csv"),
        ("../../x.csv", "x.csv"),
        ("no-suffix", "no-suffix.bin"),
    ],
)
def test_a_file_name_cannot_break_out_of_its_header(name, plain):
    value = disposition(name)
    assert value.startswith(f'attachment; filename="{plain}"; ')
    assert value.isascii()
    assert value.isprintable()
