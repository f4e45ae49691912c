"""The nouns load nothing from elsewhere."""

import subprocess
import sys

HEAVY = ("spacy", "yaml", "msgspec", "sqlalchemy", "trafilatura", "rich", "typer")


def test_the_nouns_stay_light() -> None:
    code = "import onrecord.model, sys; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {m.split(".")[0] for m in ran.stdout.split()} & set(HEAVY)
