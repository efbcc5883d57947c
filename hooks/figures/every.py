"""All figures: importing the modules fills the registry."""

from figures import choices, flows_data, flows_genai, flows_model, flows_ops, plots_fit, plots_metrics, plots_train
from figures.registry import FIGURES

MODULES = (choices, flows_data, flows_genai, flows_model, flows_ops, plots_fit, plots_metrics, plots_train)
__all__ = ["FIGURES", "MODULES"]
