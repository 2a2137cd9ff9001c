"""On a server just started and visited by nobody, a fresh browser's deep link shows its page."""

import re

import pytest

#: Streamlit's own two requests below a page's address (streamlit 1.67).
ALLOWED = re.compile(r"/_stcore/(health|host-config)$")


@pytest.mark.e2e
def test_the_first_deep_link_of_a_process_passes_through_the_entry(served, browser):
    outside, wrong = [], []
    page = browser.new_page()
    page.on("request", lambda r: r.url.startswith((served.url, "data:", "blob:")) or outside.append(r.url))
    page.on(
        "console",
        lambda m: m.type != "error" or ALLOWED.search(m.location["url"]) or wrong.append(m.text),
    )
    page.goto(f"{served.url}/second")
    page.get_by_text("the second page").wait_for(timeout=20_000)
    shown = page.locator("body").inner_text()
    page.goto(f"{served.url}/broken")
    page.get_by_text("E-").wait_for(timeout=20_000)
    failed = page.locator("body").inner_text()
    page.close()
    assert "through the entry" in shown
    assert "Page not found" not in shown
    assert "secret-name" not in failed
    assert (outside, wrong) == ([], [])


@pytest.mark.e2e
def test_a_module_directly_in_pages_is_served_by_nobody(served, browser):
    """pages/catalogue.py lies beside the folders of pages (docs/decisions/009)."""
    page = browser.new_page()
    page.goto(f"{served.url}/catalogue")
    page.get_by_text("the first page").wait_for(timeout=20_000)
    shown = page.locator("body").inner_text()
    page.close()
    assert "through the entry" in shown
    assert "past the entry" not in shown
