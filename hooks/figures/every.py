"""All figures: importing the modules fills the registry."""

from figures import choices, flows_data, flows_model
from figures.registry import FIGURES

MODULES = (choices, flows_data, flows_model)
__all__ = ["FIGURES", "MODULES"]
