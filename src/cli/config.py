"""`justera config`: every setting, its value, and where the value came from."""

from __future__ import annotations


def command() -> None:
    """Print each setting with its value and where it came from (flag, environment, file or default)."""
    from ..settings import resolve

    resolved = resolve()
    for name, source in resolved.sources.items():
        section, key = name.split(".")
        value = getattr(getattr(resolved.settings, section), key)
        print(f"{name} = {_toml(value)}  # {source}")


def _toml(value: object) -> str:
    """The value as it would be written in justera.toml."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return "[" + ", ".join(_toml(part) for part in value) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
