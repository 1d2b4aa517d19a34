"""The method in the words of the offices: statuses, rules line by line, what holds for all.

Numbers come from the code that judges; `{on_track}` and `{slow}` stand for the thresholds in force.
"""

from collections.abc import Mapping
from typing import NamedTuple

from indicators.progress.aims import ABOUT
from indicators.progress.judging import STALE_AFTER
from indicators.progress.opinions import BAND_POINTS, FEWEST_POINTS, TESTED_POINTS
from indicators.progress.reach import (
    FEW_STEPS,
    FITTED_POINTS,
    HISTORY_CHANGES,
    HISTORY_POINTS,
    HISTORY_YEARS,
    NEAR,
)
from indicators.progress.results import Status, Thresholds
from indicators.progress.series import BASELINE_REACH
from indicators.progress.stages import FIRST_YEAR
from indicators.wording.labels import ASSESSED, ATTENTION
from indicators.wording.numbers import percent_of, plain
from indicators.wording.working import threshold_words

STATUS_WORDS: Mapping[Status, str] = {
    Status.ACHIEVED: "Giá trị đã đạt mục tiêu, hoặc công việc đã hoàn thành. Với mức áp dụng hằng "
    "năm: đạt trong năm gần nhất có số chính thức.",
    Status.ON_TRACK: "Chưa đến năm đích; đã đi được từ {on_percent} quãng đường phải đi đến nay.",
    Status.SLOW: "Đã đi được từ {slow_percent} đến dưới {on_percent} quãng đường phải đi.",
    Status.OFF_TRACK: "Đi đúng chiều hoặc đứng yên, nhưng mới được dưới {slow_percent} quãng đường "
    "phải đi.",
    Status.WORSENING: "Giá trị đi ngược chiều mục tiêu, hoặc đã đạt rồi mà không giữ được.",
    Status.MISSED: "Năm đích đã qua, số chính thức của năm đó không đạt mục tiêu.",
    Status.PENDING: "Chưa đến lúc phải có kết quả: mức hằng năm chưa áp dụng, công việc chưa bắt "
    "đầu và chưa quá hạn.",
    Status.INSUFFICIENT: "Có số liệu nhưng chưa tính được nhịp độ, thường vì mới có một năm.",
    Status.NO_DATA: "Chưa có số liệu nào, hoặc đã qua năm đích mà thiếu số liệu năm đó; hoặc số "
    "mới nhất báo là không có đối tượng (0/0): không đánh giá, cũng không tính là nợ báo cáo.",
    Status.MONITORED: "Văn bản nêu định hướng, không đặt mức bằng số: chỉ theo dõi xu hướng.",
}


# The whole method in a minute, for those who read no further.
IN_A_MINUTE = (
    "Mỗi chỉ tiêu được so với lộ trình của chính nó: đường thẳng từ kỳ gốc (thường là năm 2025) "
    "đến mục tiêu của năm 2030 hoặc 2035.",
    "Đã đi được từ {on_percent} quãng đường phải đi đến nay là đúng tiến độ; từ {slow_percent} là "
    "chậm; ít hơn là có nguy cơ không đạt; đi lùi so với kỳ gốc là ngược chiều.",
    "Khi có số chính thức của năm đích, số ấy quyết định: đã đạt hoặc không đạt. Số ước, sơ bộ "
    "chưa quyết định dứt khoát.",
    "Mức phải đạt mỗi năm xét từng năm; công việc phải hoàn thành xét phần trăm đã làm so với phần "
    "thời gian đã qua.",
    "Thiếu căn cứ thì không đánh giá, và nói rõ vì sao: chưa có số liệu, chưa đủ căn cứ, chưa đến "
    "hạn, văn bản không đặt mức bằng số. Chỉ có số liệu cũ thì nêu riêng.",
    "Các chỉ tiêu không gộp thành một điểm số. Các ngưỡng là đề xuất để thành phố xem xét.",
)


class RuleWords(NamedTuple):
    """A rule's name and address on the page, what it is for, and an example from the document."""

    name: str
    anchor: str
    about: str


RULE_WORDS: Mapping[str, RuleWords] = {
    "reach": RuleWords(
        "Đạt vào năm đích",
        "dat-vao-nam-dich",
        "Mục tiêu là một mức phải đạt vào một năm. Xét lần lượt từng dòng dưới đây; dòng đầu tiên "
        "thỏa mãn quyết định đánh giá.",
    ),
    "each_year": RuleWords(
        "Đạt mỗi năm",
        "dat-moi-nam",
        "Mức phải đạt trong từng năm, kể từ năm áp dụng đầu tiên; sau năm cuối ghi trong mục tiêu, "
        "mức cuối vẫn áp dụng. Có nhiều mức thì nêu mức của năm chính thức gần nhất. Số của các "
        "năm trước kỳ áp dụng chỉ để so sánh.",
    ),
    "maintain": RuleWords(
        "Duy trì",
        "duy-tri",
        "Mức đã có và phải giữ. Nếu chưa từng đạt thì xét như mục tiêu đạt vào năm đích.",
    ),
    "growth": RuleWords(
        "Tăng bình quân mỗi năm",
        "tang-binh-quan",
        "Mục tiêu là tốc độ tăng bình quân g* (% mỗi năm) kể từ kỳ gốc. Tốc độ đã đạt: "
        "g = (giá trị ÷ giá trị kỳ gốc)^(1/số năm) − 1.",
    ),
    "milestone": RuleWords(
        "Công việc phải hoàn thành",
        "cong-viec",
        "Cơ quan báo cáo mức hoàn thành từ 0 đến 100%, hoặc có/không. Thời gian tính từ năm "
        f"{FIRST_YEAR}; báo cáo mới nhất quyết định.",
    ),
    "rank": RuleWords(
        "Thứ hạng",
        "thu-hang",
        "Xét như mục tiêu đạt vào năm đích, hạng càng nhỏ càng tốt. Hạng công bố theo khoảng, ví "
        "dụ “201–250”, được giữ nguyên chữ và xét theo đầu kém hơn là 250.",
    ),
}

# A line of a rule in words; every line of indicators.methodology.rules has its own.
LINE_WORDS: Mapping[str, str] = {
    "reach-1": "Văn bản không đặt mức bằng số, hoặc là số liệu bối cảnh.",
    "reach-2": "Chưa có số liệu nào đến năm đánh giá.",
    "reach-3": "Đã có số chính thức của năm đích (nếu thiếu thì số chính thức đầu tiên sau đó): "
    "số này quyết định dứt khoát. Thay đổi về sau chỉ được nói thêm trong câu giải thích.",
    "reach-4": "Đã qua năm đích mà không có số liệu từ năm đích trở đi: “thiếu số liệu năm đích”.",
    "reach-5": "Giá trị mới nhất đã đạt mức của mục tiêu trước hạn.",
    "reach-6": f"Số đếm còn cách kỳ gốc không quá {FEW_STEPS} đơn vị, đã có ít nhất hai năm số "
    "liệu: lộ trình được làm tròn về phía kỳ gốc. Kịp số đã làm tròn là đúng tiến độ; lộ trình "
    "chưa đòi hỏi thay đổi là chưa đến hạn; kém hơn thì xét tỷ số nhịp độ ở dòng cuối.",
    "reach-7": "Không có kỳ gốc trước năm đích, hoặc mới có số liệu kỳ gốc.",
    "reach-7-history": "Mới có số liệu kỳ gốc nhưng trước đó có chuỗi đủ dài: ít nhất "
    f"{HISTORY_POINTS} năm trong {HISTORY_YEARS} năm trước kỳ gốc, và trong {FITTED_POINTS} năm "
    f"cuối có ít nhất {HISTORY_CHANGES} năm thay đổi. Khi đó lấy đà trước kỳ gốc (bình phương nhỏ "
    "nhất) thay cho nhịp độ, và ghi rõ “theo đà trước kỳ gốc”.",
    "reach-8": "Kỳ gốc đã đạt mức của mục tiêu, nay không còn: “Không giữ được mức đã đạt”.",
    "reach-near": f"Cả kỳ gốc và giá trị mới nhất đều cách mục tiêu không quá {percent_of(NEAR)}: "
    "đánh giá xấu nhất chỉ là chậm tiến độ.",
    "reach-9": "Mục tiêu đúng bằng kỳ gốc và phải vượt (“trên”): đúng tiến độ nếu không đi ngược "
    "chiều.",
    "reach-10": "Các trường hợp còn lại xét tỷ số nhịp độ: từ {on_track} là đúng tiến độ; từ "
    "{slow} là chậm; từ 0 là có nguy cơ không đạt; dưới 0 là ngược chiều.",
    "yearly-decided": "Số chính thức gần nhất trong các năm áp dụng quyết định, kèm mức chênh và "
    "số năm đã đạt.",
    "yearly-early": "Chưa qua năm áp dụng đầu tiên và chưa có số chính thức của năm áp dụng nào.",
    "yearly-awaiting": "Mới có số ước hoặc sơ bộ của năm áp dụng: chờ số chính thức.",
    "yearly-none": "Đã qua năm áp dụng đầu tiên mà chưa có số liệu của năm áp dụng nào.",
    "kept-none": "Chưa có số liệu nào.",
    "kept-missing": "Đã qua năm đích mà không có số liệu từ năm đích trở đi.",
    "kept-held": "Năm gần nhất giữ được mức.",
    "kept-lost": "Đã từng đạt từ kỳ gốc trở đi, nay không giữ được.",
    "kept-missed": "Số chính thức của năm đích không giữ được mức.",
    "kept-never": "Chưa từng đạt: xét như mục tiêu đạt vào năm đích.",
    "growth-none": "Chưa có số liệu, hoặc đã qua năm đích mà thiếu số liệu năm đó.",
    "growth-unknown": "Mới có kỳ gốc, kỳ gốc không lớn hơn 0, hoặc giá trị âm: không tính được tốc "
    "độ.",
    "growth-decided": "Từ năm đích: tốc độ từ kỳ gốc đến năm đích so với g*.",
    "growth-pace": "Trước năm đích: xét tỷ số g ÷ g* theo các ngưỡng {on_track} và {slow}.",
    "stage-kept": "Việc phải duy trì (ví dụ tư cách thành viên): đạt 100% ở báo cáo mới nhất là "
    "đang duy trì; đã đạt rồi mất là không giữ được; chưa từng đạt là chưa đến hạn, quá hạn là "
    "không đạt.",
    "stage-done": "Báo cáo mới nhất là 100%. Nếu lần đầu đạt 100% sau hạn: “Hoàn thành chậm”.",
    "stage-overdue": "Đã qua hạn: có báo cáo từ năm hạn mà dưới 100% là không đạt; không có báo "
    "cáo nào là “quá hạn báo cáo”.",
    "stage-pending": "Chưa quá hạn và chưa bắt đầu, chưa báo cáo, hoặc chưa có khoảng thời gian để "
    "so.",
    "stage-pace": "Đang làm: xét tỷ số mức hoàn thành ÷ phần thời gian đã qua theo các ngưỡng "
    "{on_track} và {slow}.",
    "rank-missing": "Chưa có số liệu nào.",
    "rank-none": "“Chưa xếp hạng” được ghi nhận là chưa đạt và không dùng để tính nhịp độ.",
    "rank-reach": "Các trường hợp khác: như các dòng của mục tiêu đạt vào năm đích.",
}


class Term(NamedTuple):
    """A point of the method that holds for all rules; `trait` names its example."""

    name: str
    text: str
    trait: str = ""


CHOICE = (
    Term("Thời điểm xem", "Ngày xem quyết định phiên bản số liệu: giá trị, mục tiêu, định nghĩa và "
         "ngưỡng đều lấy đúng như đang có hiệu lực lúc đó. Năm đánh giá là năm của ngày xem, hoặc "
         "năm sớm hơn nếu được chọn; số liệu của các năm sau bị bỏ qua."),
    Term("Kỳ gốc", "Giá trị của năm gốc ghi ở chỉ tiêu; nếu thiếu thì năm gần nhất trong "
         f"{BASELINE_REACH} năm trước đó, nếu vẫn thiếu thì năm đầu tiên sau đó."),
    Term("Gián đoạn chuỗi", "Khi định nghĩa hoặc mẫu số thay đổi, chuỗi bắt đầu lại; không nối và "
         "không dùng số liệu trước chỗ gián đoạn.", "restarted"),
    Term("Sáp nhập 1/7/2025", "Không nối chuỗi qua ngày sáp nhập: Hải Phòng (cũ) và Hải Dương (cũ) "
         "là địa bàn khác. Số của thành phố mới cho các năm trước chỉ có khi chính nguồn "
         "tính lại theo địa giới mới, và được ghi rõ như vậy."),
    Term("Số trong kỳ và số tại thời điểm", "Chỉ tiêu cộng dồn trong năm chỉ xét số cả năm; chỉ "
         "tiêu tại thời điểm lấy số mới nhất của năm."),
    Term("Số ước, sơ bộ", "Số ước, số sơ bộ hoặc số chưa đủ năm vẫn được dùng nhưng không quyết "
         "định dứt khoát; đánh giá mang ghi chú, và nếu còn thiếu so với mục tiêu của năm đích thì "
         "cao nhất là chậm tiến độ.", "provisional"),
    Term("Số liệu cũ", f"Giá trị quyết định cũ hơn {STALE_AFTER} năm so với năm đánh giá được ghi "
         "“Số liệu cũ”, không tính vào số đánh giá được.", "stale"),
    Term("Kế hoạch năm", "Số kế hoạch của từng năm chỉ để so với số thực hiện (TH/KH); đó không "
         "phải là mục tiêu và không được đánh giá. “Vượt”, “đạt” hay “chưa đạt kế hoạch” chỉ nói "
         "về số cả năm và không làm đổi đánh giá."),
)  # fmt: skip
PATH = (
    Term("Lộ trình", "Đường thẳng từ kỳ gốc đến từng mốc nối tiếp nhau, sau mốc cuối đi ngang; mốc "
         "mà kỳ gốc đã đạt thì bỏ qua. Đây là nét đứt trên biểu đồ.", "stepped"),
    Term("Mốc được xét trước", "Mốc gần nhất chưa có số chính thức từ năm đích trở đi, nếu không "
         "còn thì mốc cuối. Mốc trước đó không đạt được ghi bên cạnh: “Không đạt mốc năm 2028”, và "
         "không làm đổi đánh giá hiện nay. Các mốc khác cũng có đánh giá, theo đường thẳng từ kỳ "
         "gốc đến mốc đó."),
    Term("Tỷ số nhịp độ", "(giá trị − kỳ gốc) ÷ (lộ trình lúc đó − kỳ gốc): đã đi được bao nhiêu "
         "phần của quãng đường phải đi."),
    Term("Chỉ tiêu càng nhỏ càng tốt", "Cùng công thức: cả hai hiệu đều âm nên tỷ số vẫn dương khi "
         "đi đúng chiều.", "falling"),
    Term("Cần mỗi năm", "(mục tiêu − giá trị) ÷ số năm còn lại, kể từ giá trị mới nhất; bảng Từng "
         "mốc tính từ năm đánh giá và ghi rõ năm ấy."),
    Term("So với mục tiêu", "So bằng giá trị chưa làm tròn; khi cần, số hiển thị thêm chữ số thập "
         "phân để chữ và đánh giá không trái nhau. “Trên”, “dưới” là phải vượt hẳn mức (lộ trình "
         "thì tính như “ít nhất”, “nhiều nhất”). Chênh dưới một phần tỷ coi là bằng nhau."),
    Term("“Khoảng”", f"Mục tiêu “khoảng” được coi là đạt từ {percent_of(1 - ABOUT)} mức ghi trong "
         f"văn bản (chỉ tiêu càng nhỏ càng tốt: đến {percent_of(1 + ABOUT)}).", "approximate"),
    Term("Thứ tự nặng nhẹ", "Không đạt, ngược chiều, có nguy cơ, chậm. Trong một mức: chỉ "
         "tiêu không có tỷ số đứng trước, xa mục tiêu nhất ở trên; rồi đến tỷ số nhỏ nhất."),
)  # fmt: skip
OPINIONS = (
    Term("Tăng trưởng kép", "Cùng số liệu nhưng so tốc độ tăng kép đã đạt với tốc độ tăng kép cần "
         "có. Không tính khi có giá trị bằng 0 hoặc trái dấu."),
    Term("Xu thế", f"Đường bình phương nhỏ nhất qua tối đa {FITTED_POINTS} năm cuối (ít nhất "
         f"{FEWEST_POINTS}), kéo đến năm đích; từ {BAND_POINTS} năm có thêm khoảng dự báo 80%, giả "
         "định xu thế tuyến tính. Không kéo xa hơn năm cuối cộng hai lần khoảng năm của chuỗi, và "
         "không vượt giới hạn của chỉ tiêu."),
    Term("Kết luận vững", "Đánh giá được thử lại: dời kỳ gốc sang năm sau, bỏ năm cuối, thay bằng "
         f"tăng trưởng kép. Cần ít nhất {TESTED_POINTS} năm số liệu từ kỳ gốc; ít hơn thì ghi là "
         "chưa kiểm tra được, không ghi là vững.", "sturdy"),
    Term("Kết luận chưa vững", "Phép thử nào làm đổi đánh giá thì được nêu tên bên cạnh đánh giá.",
         "shaky"),
)  # fmt: skip
ADDING_UP = (
    Term("Tỷ lệ phần trăm", "Số của thành phố bằng tổng tử số chia tổng mẫu số của các phần, không "
         "bao giờ là trung bình của các tỷ lệ. Thiếu mẫu số thì không cộng."),
    Term("Số lượng", "Cộng thẳng. Chỉ số, thứ hạng và chênh lệch không cộng."),
    Term("Điều kiện", "Chỉ cộng theo một chiều chia hết tổng thể (cấp học, loại hình, khu vực, xã "
         "phường) và khi mọi phần đều đã báo cáo."),
    Term("Hai số khác nhau", "Nếu số báo cáo khác số cộng được, cả hai cùng được nêu; số báo cáo "
         "được dùng để đánh giá."),
    Term("Không có điểm tổng hợp", "Bảng không gộp các chỉ tiêu thành một điểm số, vì điểm chung "
         "sẽ che mất việc đang chậm."),
)  # fmt: skip
SOURCES = (
    Term("Ngưỡng", "Eurostat, theo dõi các mục tiêu phát triển bền vững (95%, 60%, 0%). Ở đó "
         "ngưỡng đặt cho tốc độ tăng kép; ở đây mượn cho nhịp độ tuyến tính."),
    Term("Tăng trưởng kép", "Open SDG, cách đo tiến độ (progress measure) bản 2.4.0."),
    Term("Xu thế", "Destatis, báo cáo chỉ tiêu phát triển bền vững: sáu năm cuối kéo đến năm "
         "đích."),
    Term("Nhiều mốc", "UNESCO, các mốc quốc gia của SDG 4."),
    Term("Chỉ số giáo dục, bất bình đẳng", "UNDP, HDR technical notes: (MYS/15 + EYS/18)/2; bất "
         "bình đẳng theo Atkinson, ε = 1."),
    Term("Phần là đề xuất", "Văn bản không quy định cách đánh giá. Các ngưỡng, thứ tự các dòng, "
         "cách chọn kỳ gốc, mức “khoảng”, các số năm và ngày báo cáo là đề xuất để thành phố xem "
         "xét. Ngưỡng và ngày báo cáo là tham số: khi đổi, nhật ký ghi một phiên bản mới và trang "
         "này đổi theo."),
)  # fmt: skip


def filled(words: str, thresholds: Thresholds) -> str:
    """Put the thresholds in force into words of the method."""
    on_track, slow = thresholds.on_track, thresholds.slow
    return words.format(
        on_track=threshold_words(on_track),
        slow=threshold_words(slow),
        on_percent=f"{plain(100 * on_track)}%",
        slow_percent=f"{plain(100 * slow)}%",
    )


def counted_as(status: Status) -> str:
    """Say how a status is counted on the board."""
    if status in ATTENTION:
        return "Đánh giá được · cần chú ý"
    if status in ASSESSED:
        return "Đánh giá được"
    others = {Status.PENDING: "Chưa phải đánh giá", Status.MONITORED: "Không đánh giá"}
    return others.get(status, "Chưa đánh giá được")
