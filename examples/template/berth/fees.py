"""The fee for a stay."""

from datetime import datetime

from .tariff import Tariff


def fee(tariff: Tariff, length_m: int, arrives: datetime, leaves: datetime) -> int:
    """What a ship of this length pays for a stay, in cents."""
    if leaves < arrives:
        raise ValueError("a ship cannot leave before it arrives")
    return tariff.per_day(length_m) * days(arrives, leaves)


def days(arrives: datetime, leaves: datetime) -> int:
    """How many days are charged: every day that was begun, and one at least."""
    return max(1, (leaves - arrives).days)
