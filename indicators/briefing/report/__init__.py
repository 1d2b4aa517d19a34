"""The report as a Word document, in the form that state or Party offices give their documents."""
