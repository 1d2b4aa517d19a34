"""So sánh: indicators, areas and breakdowns side by side."""
