"""All figures: importing the modules fills the registry."""

from figures import choices, flows_data, flows_genai, flows_model, flows_ops, plots_data, plots_explore, plots_fit, plots_metrics, plots_train, schemes
from figures.registry import FIGURES

MODULES = (choices, flows_data, flows_genai, flows_model, flows_ops, plots_data, plots_explore, plots_fit, plots_metrics, plots_train, schemes)
__all__ = ["FIGURES", "MODULES"]
