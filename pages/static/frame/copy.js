// Copies what a button stands for: the address that reopens a view, or the reminder beside it.
"use strict";

(() => {
  const seen = 4000, inside = 2000;
  const DONE = "Đã sao chép", BY_HAND = "Nhấn Ctrl+C để sao chép";

  // In an office's network the board comes without TLS, and then browsers give no clipboard.
  async function copied(button, words, name) {
    button.parentElement.querySelector(".by-hand")?.remove();
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(words);
        return true;
      } catch { /* refused: the older way below */ }
    }
    return copiedFromField(button, words, name);
  }

  // The field stays, selected, where the browser lets no script copy.
  function copiedFromField(button, words, name) {
    const field = document.createElement(words.includes("\n") ? "textarea" : "input");
    Object.assign(field, { className: "by-hand", value: words, readOnly: true, ariaLabel: name });
    button.after(field);
    field.select();
    if (!document.execCommand("copy")) return false;
    field.remove();
    button.focus();
    return true;
  }

  function tell(told, done, how_long) {
    told.textContent = done ? DONE : BY_HAND;
    clearTimeout(told.timer);
    if (done) told.timer = setTimeout(() => { told.textContent = ""; }, how_long);
  }

  async function copyAddress(button) {
    const address = new URL(button.dataset.address, location.origin).href;
    const done = await copied(button, address, "Liên kết của trang đang xem");
    tell(button.parentElement.querySelector('[role="status"]'), done, seen);
  }

  // The button itself says so too; who cannot see it hears it beside it.
  async function copyReminder(button) {
    const beside = button.closest(".reminding");
    const done = await copied(button, beside.querySelector(".letter").textContent, "Lời nhắc");
    tell(beside.querySelector('[role="status"]'), done, inside);
    if (!done) return;
    const words = button.firstElementChild;
    button.dataset.words ??= words.textContent;
    words.textContent = DONE;
    clearTimeout(button.timer);
    button.timer = setTimeout(() => { words.textContent = button.dataset.words; }, inside);
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest?.(".bd button");
    if (button?.dataset.address) copyAddress(button);
    else if (button?.matches(".copies")) copyReminder(button);
  });
})();
