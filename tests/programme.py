"""The programme as the catalogue and the published file have it; its counts grow with them."""

import csv

from indicators.catalogue.loader import load
from tests.project import PROJECT

CATALOGUE = load()
INDICATORS = [each.code for each in CATALOGUE.indicators]
PROGRAMME = [each.code for each in CATALOGUE.indicators if each.group != "BC"]
GROUPS = [each.code for each in CATALOGUE.groups if each.code != "BC"]
COMMUNES = list(CATALOGUE.communes)
PUBLISHED_FILE = PROJECT / "data" / "published" / "published_actuals.csv"
PUBLISHED = list(csv.DictReader(PUBLISHED_FILE.read_text("utf-8").splitlines()))
