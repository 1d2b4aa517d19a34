// What print.css cannot know: the page's name and filters, the data version, today, and how wide a
// chart is on the screen.
"use strict";

(() => {
  const asked = ["ma", "pb", "pham-vi", "nhom", "trang_thai", "co_quan", "phan_to", "tim", "ma-nhom", "trang-thai", "co-quan"];
  const moment = /số liệu đến (\d\d\/\d\d\/\d{4})[^]{0,40}?năm đánh giá (\d{4}) · phiên bản (\d+ · [0-9a-f]{10})/i;
  const words = { "ca-nuoc": "Cả nước" };

  // Names the view as the menu and the address do: "Chỉ tiêu · HD01 · Cả nước".
  function pageName() {
    const room = document.querySelector('[data-testid="stSidebarNav"] [aria-current="page"]');
    const address = new URLSearchParams(location.search);
    const parts = asked.map((name) => address.get(name)).filter(Boolean);
    return [room?.textContent ?? "", ...parts.map((part) => words[part] ?? part)].join(" · ");
  }

  // The tab's title says what this page shows too, which the margin names beside the product.
  function product() {
    const told = [".standing b", ".board-name"].map((place) => document.querySelector(place)?.textContent);
    return told.filter(Boolean).join(" · ");
  }

  function dataVersion() {
    // The line of the moment keeps year and version folded away.
    const line = document.querySelector(".as-of")?.textContent ?? "";
    const told = line.match(moment) ?? document.querySelector('[data-testid="stMain"]')?.innerText.match(moment);
    return told ? `Số liệu đến ${told[1]} · Năm đánh giá ${told[2]} · Phiên bản ${told[3]}` : "";
  }

  function prepare() {
    const form = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Ho_Chi_Minh" };
    const today = new Date().toLocaleDateString("vi-VN", form);
    const margins = { title: product(), page: pageName(), version: dataVersion(), day: `In ngày ${today}` };
    const root = document.documentElement;
    for (const [name, text] of Object.entries(margins)) {
      root.style.setProperty(`--print-${name}`, JSON.stringify(text));
    }
    for (const chart of document.querySelectorAll(".stPlotlyChart")) {
      const frame = chart.closest('[class*="st-key-bieu-do-"]') ?? chart;
      frame.style.setProperty("--print-wide", chart.offsetWidth);
    }
  }

  addEventListener("beforeprint", prepare);
})();
