"""Write docs/reference.md (commands, metrics, sheets) and the end of docs/GLOSSARY.md from the declarations.

Run with `--check` it writes nothing and fails when a file is not what the declarations say.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from analytics.metrics import METRICS
from analytics.tiers import TIERS
from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Column
from service.cli.main import app

REFERENCE = Path(__file__).with_name("reference.md")
GLOSSARY = Path(__file__).with_name("GLOSSARY.md")
#: The words above this line are written by hand.
WRITTEN_BELOW = "<!-- What follows is written from the declarations by `make docs`. -->"


def reference() -> str:
    """The whole page."""
    parts = [
        "# Reference 参考",
        "Written from the declarations by `make docs`; do not edit by hand.",
        "## Commands 命令",
        *_commands(),
        "## Metrics 指标",
        *_metrics(),
        "## Sheets 数据字典",
        "`*` a row cannot do without it; † personal data. Every table of the snapshot also says where each "
        "row came from: `file`, `sheet`, `row_number`.",
        *_sheets(),
    ]
    return "\n\n".join(parts) + "\n"


def _commands() -> list[str]:
    group = typer.main.get_command(app)
    texts = []
    for name, command in sorted(group.commands.items()):  # type: ignore[attr-defined]  # the app is a group
        if command.hidden:
            continue
        context = typer.Context(command, info_name=f"liaison {name}")
        usage = " ".join(command.collect_usage_pieces(context))
        helped = [p for p in command.params if getattr(p, "help", None)]
        options = "\n".join(f"- `{' '.join((*p.opts, *p.secondary_opts))}` {p.help}" for p in helped)
        head = [f"### `liaison {name}`", f"```\nliaison {name} {usage}\n```"]
        texts += [*head, _plain(command.help or ""), options]
    return [t for t in texts if t]


def _plain(help_text: str) -> str:
    return help_text.replace("\b", "").strip()


def _metrics() -> list[str]:
    rows = ["| id | 名称 | title | 单位 unit | 含义 meaning |", "|---|---|---|---|---|"]
    for metric in METRICS.values():
        meaning = f"{metric.meaning.zh} {metric.meaning.en}".replace("|", "/")
        rows.append(f"| `{metric.id}` | {metric.title.zh} | {metric.title.en} | {metric.unit} | {meaning} |")
    return ["\n".join(rows)]


def _sheets() -> list[str]:
    texts = []
    for sheet in SHEETS.values():
        rows = ["| column | 表头 | label | kind |", "|---|---|---|---|"]
        rows += [
            f"| `{c.name}`{_marks(c)} | {c.title.zh} | {c.title.en} | {_kind(c)} |" for c in sheet.columns
        ]
        texts += [f"### `{sheet.id}` {sheet.title.zh} {sheet.title.en}", "\n".join(rows)]
    return texts


def _marks(column: Column) -> str:
    return (" *" if column.required else "") + (" †" if column.is_personal else "")


def _kind(column: Column) -> str:
    detail = column.codes or column.refers_to
    return f"{column.kind} ({detail})" if detail else column.kind


def glossary() -> str:
    """The words written by hand, then every tier, sheet and metric in one line each."""
    by_hand, line, _ = GLOSSARY.read_text(encoding="utf-8").partition(WRITTEN_BELOW)
    if not line:
        sys.exit(f"docs/GLOSSARY.md has lost the line {WRITTEN_BELOW}")
    head = ["| id | 中文 | English |", "|---|---|---|"]
    tiers = [f"| `{t.id}` | {t.title.zh} | {t.title.en} |" for t in sorted(TIERS, key=lambda tier: tier.rank)]
    sheets = [f"| `{s.id}` | {s.title.zh} | {s.title.en} |" for s in SHEETS.values()]
    metrics = [f"| `{m.id}` | {m.title.zh} | {m.title.en} |" for m in METRICS.values()]
    parts = [by_hand + line]
    for title, rows in (("Tiers 层级", tiers), ("Sheets 表", sheets), ("Metrics 指标", metrics)):
        parts += [f"## {title}", "\n".join([*head, *rows])]
    return "\n\n".join(parts) + "\n"


def main() -> None:
    is_check = "--check" in sys.argv[1:]
    for path, text in ((REFERENCE, reference()), (GLOSSARY, glossary())):
        if not is_check:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            sys.exit(f"docs/{path.name} is not current: run `make docs`")


if __name__ == "__main__":
    main()
