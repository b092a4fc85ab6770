from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from jsonschema import Draft202012Validator
from lxml import etree

from justera.check.options import FailOn, ReportFormat
from justera.check.reports import RENDERERS, render
from justera.check.subjects import of_record
from justera.check.verdict import Verdict
from justera.rules import catalogue
from justera.schema import Record
from justera.schema.record import Finding, Severity

HERE = Path(__file__).parent
Make = Callable[..., Record]
Put = Callable[..., Path]


@pytest.fixture
def verdicts(make: Make, put: Put) -> list[Verdict]:
    """One valid record, one with an error, a warning and a note, one that is none."""
    items = make().model_dump(mode="json")["items"]
    items[1]["case_numbers"] = ["SN 2025/1", "SN 2024/2"]
    bad = make(body=None, items=items)
    return [
        of_record(put(make(), "a.pdf")),
        of_record(put(bad, 'b "å" & 50%,1:2.pdf')),
        of_record(put({"schema_version": "0.1"}, "c.pdf")),
    ]


def test_every_form_is_rendered() -> None:
    assert set(RENDERERS) == set(ReportFormat)


@pytest.mark.parametrize("form", ReportFormat)
@pytest.mark.parametrize("language", ["en", "sv"])
def test_a_report_is_the_same_each_time(form: ReportFormat, language: str, verdicts: list[Verdict]) -> None:
    first = render(verdicts, form, FailOn.ERROR, language)
    assert first == render(verdicts, form, FailOn.ERROR, language)
    assert first.endswith("\n")


def test_text_for_a_person(verdicts: list[Verdict]) -> None:
    text = render(verdicts, ReportFormat.TEXT, FailOn.ERROR, "sv")
    assert "a.pdf/record.json: giltig" in text
    assert "R01 fel: inget organ hittades i dokumentet" in text
    assert (
        text.splitlines()[-1] == "dokument: 3, fel: 2, varningar: 1, anmärkningar: 1; underkänd (vid error)"
    )


def test_json_counts_what_it_lists(verdicts: list[Verdict]) -> None:
    report = json.loads(render(verdicts, ReportFormat.JSON, FailOn.WARNING, "en"))
    assert report["fails"] is True
    assert report["counts"] == {"documents": 3, "error": 2, "warning": 1, "info": 1, "accepted": 0}
    assert [document["valid"] for document in report["documents"]] == [True, True, False]


def test_sarif_follows_its_schema(verdicts: list[Verdict]) -> None:
    schema = json.loads((HERE / "sarif-2.1.0-subset.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    log = json.loads(render(verdicts, ReportFormat.SARIF, FailOn.ERROR, "en"))
    assert [error.message for error in Draft202012Validator(schema).iter_errors(log)] == []


def test_sarif_points_to_rules_and_lines(verdicts: list[Verdict]) -> None:
    run = json.loads(render(verdicts, ReportFormat.SARIF, FailOn.ERROR, "en"))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(catalogue())
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert " " not in uri and '"' not in uri
    late = next(result for result in run["results"] if result["ruleId"] == "R71")
    line = late["locations"][0]["physicalLocation"]["region"]["startLine"]
    assert '"SN 2025/1"' in verdicts[1].file.read_text(encoding="utf-8").splitlines()[line - 1]
    fingerprints = [result["partialFingerprints"]["justera/v1"] for result in run["results"]]
    assert len(set(fingerprints)) == len(fingerprints)


def test_accepted_findings_are_suppressed_in_sarif(verdicts: list[Verdict]) -> None:
    accepted = Verdict("x", verdicts[1].file, verdicts[1].record, (), verdicts[1].findings)
    run = json.loads(render([accepted], ReportFormat.SARIF, FailOn.ERROR, "en"))["runs"][0]
    assert [result["suppressions"][0]["kind"] for result in run["results"]] == ["external"] * 3


def test_junit_follows_its_schema(verdicts: list[Verdict]) -> None:
    schema = etree.XMLSchema(etree.parse(HERE / "junit.xsd"))
    for fail_on in FailOn:
        report = render(verdicts, ReportFormat.JUNIT, fail_on, "sv")
        schema.assertValid(etree.fromstring(report.encode()))


def test_junit_counts_its_failures(verdicts: list[Verdict]) -> None:
    def failures(fail_on: FailOn) -> tuple[int, int]:
        root = fromstring(render(verdicts, ReportFormat.JUNIT, fail_on, "en"))
        assert int(root.attrib["failures"]) == len(root.findall(".//failure"))
        assert int(root.attrib["tests"]) == len(root.findall(".//testcase"))
        return int(root.attrib["failures"]), int(root.attrib["tests"])

    assert failures(FailOn.ERROR) == (2, 5)
    assert failures(FailOn.WARNING) == (3, 5)


def test_junit_holds_no_character_that_xml_cannot() -> None:
    finding = Finding(rule="R83", severity=Severity.ERROR, message="a\x00b\ud800", at="/title\x1b")
    text = render([Verdict("n\x0b", Path("x"), None, (finding,))], ReportFormat.JUNIT, FailOn.ERROR, "en")
    assert (
        "a\ufffdb\ufffd"
        in fromstring(text)[0][0].attrib["name"] + fromstring(text)[0][0][0].attrib["message"]
    )


def test_workflow_commands(verdicts: list[Verdict]) -> None:
    lines = render(verdicts, ReportFormat.GITHUB, FailOn.ERROR, "en").splitlines()
    assert len(lines) == 4
    pattern = re.compile(r"::(error|warning|notice) file=([^,:]+),line=\d+,title=R\d\d::.+")
    assert all(pattern.fullmatch(line) for line in lines)
    assert "50%25%2C1%3A2.pdf" in lines[0]
