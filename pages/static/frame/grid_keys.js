// A cell of a grid opens its editor a moment after the first key, and closes it a moment after the
// last. What is typed in that moment would be lost or go into the wrong cell, and 84,9 would become
// 4,9 without a word: here it is held until it can be taken. A key that leaves is held too: an editor
// looks a moment later whether a key left it, and a letter's look that comes late would take the one
// that left for the letter's, and throw away what was typed.
"use strict";

(() => {
  const grid = '[data-testid="data-grid-canvas"]'; // with a table inside, for those who listen
  const editor = ".gdg-style :is(input, textarea)";
  const leaves = ["Enter", "Tab", "Escape"];
  const patience = 120; // pictures drawn, however slow the machine; then nothing is coming
  let held = null; // keys not given yet; null while nothing is awaited
  let awaited = "";
  let left = 0;

  const writes = (key) => key.length === 1;
  const isClosed = (element) => element.closest("td")?.ariaReadOnly === "true";

  function wait(what) {
    awaited = what;
    left = patience;
    requestAnimationFrame(give);
  }

  function press(target, { key, shiftKey }) {
    const pressed = { key, shiftKey, bubbles: true, cancelable: true };
    target.dispatchEvent(new KeyboardEvent("keydown", pressed));
  }

  // An editor that has given its focus back may still be there, and would be opened again.
  function isReady(target) {
    return target.closest(awaited) && (awaited === editor || !document.querySelector(editor));
  }

  function give() {
    const target = document.activeElement;
    if (held !== null && !isReady(target) && left-- > 0) {
      requestAnimationFrame(give);
      return;
    }
    while (held?.length > 0 && isReady(target)) {
      const pressed = held.shift();
      const { key } = pressed;
      if (awaited === editor && writes(key)) document.execCommand("insertText", false, key);
      else if (awaited === editor && key === "Backspace") document.execCommand("delete");
      else {
        press(target, pressed);
        if (awaited === editor ? leaves.includes(key) : writes(key)) {
          wait(awaited === editor ? grid : editor);
          return;
        }
      }
    }
    held = null;
  }

  function expect(what) {
    held = [];
    wait(what);
  }

  // Looks of letters before it come first: they were asked for first.
  function leave(pressed) {
    held = [pressed];
    [awaited, left] = [editor, patience];
    setTimeout(give, 0);
  }

  document.addEventListener("keydown", (event) => {
    const { key, shiftKey, target } = event;
    if (!event.isTrusted || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (held === null && target.closest(grid)) {
      if (writes(key) && !isClosed(target)) expect(editor);
      return;
    }
    const leaving = held === null && target.closest(editor) && leaves.includes(key);
    if (held === null && !leaving) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (leaving) leave({ key, shiftKey });
    else held.push({ key, shiftKey });
  }, true);

  document.addEventListener("pointerdown", () => { held = null; }, true);
})();
