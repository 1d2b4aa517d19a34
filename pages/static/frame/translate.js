// Turns the words that Streamlit's front end writes itself into Vietnamese, as they appear.
// Only whole strings of words.js are turned, and nothing inside what our own pages write.
"use strict";

// Dates and numbers that the browser draws follow its language: ask for ours on every machine.
Object.defineProperty(Navigator.prototype, "language", { get: () => "vi-VN" });
Object.defineProperty(Navigator.prototype, "languages", { get: () => ["vi-VN", "vi"] });

(() => {
  const { words, patterns, months } = window.vietnamese;
  const rules = patterns.map(([english, ours]) =>
    [new RegExp(`^${english.replace("{month}", "tháng (\\d+)")}$`), ours]);
  const month = new RegExp(`\\b(${months.join("|")})\\b`);
  const attributes = ["aria-label", "aria-description", "aria-valuetext", "aria-roledescription",
    "title", "placeholder", "alt", "data-title"];
  const ours = '[data-testid="stHtml"], [data-testid="stMarkdown"], script, style, textarea';
  const english = /[A-Za-z]{2}|\dB$/;

  function translated(text) {
    const whole = text.trim();
    if (!english.test(whole)) return null;
    if (Object.hasOwn(words, whole)) return text.replace(whole, () => words[whole]);
    const word = whole.replace(month, (name) => `tháng ${months.indexOf(name) + 1}`);
    const [rule, replacement] = rules.find(([pattern]) => pattern.test(word)) ?? [];
    return rule ? text.replace(whole, () => word.replace(rule, replacement)) : null;
  }

  function turnText(node) {
    if (node.parentElement?.closest(ours)) return;
    const text = translated(node.data);
    if (text !== null && text !== node.data) node.data = text;
  }

  function turnAttributes(element) {
    for (const name of attributes) {
      const text = element.hasAttribute(name) ? translated(element.getAttribute(name)) : null;
      if (text !== null && text !== element.getAttribute(name)) element.setAttribute(name, text);
    }
  }

  function turnTree(root) {
    if (root.nodeType === Node.TEXT_NODE) return turnText(root);
    if (root.nodeType !== Node.ELEMENT_NODE || root.closest(ours)) return;
    turnAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
      (node) => node.matches?.(ours) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      node.nodeType === Node.TEXT_NODE ? turnText(node) : turnAttributes(node);
    }
  }

  function turnChange(change) {
    if (change.type === "childList") change.addedNodes.forEach(turnTree);
    else if (change.type === "characterData") turnText(change.target);
    else if (!change.target.closest(ours)) turnAttributes(change.target);
  }

  turnTree(document.documentElement);
  new MutationObserver((changes) => changes.forEach(turnChange)).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: attributes,
  });
})();
