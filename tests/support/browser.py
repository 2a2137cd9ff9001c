"""What every browser test waits for."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def at_rest(page: Page) -> None:
    """The script has run to its end: what the page showed before is gone, what it asks for is there."""
    expect(page.get_by_test_id("stApp")).to_have_attribute(
        "data-test-script-state", "notRunning", timeout=60_000
    )
