"""Help, wrong usage and speed of the terminal, without any data."""

import subprocess
import sys

import pytest

from service.cli.main import _COMMANDS
from tests.cli.running import LIAISON, liaison


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("command", sorted(_COMMANDS))
def test_every_command_has_help_with_an_example(tmp_path, command, lang):
    ran = liaison(command, "--help", cwd=tmp_path, lang=lang)
    assert ran.code == 0
    assert ("示例" if lang == "zh" else "Example") in ran.out
    assert f"liaison {command}" in ran.out


def test_the_interface_names_the_fixed_commands(tmp_path):
    out = liaison("--help", cwd=tmp_path).out
    assert all(
        f"  {name} " in out for name in ["demo", "ingest", "build", "metric", "retract", "serve", "doctor"]
    )


WRONG = [
    ["nonsense"],
    ["ingest"],
    ["ingest", "没有这个文件.xlsx"],
    ["ingest", ".", "--received", "10.1.2026"],
    ["metric", "no_such_metric"],
    ["metric"],
    ["metric", "share_lost", "--by", "colour"],
    ["retract", "没有.xlsx"],
    ["serve", "--port", "0"],
    ["serve", "--address", "0.0.0.0"],
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_ends_with_2_and_says_why(tmp_path, words):
    ran = liaison(*words, cwd=tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("words", [["metric", "share_lost"], ["build"]], ids=" ".join)
def test_without_data_the_commands_end_with_1(tmp_path, words):
    ran = liaison(*words, cwd=tmp_path)
    assert ran.code == 1
    assert "Traceback" not in ran.err


def test_our_own_fault_ends_with_3_and_a_code(tmp_path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "CURRENT").write_bytes(b"\xff\xfe broken")
    ran = liaison("metric", "share_lost", cwd=tmp_path)
    assert ran.code == 3
    code = ran.err[ran.err.index("E-") : ran.err.index("E-") + 8]
    assert "Traceback" not in ran.err
    assert code in (tmp_path / "data" / "errors.log").read_text(encoding="utf-8")


def test_help_imports_nothing_heavy(tmp_path):
    heavy = ["pandas", "duckdb", "streamlit", "plotly", "pyarrow", "openpyxl", "scipy", "sklearn"]
    code = f"import service.cli.main, sys; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout.strip() == "[]"


def test_a_password_line_is_printed_alone(tmp_path):
    from foundation.access.passwords import verify

    done = subprocess.run(
        [str(LIAISON), "password", "--help"], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert "liaison password" in done.stdout
    ran = liaison("password", cwd=tmp_path, stdin="口令1\n口令1\n")
    assert ran.code == 0
    assert verify("口令1", ran.out.strip().splitlines()[-1])
