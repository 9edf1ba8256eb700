"""A page taken apart: elements with their attributes, and whether all that opens closes."""

from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Elements(HTMLParser):
    """The elements of a page, what is still open at its end, and the words of marked texts without their notes."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.words: list[str] = []
        self.feed(written)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        element = (tag, dict(attributes))
        self.elements.append(element)
        if element[1].get("class") == "text":
            self.texts.append("")
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        classes = [(attributes.get("class") or "") for _, attributes in self.open]
        if {"style", "script"} & {tag for tag, _ in self.open}:
            return
        self.words.append(data)
        if "text" in classes and not any(one.startswith("note") for one in classes):
            self.texts[-1] += data

    def all(self, name: str) -> list[dict[str, str | None]]:
        """Give the attributes of all elements of a class."""
        return [attributes for _, attributes in self.elements if name in (attributes.get("class") or "").split()]
