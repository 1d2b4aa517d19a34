"""The Word document in the form of state or Party offices; blank/ has its styles."""
