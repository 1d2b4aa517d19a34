/* The pages of the site work without it; it adds charts, search and the filter of the table. */
"use strict";

const root = document.body.dataset.root;

/* Charts: light or dark, wide or narrow, as the reader's screen is now. */
const place = document.getElementById("bieu-do");
if (place) {
  const held = document.getElementById("du-lieu-bieu-do").textContent;
  const { config, dark } = JSON.parse(held);
  const night = matchMedia("(prefers-color-scheme: dark)");
  const phone = matchMedia("(max-width: 640px)");
  const colors = new RegExp(
    Object.keys(dark).map((color) => color.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
  const turned = (value) => {
    if (typeof value === "string") return value.replace(colors, (color) => dark[color]);
    if (Array.isArray(value)) return value.map(turned);
    if (value && typeof value === "object") {
      return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, turned(part)]));
    }
    return value;
  };
  const draw = () => {
    const shown = JSON.parse(held)[phone.matches ? "narrow" : "wide"];
    const { data, layout } = night.matches ? turned(shown) : shown;
    Plotly.react(place, data, layout, { ...config, responsive: true });
  };
  draw();
  night.addEventListener("change", draw);
  phone.addEventListener("change", draw);
}

/* Search: all words typed, with or without diacritics, in any order. */
const folded = (text) =>
  text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");
const field = document.getElementById("tim");
const answers = document.getElementById("tim-thay");
if (field) {
  field.closest("search").hidden = false;
  field.addEventListener("input", () => {
    const words = folded(field.value).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    const found = words.length
      ? CHI_TIEU.filter((row) => words.every((word) => ` ${row[4]}`.includes(` ${word}`)))
      : [];
    answers.replaceChildren(...found.slice(0, 12).map(([code, name, status, label]) => {
      const link = document.createElement("a");
      link.href = `${root}chi-tieu/${code}.html`;
      const mark = Object.assign(document.createElement("span"), { className: "mark" });
      const chip = Object.assign(document.createElement("span"), { className: `chip ${status}` });
      chip.append(mark, label);
      link.append(Object.assign(document.createElement("b"), { textContent: code }), ` ${name} `, chip);
      return link;
    }));
    if (words.length && !found.length) answers.textContent = "Không có chỉ tiêu nào khớp.";
  });
  field.addEventListener("keydown", (event) => {
    const first = answers.querySelector("a");
    if (event.key === "Enter" && first) location.assign(first.href);
    if (event.key === "Escape") { field.value = ""; answers.replaceChildren(); }
  });
}

/* The parts of the bar lead to their rows of the table. */
const told = document.getElementById("loc");
const asked = new URLSearchParams(location.search);
if (told && (asked.has("trang_thai") || asked.has("nhom"))) {
  const [status, group] = [asked.get("trang_thai"), asked.get("nhom")];
  let under = "";
  let count = 0;
  const rows = [...document.querySelectorAll("table.tracking tbody tr")];
  for (const row of rows) {
    if (row.classList.contains("group")) { under = row.textContent; row.hidden = true; continue; }
    row.hidden = Boolean((status && row.dataset.part !== status) || (group && under !== group));
    if (!row.hidden) {
      count += 1;
      let head = row;
      while (!head.classList.contains("group")) head = head.previousElementSibling;
      head.hidden = false;
    }
  }
  const all = Object.assign(document.createElement("a"), { href: "bieu-theo-doi.html", textContent: "Xem tất cả" });
  told.append(`Đang xem ${count} chỉ tiêu: ${[status, group].filter(Boolean).join(" · ")}. `, all);
  told.hidden = false;
}
