"""Reads deliveries as plainly as can be: every cell as (area code, year, sex, age from, age to, category, count).

Nothing is shared with the program: this is what its figures are worked out from a second time.
"""

import csv
import json
import pathlib
import re

import yaml

OLDEST = 120
SEXES = {"both": 0, "men": 1, "women": 2}
DELIMITERS = {"semicolon": ";", "comma": ",", "tab": "\t"}


def load_yaml(path):
    """A YAML file with every scalar as it was written: codes such as 0301 are text."""
    return yaml.load(pathlib.Path(path).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


class Register:
    """A register's definition and the cells of its deliveries."""

    def __init__(self, definitions, deliveries, name):
        self.definition = load_yaml(pathlib.Path(definitions) / f"{name}.yaml")
        self.layout = self.definition["delivery"]
        # Records before and after they were weighted, where they are.
        self.counted = self.weighted = 0.0
        self.level = self.definition["lowest_geography"]
        self.folders = [
            folder
            for folder in sorted(pathlib.Path(deliveries).iterdir())
            if (folder / "delivery.yaml").exists() and load_yaml(folder / "delivery.yaml")["register"] == name
        ]
        self.breaks = set()

    def cells(self):
        """Every cell, final figures in place of provisional ones of the same year."""
        finals, provisionals = [], []
        for folder in self.folders:
            description = load_yaml(folder / "delivery.yaml")
            self.breaks |= {int(year) for year in description.get("breaks", [])}
            for file in description["files"]:
                rows = list(self._rows(folder / file["file"]))
                (finals if file["status"] == "final" else provisionals).append(rows)
        done = {row[1] for rows in finals for row in rows}
        for rows in finals:
            yield from rows
        for rows in provisionals:
            yield from (row for row in rows if row[1] not in done)

    # What codes mean.

    def _ages(self, code):
        ages = self.layout["ages"]
        if isinstance(ages, dict):
            ages = ages[code]
        elif ages == "single-years":
            age = int(code)
            return age, age
        low, high = ages.split("_")
        return int(low), int(high)

    def _sex(self, code):
        return 0 if code is None else SEXES[self.layout["sexes"][code]]

    def _category(self, codes):
        if "categories" not in self.layout:
            return "all"
        return self.layout["categories"].get("/".join(codes))

    def _cell(self, area, year, sex, age, categories, text):
        category = self._category(categories)
        if category is None:
            return None
        count = self._number(text)
        if count is None:
            return None
        low, high = self._ages(age)
        return area, int(year), self._sex(sex), low, high, category, count

    def _number(self, text):
        text = str(text).strip()
        if text in ("", "-"):
            return 0.0 if text == "-" or self.layout.get("blank") == "zero" else None
        if text in (".", "..", "...", "…", ":"):
            return None
        return float(text.replace(",", ".") if self.layout.get("decimal", "comma") == "comma" else text)

    # The four ways of writing a delivery.

    def _rows(self, path):
        reader = {
            "long-csv": self._long, "json-stat": self._json_stat, "statbank-csv": self._statbank,
            "statbank-px": self._px,
        }[self.layout["format"]]
        return (row for row in reader(path) if row is not None)

    def _text(self, path):
        encoding = self.layout.get("encoding", "utf-8")
        return path.read_bytes().decode("utf-8-sig" if encoding == "utf-8" else encoding)

    def _long(self, path):
        columns = self.layout["columns"]
        lines = self._text(path).splitlines()
        rows = csv.reader(lines, delimiter=DELIMITERS[self.layout.get("separator", "semicolon")])
        place = {name: index for index, name in enumerate(next(rows))}
        def at(name):
            return place[columns[name]] if name in columns else None
        area, year, sex, age, count, weight = map(at, ("area", "year", "sex", "age", "count", "weight"))
        category = columns.get("category", [])
        category = [place[name] for name in ([category] if isinstance(category, str) else category)]
        for row in rows:
            cell = self._cell(
                row[area], row[year], None if sex is None else row[sex], None if age is None else row[age],
                [row[index] for index in category], row[count])
            if cell is not None and weight is not None:
                self.counted += cell[6]
                cell = (*cell[:6], cell[6] * self._number(row[weight]))
                self.weighted += cell[6]
            yield cell

    def _cube(self, order, codes, values):
        """Cells of a cube: dimensions in order, the codes of each, and a function from place to text."""
        columns = self.layout["columns"]
        category = columns.get("category", [])
        category = [category] if isinstance(category, str) else category
        sizes = [len(codes[name]) for name in order]
        total = 1
        for size in sizes:
            total *= size
        for place in range(total):
            text = values(place)
            rest, chosen = place, {}
            for name, size in zip(reversed(order), reversed(sizes)):
                rest, index = divmod(rest, size)
                chosen[name] = codes[name][index]
            if text is None:
                continue
            yield self._cell(
                chosen[columns["area"]], chosen[columns["year"]], chosen.get(columns.get("sex")),
                chosen.get(columns.get("age")), [chosen[name] for name in category], text)

    def _json_stat(self, path):
        document = json.loads(self._text(path))
        document = document.get("dataset", document)
        codes = {}
        for name in document["id"]:
            index = document["dimension"][name]["category"].get("index")
            if index is None:
                codes[name] = list(document["dimension"][name]["category"]["label"])
            else:
                codes[name] = list(index) if isinstance(index, list) else sorted(index, key=index.get)
        values = document["value"]
        if isinstance(values, list):
            return self._cube(document["id"], codes, lambda place: values[place])
        return self._cube(document["id"], codes, lambda place: values.get(str(place)))

    def _px(self, path):
        text = self._text(path)
        def strings(keyword, name=None):
            head = re.escape(keyword) + (rf'\("{re.escape(name)}"\)' if name else "")
            found = re.search(rf"^{head}=(.*?);\s*$", text, re.MULTILINE | re.DOTALL)
            return re.findall(r'"([^"]*)"', found[1]) if found else []
        order = strings("STUB") + strings("HEADING")
        codes = {name: strings("CODES", name) or strings("VALUES", name) for name in order}
        data = text[re.search(r"^DATA=", text, re.MULTILINE).end():].rstrip().rstrip(";")
        values = [value.strip('"') for value in data.split()]
        return self._cube(order, codes, lambda place: values[place])

    def _statbank(self, path):
        """Title lines, then a column for each year; a code and its name share a cell."""
        columns = self.layout["columns"]
        separator = DELIMITERS[self.layout.get("separator", "semicolon")]
        rows = [row for row in csv.reader(self._text(path).splitlines(), delimiter=separator) if row]
        start = next(index for index, row in enumerate(rows) if columns["area"] in row)
        header = rows[start]
        category = columns.get("category", [])
        category = [category] if isinstance(category, str) else category
        years = {index: re.search(r"(\d{4})$", name)[1] for index, name in enumerate(header) if re.search(r"\d{4}$", name)}
        labels = [index for index in range(len(header)) if index not in years]
        for row in rows[start + 1:]:
            named = {header[index]: row[index] for index in labels}
            for index, year in years.items():
                variable = header[index][:-4].strip()
                if len(category) == 1 and category[0] not in named:
                    named_categories = [variable]
                else:
                    named_categories = [named[name] for name in category]
                yield self._cell(
                    named[columns["area"]].split(" ")[0], year, named.get(columns.get("sex")),
                    named.get(columns.get("age")), named_categories, row[index])
