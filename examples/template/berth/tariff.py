"""The harbour's tariff, as `setup.sh` built it."""

import json
import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Rate:
    name: str
    longest_m: int
    cents_per_day: int


@dataclass(frozen=True)
class Tariff:
    """Rates, shortest ships first."""

    rates: tuple[Rate, ...]

    def per_day(self, length_m: int) -> int:
        for rate in self.rates:
            if length_m <= rate.longest_m:
                return rate.cents_per_day
        raise ValueError(f"no berth is long enough for {length_m} m")


def load() -> Tariff:
    """The tariff that BERTH_TARIFF names."""
    with open(os.environ["BERTH_TARIFF"], encoding="utf-8") as file:
        return Tariff(tuple(Rate(**rate) for rate in json.load(file)))
