"""Which files somebody means."""

from refresh.intake.paths import gather


def test_folders_are_walked_litter_is_passed_over_and_named_files_are_always_taken(tmp_path):
    for name in (
        "b/2.xlsx",
        "b/1.csv",
        "b/~$1.xlsx",
        "b/.hidden/3.csv",
        "b/Thumbs.db",
        "b/README.md",
        "b/.DS_Store",
        "a.zip",
        ".x.csv",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.touch()
    gone = tmp_path / "gone.xlsx"
    named = [tmp_path / ".x.csv", gone, tmp_path / "b", tmp_path / "b" / "1.csv"]
    assert [p.name for p in gather(named)] == [".x.csv", "gone.xlsx", "1.csv", "2.xlsx"]
