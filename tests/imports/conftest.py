import sys
from pathlib import Path

# The made-up record of the views serves here as well.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "views"))
