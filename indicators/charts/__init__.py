"""One function a chart: a figure in, a plotly figure out."""
