"""Builds the tariff that the program reads: python3 -m tools.build_tariff FROM.csv TO.json"""

import csv
import json
import pathlib
import sys


def build(source: pathlib.Path, target: pathlib.Path) -> None:
    with source.open(newline="", encoding="utf-8") as file:
        rates = [
            {
                "name": row["class"],
                "longest_m": int(row["longest_m"]),
                "cents_per_day": int(row["cents_per_day"]),
            }
            for row in csv.DictReader(file)
        ]
    rates.sort(key=lambda rate: rate["longest_m"])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(rates, indent=1) + "\n", encoding="utf-8")
    print(f"{target}: {len(rates)} rates")


if __name__ == "__main__":
    build(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
