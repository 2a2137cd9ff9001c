"""`python -m simulation --out sample_data`: write the invented province as the office would receive it."""

from __future__ import annotations

import argparse
from pathlib import Path

from simulation.province import SEED, make_world
from simulation.workbooks.files import write_all


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m simulation", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("sample_data"), help="folder to write to")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    write_all(make_world(options.seed), options.out)


if __name__ == "__main__":
    main()
