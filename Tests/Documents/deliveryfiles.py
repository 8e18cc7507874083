"""The files of a delivery in one line per count, to be changed by a test with their checksums."""

import hashlib

import recompute

SEPARATORS = {"semicolon": ";", "comma": ",", "tab": "\t"}


def files_of(folder, register):
    """The files of the delivery in `folder`."""
    layout = recompute.load_yaml(recompute.PACKAGE / f"indicators/registers/{register}.yaml")["delivery"]
    return [DeliveryFile(path, layout) for path in sorted(folder.glob("*.csv"))]


class DeliveryFile:
    """A file of a delivery; what is set is in the file when it has been written."""

    def __init__(self, path, layout):
        self._path = path
        self._layout = layout
        self._separator = SEPARATORS[layout.get("separator", "semicolon")]
        self._lines = path.read_bytes().split(b"\n")
        self._columns = self._fields(self._lines[0])

    def _fields(self, line):
        return line.decode().lstrip("\ufeff").strip("\r").split(self._separator)

    def rows(self, category):
        """The number of each line of the category, with its fields by the register's names."""
        code = next(code for code, name in self._layout["categories"].items() if name == category)
        names = {name: self._columns.index(column) for name, column in self._layout["columns"].items()
                 if column in self._columns}
        for number, line in enumerate(self._lines[1:], start=1):
            fields = self._fields(line)
            if len(fields) == len(self._columns) and fields[names["category"]] == code:
                yield number, {name: fields[column] for name, column in names.items()}

    def set_count(self, number, count):
        """Gives line `number` another count."""
        fields = self._fields(self._lines[number])
        fields[self._columns.index(self._layout["columns"]["count"])] = count
        end = b"\r" if self._lines[number].endswith(b"\r") else b""
        self._lines[number] = self._separator.join(fields).encode() + end

    def write(self):
        """Writes the file, and its new checksum into the description of the delivery."""
        description = self._path.parent / "delivery.yaml"
        text = description.read_text(encoding="utf-8")
        old = hashlib.sha256(self._path.read_bytes()).hexdigest()
        if old not in text:
            raise RuntimeError(f"{description} does not name the checksum of {self._path.name}")
        self._path.write_bytes(b"\n".join(self._lines))
        new = hashlib.sha256(self._path.read_bytes()).hexdigest()
        description.write_text(text.replace(old, new), encoding="utf-8")
