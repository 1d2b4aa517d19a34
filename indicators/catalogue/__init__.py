"""Groups, indicators, targets, areas, agencies, tasks, settings: CSV files and their loader."""
