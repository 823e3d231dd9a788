"""When a summary was added, as the feed tells it: the day on which an editor noted to have fetched it, else nothing."""

from __future__ import annotations

from datetime import date

from zongjie.model import Record

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def added(record: Record) -> str:
    """2024-05-01, by which the feed is sorted; empty where no day, or none that can be read, was noted."""
    day = _day(record)
    return day.isoformat() if day else ""


def published(record: Record) -> str:
    """Wed, 01 May 2024 00:00:00 +0800, as RSS writes it, whatever the language of the machine; empty as above."""
    day = _day(record)
    if day is None:
        return ""
    return f"{_DAYS[day.weekday()]}, {day.day:02} {_MONTHS[day.month - 1]} {day.year:04} 00:00:00 +0800"


def _day(record: Record) -> date | None:
    try:
        return date.fromisoformat(str(record.provenance.get("fetched")))
    except ValueError:
        return None
