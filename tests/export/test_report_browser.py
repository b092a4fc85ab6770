"""The report in a real browser: quick, usable by keyboard, two languages, and no script but its own."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from tests.export import chromium, made

from justera import export
from justera.export.files import write_text
from justera.export.report import index_page
from justera.export.report.summary import Summary
from justera.schema import Page, PageOrigin, Reason
from justera.schema.record import Finding

pytestmark = pytest.mark.skipif(chromium.PROGRAM is None, reason="Chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[chromium.Browser]:
    with chromium.Browser() as browser:
        yield browser


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run over a hostile scan with a repair, a doubt and a finding."""
    root = tmp_path_factory.mktemp("run")
    name = "<img src=x onerror=alert(1)>#?.pdf"
    source = made.scan(root / "in.pdf")
    folder = root / "out" / name
    folder.mkdir(parents=True)
    lines = made.boxed_lines([*made.LINES, made.HOSTILE], doubt=made.DOUBT)
    page = Page(1, 595, 842, lines, PageOrigin.OCR, (Reason.of("layer_broken", cause=made.HOSTILE),), dpi=100)
    reading = made.reading(
        source,
        pages=[page],
        name=name,
        title=made.HOSTILE,
        changes=[made.change("SAMMANTRADE", "SAMMANTRÄDESPROTOKOLL", offset=0)],
        findings=[Finding(rule="R10", severity="error", message=made.HOSTILE, at="/items/0/number")],
    )
    export.write_document(reading, folder, source, ["report", "pages"])
    export.write_run(root / "out", ["report"])
    return root / "out"


def complaints(browser: chromium.Browser) -> list[object]:
    told = ("Log.entryAdded", "Runtime.exceptionThrown", "Page.javascriptDialogOpening")
    return [event for event in browser.events if event["method"] in told]


def requested(browser: chromium.Browser) -> set[str]:
    return {
        event["params"]["request"]["url"].split(":")[0]
        for event in browser.events
        if event["method"] == "Network.requestWillBeSent"
    }


def test_a_click_leads_from_the_run_to_the_document_and_back(browser: chromium.Browser, run: Path) -> None:
    browser.open((run / "index.html").as_uri())
    assert complaints(browser) == [] and requested(browser) == {"file"}
    there = browser.value("document.querySelector('#documents a').href")
    browser.open(there)
    assert complaints(browser) == [] and requested(browser) == {"file"}
    assert browser.value("document.querySelector('h1').textContent") == made.HOSTILE
    assert browser.value("document.images[0].complete && document.images[0].naturalWidth > 800")
    assert browser.value("document.querySelector('.banner a').href") == (run / "index.html").as_uri()


def test_hostile_text_runs_nothing(browser: chromium.Browser, run: Path) -> None:
    browser.open(_document(browser, run))
    assert browser.value("document.title").endswith("– justera")
    assert browser.value("document.scripts.length") == 1
    # Even if it came through, the policy of the page would stop it.
    browser.value("document.body.insertAdjacentHTML('beforeend', '<img src=y: onerror=\"window.owned=1\">')")
    time.sleep(0.2)
    assert browser.value("window.owned") is None


def test_the_language_can_be_changed_and_is_remembered(browser: chromium.Browser, run: Path) -> None:
    browser.open((run / "index.html").as_uri())
    heading = "document.querySelector('h1').innerText"
    assert (
        browser.value(heading) == "Körningens rapport"
        and browser.value("document.documentElement.lang") == "sv"
    )
    browser.value("document.getElementById('language').click()")
    assert (
        browser.value(heading) == "Report of the run"
        and browser.value("document.documentElement.lang") == "en"
    )
    browser.open((run / "index.html").as_uri())
    assert browser.value(heading) == "Report of the run"
    browser.value("document.getElementById('language').click()")


def test_the_keyboard_reaches_everything_and_shows_where_it_is(browser: chromium.Browser, run: Path) -> None:
    browser.open((run / "index.html").as_uri())
    seen = []
    for _ in range(12):
        browser.press("Tab")
        seen.append(browser.value("document.activeElement.id || document.activeElement.tagName"))
        assert browser.value("getComputedStyle(document.activeElement).outlineStyle") != "none"
    assert browser.value("document.querySelector('.skip').getBoundingClientRect().left") < 0
    assert {"print", "language", "filter", "A", "BUTTON"} <= set(seen)


def test_a_finding_leads_to_its_box_on_the_picture(browser: chromium.Browser, run: Path) -> None:
    browser.open(_document(browser, run))
    browser.value("document.querySelector('.findings a').click()")
    assert browser.value("document.querySelector(':target').id") == "finding-0"
    box = browser.value("JSON.stringify(document.querySelector(':target').getBoundingClientRect())")
    assert '"top"' in box
    assert 0 < browser.value("document.querySelector(':target').getBoundingClientRect().top") < 1000
    picture = "document.querySelector('.picture').getBoundingClientRect()"
    share = browser.value(
        f"(document.querySelector(':target').getBoundingClientRect().left - {picture}.left) / {picture}.width"
    )
    assert share == pytest.approx(60 / 595, abs=0.01)


def test_a_repair_lights_up_where_it_is(browser: chromium.Browser, run: Path) -> None:
    browser.open(_document(browser, run))
    browser.value("location.hash = '#w1-0-0'")
    time.sleep(0.1)
    assert browser.value("document.querySelector('rect.lit').dataset.of") == "w1-0-0"


def test_layers_can_be_hidden(browser: chromium.Browser, run: Path) -> None:
    browser.open(_document(browser, run))
    shown = "getComputedStyle(document.querySelector('{}')).display"
    for layer, inside in (
        ("words", ".words"),
        ("repairs", ".repairs"),
        ("parts", ".part.decision"),
        ("findings", ".part.finding"),
    ):
        assert browser.value(shown.format(inside)) != "none"
        browser.value(f"document.getElementById('show-{layer}').click()")
        assert browser.value(shown.format(inside)) == "none"


def test_a_screen_reader_hears_names_and_landmarks(browser: chromium.Browser, run: Path) -> None:
    for address in ((run / "index.html").as_uri(), _document(browser, run)):
        browser.open(address)
        nodes = browser.call("Accessibility.getFullAXTree")["nodes"]
        kinds: dict[str, list[str]] = {}
        for node in nodes:
            if not node.get("ignored"):
                kinds.setdefault(node["role"]["value"], []).append(node.get("name", {}).get("value", ""))
        assert {"main", "banner", "contentinfo", "heading", "region"} <= kinds.keys()
        for role in ("link", "button", "checkbox", "radio", "searchbox", "region", "table", "article"):
            assert all(name.strip() for name in kinds.get(role, [])), role
        levels = browser.value("[...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])")
        assert levels[0] == 1 and levels.count(1) == 1
        assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


CONTRAST = """(() => {
  const curve = (part) => part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  const number = (part) => curve(part / 255);
  const light = ([r, g, b]) => 0.2126 * number(r) + 0.7152 * number(g) + 0.0722 * number(b);
  const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const back = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = parse(getComputedStyle(one).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const bad = [];
  for (const element of document.querySelectorAll("body *")) {
    if (![...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) continue;
    if (element.closest("svg, .part") || !element.checkVisibility()) continue;
    const [one, two] = [light(parse(getComputedStyle(element).color)), light(back(element))];
    const ratio = (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    if (ratio < 4.5) bad.push([element.className, element.textContent.slice(0, 30), ratio]);
  }
  return bad;
})()"""


def test_text_stands_out_from_its_ground(browser: chromium.Browser, run: Path) -> None:
    for address in ((run / "index.html").as_uri(), _document(browser, run)):
        browser.open(address)
        assert browser.value(CONTRAST) == []


def test_five_hundred_documents_open_within_a_second(browser: chromium.Browser, tmp_path: Path) -> None:
    rows = [
        Summary(
            f"{number}.pdf",
            f"Protokoll {number} för Hälsoskyddsnämnden",
            f"{number}.pdf",
            "protokoll",
            "Ärlinge kommun",
            "Hälsoskyddsnämnden",
            "2024-05-16",
            ("god", "granska", "bristfallig")[number % 3],
            (0.9, 0.8, 0.99) * 10,
            12,
            12,
            40,
            3,
            number % 4,
            1,
            (("§ 4 saknas", "§ 4 missing"),),
            True,
            False,
        )
        for number in range(500)
    ]
    write_text(tmp_path / "index.html", index_page.html(index_page.collect(rows)))
    # Work of the page's own thread, for other work on the machine is not the page's fault.
    browser.call("Performance.enable", timeDomain="threadTicks")
    browser.open((tmp_path / "index.html").as_uri())
    metrics = {one["name"]: one["value"] for one in browser.call("Performance.getMetrics")["metrics"]}
    assert 0 < metrics["TaskDuration"] < 1, metrics
    browser.value("document.getElementById('filter').value = 'protokoll 499'")
    browser.value("document.getElementById('filter').dispatchEvent(new Event('input'))")
    assert (
        browser.value("[...document.querySelectorAll('#documents tbody tr')].filter(r => !r.hidden).length")
        == 1
    )
    assert browser.value("document.getElementById('count').textContent") == "1"
    browser.value("document.querySelector('th.document button').click()")
    assert browser.value("document.querySelector('th.document').getAttribute('aria-sort')") == "ascending"
    first = browser.value("document.querySelector('#documents tbody tr th').dataset.value")
    assert first.startswith("Protokoll 0 ")


def _document(browser: chromium.Browser, run: Path) -> str:
    browser.open((run / "index.html").as_uri())
    return str(browser.value("document.querySelector('#documents a').href"))
