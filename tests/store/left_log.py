"""A version that lies in the log alone: its process was killed once it had marked it."""

import subprocess
import sys
from pathlib import Path

from tests.project import PROJECT

SCRIPT = (
    "import os, sys; from pathlib import Path;"
    "from indicators.store.connection import Store, open_store;"
    "from indicators.store.journal import record_observations;"
    "from indicators.store import connection;"
    "store = open_store(Path(sys.argv[1]));"
    "connection.log_of = lambda path: os._exit(9);"  # once marked, before the checkpoint
    "record_observations(store, None, [], 'Minh')"
)


def record_in_log(path: Path) -> Path:
    """Record a version in a closed database so, and name its log."""
    done = subprocess.run([sys.executable, "-c", SCRIPT, str(path)], cwd=PROJECT, check=False)
    assert done.returncode == 9
    return path.with_name(f"{path.name}.wal")
