"""What a file has to hold, in short, for somebody who has not dropped one yet."""

FORM = (
    ("ma_chi_tieu", "bắt buộc: mã chỉ tiêu, như ML02"),
    ("nam", "bắt buộc: năm bốn chữ số, như 2026"),
    ("gia_tri", "bắt buộc, hoặc thay bằng tu_so và mau_so: giá trị, như 84,9"),
    ("don_vi", "xã, phường, đặc khu; để trống là toàn thành phố"),
    ("nhom", "phân tổ, như cấp học=Tiểu học"),
    ("trang_thai", "ước, sơ bộ hoặc chính thức (mặc định)"),
    ("ky", "6t, 9t hoặc nam (mặc định)"),
    ("nguon, ghi_chu", "nguồn và ghi chú, chữ tự do"),
    ("KH 2026", "số kế hoạch năm của thành phố; chỉ nhập khi người gửi chọn"),
)


def form_guide() -> str:
    """List the columns of a file, required ones first."""
    rows = "".join(f"<dt><code>{name}</code></dt><dd>{what}</dd>" for name, what in FORM)
    return f'<h2>Tệp cần có những cột nào</h2><dl class="facts">{rows}</dl>'
