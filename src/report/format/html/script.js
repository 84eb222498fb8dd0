"use strict";
// Filters the conflicts by severity, check and words. Without it the page is whole, only longer.
(() => {
  const form = document.getElementById("filters");
  const cards = [...document.querySelectorAll("article.conflict")].map((element) => ({
    element,
    words: element.textContent.toLowerCase(),
  }));
  if (cards.length < 2) return;
  const buttons = [...form.querySelectorAll("button")];
  const search = document.getElementById("search");
  const apply = () => {
    const off = (kind) => new Set(
      buttons.filter((b) => b.dataset[kind] && b.getAttribute("aria-pressed") === "false").map((b) => b.dataset[kind]));
    const [severities, checks] = [off("severity"), off("check")];
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const card of cards) {
      const { severity, check } = card.element.dataset;
      const show = !severities.has(severity) && !checks.has(check) && words.every((word) => card.words.includes(word));
      card.element.hidden = !show;
      shown += show;
    }
    for (const group of document.querySelectorAll("section.group")) {
      group.hidden = !group.querySelector("article.conflict:not([hidden])");
    }
    document.getElementById("shown").textContent = `${shown} of ${cards.length} conflicts shown`;
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      apply();
    });
  }
  search.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  apply();
})();
