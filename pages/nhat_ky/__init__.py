"""Nhật ký: the journal of versions, undoing one."""
