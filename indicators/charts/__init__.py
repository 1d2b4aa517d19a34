"""A figure in, a plotly figure or picture out; every colour and mark."""
