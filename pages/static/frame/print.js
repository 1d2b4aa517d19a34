// What paper.css cannot know: the page's name and filters, the data version, today, which way the sheets
// lie, and how wide a chart is on the screen. The static site says of each page what it is.
"use strict";

(() => {
  const asked = ["ma", "pb", "pham-vi", "nhom", "trang_thai", "co_quan", "phan_to", "tim", "ma-nhom", "trang-thai", "co-quan"];
  const moment = /số liệu đến (\d\d\/\d\d\/\d{4})[^]{0,40}?năm đánh giá (\d{4}) · phiên bản (\d+ · [0-9a-f]{10})/i;
  const root = document.documentElement;
  const sheet = document.createElement("style");
  const wide = ".tracking, .by-agency, .screen";
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

  function names() {
    const { printed } = document.body.dataset;
    return printed ? JSON.parse(printed) : { title: product(), page: pageName(), version: dataVersion() };
  }

  // A sheet of Firefox lies the way that the whole document does, so no page of CSS has a name.
  function lay() {
    sheet.textContent = document.querySelector(wide) ? "@page { size: A4 landscape; }" : "";
    document.head.append(sheet);
  }

  function prepare() {
    const form = { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Ho_Chi_Minh" };
    const today = new Date().toLocaleDateString("vi-VN", form);
    for (const [name, text] of Object.entries({ ...names(), day: `In ngày ${today}` })) {
      root.style.setProperty(`--print-${name}`, JSON.stringify(text));
    }
    lay();
    for (const chart of document.querySelectorAll(".js-plotly-plot")) {
      const frame = chart.closest('[class*="st-key-bieu-do-"]') ?? chart;
      frame.style.setProperty("--print-wide", chart.offsetWidth);
    }
  }

  addEventListener("beforeprint", prepare);
})();
