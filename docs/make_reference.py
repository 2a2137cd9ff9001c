"""Write docs/reference.md from the declarations: commands, metrics, sheets, code lists.

Run with `--check` it writes nothing and fails when the file is not what the declarations say.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typer

from analytics.metrics import METRICS
from data_ingest.sheets import SHEETS
from data_ingest.sheets.declaration import Column
from service.cli.main import app

TARGET = Path(__file__).with_name("reference.md")


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


def main() -> None:
    text = reference()
    if "--check" in sys.argv[1:]:
        if TARGET.read_text(encoding="utf-8") != text:
            sys.exit("docs/reference.md is not current: run `make docs`")
        return
    TARGET.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
