"""All figures: importing the modules fills the registry."""

from figures import choices
from figures.registry import FIGURES

MODULES = (choices,)
__all__ = ["FIGURES", "MODULES"]
