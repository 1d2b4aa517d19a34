"""The marks of the statuses as DrawingML paths: the outlines of charts/theme.py, 12 × 12 units."""

from indicators.progress.results import Status


def path(*steps: str, closed: bool = False) -> str:
    """Write a path of corners 'x,y' in tenths of a unit."""
    first, *rest = (step.split(",") for step in steps)
    corners = "".join(
        f'<a:{tag}><a:pt x="{x}" y="{y}"/></a:{tag}>'
        for tag, (x, y) in [("moveTo", first), *(("lnTo", corner) for corner in rest)]
    )
    return f'<a:path w="120" h="120">{corners}{"<a:close/>" if closed else ""}</a:path>'


def circle(radius: int) -> str:
    """Write a whole circle around the middle."""
    return turned(60 - radius, radius, 360)


def turned(top: int, radius: int, degrees: int) -> str:
    """Write an arc clockwise from the top."""
    return (
        f'<a:path w="120" h="120"><a:moveTo><a:pt x="60" y="{top}"/></a:moveTo>'
        f'<a:arcTo wR="{radius}" hR="{radius}" stAng="16200000" swAng="{degrees * 60000}"/>'
        "<a:close/></a:path>"
    )


HALF_FULL = (
    '<a:path w="120" h="120"><a:moveTo><a:pt x="60" y="6"/></a:moveTo>'
    '<a:arcTo wR="54" hR="54" stAng="16200000" swAng="21600000"/><a:close/>'
    '<a:moveTo><a:pt x="60" y="98"/></a:moveTo>'
    '<a:arcTo wR="38" hR="38" stAng="5400000" swAng="-10800000"/><a:close/></a:path>'
)
MARK_PATHS = {
    Status.ACHIEVED: path("12,64", "46,98", "108,26"),
    Status.ON_TRACK: path("60,16", "110,104", "10,104", closed=True),
    Status.SLOW: HALF_FULL,
    Status.OFF_TRACK: path("60,8", "112,60", "60,112", "8,60", closed=True),
    Status.WORSENING: path("10,16", "110,16", "60,104", closed=True),
    Status.MISSED: path("20,20", "100,100") + path("100,20", "20,100"),
    Status.PENDING: circle(45),
    Status.INSUFFICIENT: path("16,60", "24,60") + path("56,60", "64,60") + path("96,60", "104,60"),
    Status.NO_DATA: path("20,20", "100,20", "100,100", "20,100", closed=True),
    Status.MONITORED: path("10,80", "40,44", "70,74", "110,30"),
}
