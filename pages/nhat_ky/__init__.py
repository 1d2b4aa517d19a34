"""Nhật ký: the journal of versions, and undoing one."""
