"""The addresses of danger.yaml, which are of the whole country, and those that region.yaml adds."""

from collections.abc import Iterator
from pathlib import Path

from bot.datafiles.yaml_record import YamlRecord
from bot.region.region import load_sites
from bot.safety.hosts import KnownHosts, Official


def hosts_in(fields: YamlRecord, region_file: Path) -> KnownHosts:
    """Official and familiar addresses; the faults of the region's file are told by whoever reads the region."""
    sites, familiar = load_sites(region_file)
    official = (*_official(fields), *(Official(one.host, one.owner, one.names) for one in sites))
    return KnownHosts(official, (*fields.texts("familiar"), *familiar), fields.texts("zones"))


def _official(fields: YamlRecord) -> Iterator[Official]:
    for one in fields.records("official"):
        yield Official(one.required("host"), one.required("owner"), one.texts("names"))
        one.done()
