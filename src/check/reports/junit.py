"""Findings as JUnit XML, which CI servers show as tests: one suite per document, one test per finding."""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from ...schema.record import Finding
from ..options import FailOn
from ..verdict import Verdict, message, severe

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(verdicts: Sequence[Verdict], fail_on: FailOn, language: str) -> str:
    """A suite passes where no finding is severe; milder ones are tests that pass, with their words."""
    root = Element("testsuites", name="justera check")
    for verdict in verdicts:
        _suite(root, verdict, fail_on, language)
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _suite(root: Element, verdict: Verdict, fail_on: FailOn, language: str) -> None:
    failed = [finding for finding in verdict.findings if severe(finding, fail_on)]
    suite = SubElement(
        root,
        "testsuite",
        name=_clean(verdict.name),
        tests=str(max(1, len(verdict.findings))),
        failures=str(len(failed)),
        errors="0",
        skipped="0",
        time="0",
    )
    if not verdict.findings:
        SubElement(suite, "testcase", classname=_clean(verdict.name), name="valid", time="0")
    for finding in verdict.findings:
        _case(suite, verdict, finding, finding in failed, language)


def _case(suite: Element, verdict: Verdict, finding: Finding, failed: bool, language: str) -> None:
    name = f"{finding.rule} {finding.at}".strip()
    case = SubElement(suite, "testcase", classname=_clean(verdict.name), name=_clean(name), time="0")
    words = _clean(message(finding, language))
    if failed:
        SubElement(case, "failure", message=words, type=finding.rule).text = words
    else:
        SubElement(case, "system-out").text = f"{finding.severity.value}: {words}"


def _clean(text: str) -> str:
    """Without the characters that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", text)
