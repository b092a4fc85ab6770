#!/bin/sh
# Makes a fresh machine ready: a virtual environment with locked dependencies, and Tesseract with its models.
# Usage: tools/setup.sh run|dev
# What cannot be installed is said with the command that would do it, and the rest goes on.
set -eu
cd "$(dirname "$0")/.."
purpose=${1:-run}

say() { printf '%s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then sudo "$@"
    elif command -v sudo >/dev/null 2>&1 && [ -t 0 ]; then sudo "$@"
    else return 1; fi
}

apt_install() { # package...
    command -v apt-get >/dev/null 2>&1 || return 1
    say "Installing $* ..."
    as_root apt-get update -q >/dev/null 2>&1 </dev/null || true
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@" >/dev/null 2>&1 </dev/null
}

python_command() {
    for candidate in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$candidate" >/dev/null 2>&1 &&
            "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$candidate"
            return 0
        fi
    done
    return 1
}

tesseract_missing() {
    command -v tesseract >/dev/null 2>&1 || return 0
    models=$(tesseract --list-langs 2>/dev/null) || return 0
    for model in swe Latin eng osd; do
        printf '%s\n' "$models" | grep -qxE "(script/)?$model" || return 0
    done
    return 1
}

# 1. Tesseract and its models.
if tesseract_missing; then
    apt_install tesseract-ocr tesseract-ocr-swe tesseract-ocr-script-latn tesseract-ocr-eng tesseract-ocr-osd || true
fi
if tesseract_missing; then
    say "Tesseract or one of its models (swe, Latin, eng, osd) is missing and could not be installed from here. Install with:"
    say "  Debian, Ubuntu:  sudo apt-get install tesseract-ocr tesseract-ocr-swe tesseract-ocr-script-latn tesseract-ocr-eng tesseract-ocr-osd"
    say "  Fedora:          sudo dnf install tesseract tesseract-langpack-swe tesseract-script-latin tesseract-langpack-eng tesseract-osd"
    say "  macOS:           brew install tesseract tesseract-lang"
    say "Going on without: text layers are read, pages that are only images are marked as failed."
fi
if [ "$purpose" = dev ]; then
    # The sample printer's typefaces and the programs that prove the written PDFs: a file or command, its package.
    fonts=/usr/share/fonts
    while read -r sign package; do
        case $sign in
            /*) [ -e "$sign" ] && continue ;;
            *) command -v "$sign" >/dev/null 2>&1 && continue ;;
        esac
        apt_install "$package" || say "Could not install $package; tests that need it are skipped."
    done <<NEEDS
$fonts/truetype/liberation fonts-liberation
$fonts/truetype/liberation/LiberationSansNarrow-Regular.ttf fonts-liberation-sans-narrow
$fonts/truetype/dejavu/DejaVuSerif.ttf fonts-dejavu-core
$fonts/truetype/dejavu/DejaVuSans-Oblique.ttf fonts-dejavu-extra
/usr/share/texmf/fonts/opentype/public/tex-gyre fonts-texgyre
$fonts/opentype/courier-prime fonts-courier-prime
qpdf qpdf
pdftotext poppler-utils
chromium chromium
NEEDS
fi

# 2. Python, 3.11 or newer.
if ! python=$(python_command); then
    apt_install python3 python3-venv || true
    python=$(python_command) || {
        say "Python 3.11 or newer is needed. Install it with:"
        say "  Debian, Ubuntu:  sudo apt-get install python3 python3-venv"
        say "  Fedora:          sudo dnf install python3"
        say "  macOS:           brew install python"
        exit 1
    }
fi

# 3. The virtual environment; Debian's python3 comes without ensurepip.
if [ ! -x .venv/bin/pip ]; then
    rm -rf .venv
    if ! "$python" -m venv .venv 2>/dev/null; then
        rm -rf .venv
        apt_install python3-venv || apt_install "$(basename "$("$python" -c 'import sys; print("python%d.%d" % sys.version_info[:2])')")-venv" || true
        "$python" -m venv .venv || {
            say "Python's venv module is missing. Install it with: sudo apt-get install python3-venv"
            exit 1
        }
    fi
fi

# 4. Locked dependencies, checked by their hashes, and justera itself as it lies here.
lock=requirements.lock
[ "$purpose" = dev ] && lock=requirements-dev.lock
say "Installing Python packages from $lock ..."
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$lock"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
