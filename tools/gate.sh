#!/usr/bin/env bash
# What the GitHub Action does, so that it can be run and tested anywhere: convert, check, evaluate.
# Settings come from the environment (GATE_*, see action.yml); reports go to GATE_REPORTS.
# Exit code 0 where all is well, 1 for findings or missed thresholds, others for our own troubles.
set -uo pipefail

records=${GATE_RECORDS:-justera-out}
reports=${GATE_REPORTS:-justera-reports}
justera=${GATE_JUSTERA:-justera}
mkdir -p "$reports" || exit 40

if [ -n "${GATE_DOCUMENTS:-}" ]; then
  "$justera" run "$GATE_DOCUMENTS" -o "$records"
  code=$?
  # 3 and 4 are verdicts on documents, which the check repeats; all else is trouble.
  case $code in 0 | 3 | 4) ;; *) exit "$code" ;; esac
fi

options=(--fail-on "${GATE_FAIL_ON:-error}" --lang "${GATE_LANGUAGE:-en}")
[ -n "${GATE_BASELINE:-}" ] && options+=(--baseline "$GATE_BASELINE")

verdict=0
"$justera" check "$records" "${options[@]}" --also "sarif=$reports/check.sarif" \
  --also "junit=$reports/check.xml" --also "github=$reports/check.github" | tee "$reports/check.txt"
code=${PIPESTATUS[0]}
case $code in 0) ;; 1) verdict=1 ;; *) exit "$code" ;; esac
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  cat "$reports/check.github"
  printf 'sarif=%s\njunit=%s\n' "$reports/check.sarif" "$reports/check.xml" >> "$GITHUB_OUTPUT"
fi

rm -f "$reports/eval.txt"
if [ -n "${GATE_GOLDENS:-}" ]; then
  limits=()
  for one in ${GATE_MINIMUM:-}; do limits+=(--min "$one"); done
  "$justera" eval "$records" "$GATE_GOLDENS" --also "html=$reports/eval.html" ${limits[@]+"${limits[@]}"} |
    tee "$reports/eval.txt"
  code=${PIPESTATUS[0]}
  case $code in 0) ;; 1) verdict=1 ;; *) exit "$code" ;; esac
fi

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  { echo '## justera'; echo '```'; cat "$reports/check.txt" "$reports/eval.txt" 2> /dev/null; echo '```'; } >> "$GITHUB_STEP_SUMMARY"
fi
exit "$verdict"
