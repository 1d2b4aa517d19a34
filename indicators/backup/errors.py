"""What can go wrong with backups, each as the Vietnamese sentence the user will read."""

from indicators.store.errors import DatabaseError


class BackupError(DatabaseError):
    """A backup could not be made: nothing of it stays."""

    what = "Chưa sao lưu được số liệu của bảng."


class RestoreError(DatabaseError):
    """A backup was not put back: what was there stays."""

    what = "Chưa phục hồi được số liệu của bảng; tệp hiện có được giữ nguyên."
