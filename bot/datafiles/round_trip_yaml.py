"""YAML that is changed in places: comments, quotes and line ends that people wrote stay as they are."""

from ruamel.yaml import YAML
from ruamel.yaml.nodes import Node
from ruamel.yaml.representer import RoundTripRepresenter


def round_trip_yaml(*, list_indent: int) -> YAML:
    """Reads and writes; `list_indent` is how many signs the «-» of a list stands in from its field."""
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 10_000
    yaml.indent(mapping=2, sequence=2 + list_indent, offset=list_indent)
    yaml.representer.add_representer(type(None), _null)
    return yaml


def _null(representer: RoundTripRepresenter, _: None) -> Node:
    return representer.represent_scalar("tag:yaml.org,2002:null", "null")
