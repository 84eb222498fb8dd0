"use strict";
// Filters the conflicts and lays two articles side by side. Without it the page is whole, only longer.
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const byId = (id) => document.getElementById(id);
  const cards = all("article.conflict").map((element) => ({
    element,
    id: element.id,
    words: element.textContent.toLowerCase(),
    articles: element.dataset.articles.split(" "),
  }));
  if (cards.length === 0) return;

  // Within a facet any choice will do, all facets must agree; nothing chosen is no choice.
  const filter = () => {
    const chosen = (facet) => all(`input[data-facet="${facet}"]:checked`).map((input) => input.value);
    const [severities, checks] = [chosen("severity"), chosen("check")];
    const words = byId("search").value.toLowerCase().split(/\s+/).filter(Boolean);
    const article = byId("article").value;
    let shown = 0;
    for (const card of cards) {
      const { severity, check } = card.element.dataset;
      const show = (severities.length === 0 || severities.includes(severity))
        && (checks.length === 0 || checks.includes(check))
        && (article === "" || card.articles.includes(article))
        && words.every((word) => card.words.includes(word));
      card.element.hidden = !show;
      for (const item of all(".index li")) if (item.dataset.for === card.id) item.hidden = !show;
      shown += show;
    }
    for (const group of all("section.group")) group.hidden = !group.querySelector("article.conflict:not([hidden])");
    byId("none").hidden = shown > 0;
    byId("show-all").hidden = shown === cards.length && words.length + severities.length + checks.length === 0;
    byId("shown").textContent = `${shown} of ${cards.length} shown`;
  };
  const form = byId("filters");
  form.addEventListener("input", filter);
  form.addEventListener("change", filter);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(filter));
  form.hidden = cards.length < 2;
  filter();

  // A link to a conflict that the filters hide shows it again.
  const reveal = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target?.closest("[hidden]")) return;
    form.reset();
    setTimeout(() => target.scrollIntoView());
  };
  addEventListener("hashchange", reveal);

  const narrow = matchMedia("(max-width: 62rem)");
  const drawer = document.querySelector(".drawer");
  const fold = () => { drawer.open = !narrow.matches; };
  narrow.addEventListener("change", fold);
  fold();

  // The index follows the reader.
  const seen = new IntersectionObserver((entries) => {
    for (const entry of entries.filter((entry) => entry.isIntersecting)) {
      for (const link of all(".index a")) {
        if (link.hash === `#${entry.target.id}`) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }
  }, { rootMargin: "-10% 0px -80% 0px" });
  for (const card of cards) seen.observe(card.element);

  // Two articles side by side, each at its passage.
  const dialog = byId("compare");
  const panes = all(".pane", dialog).map((pane) => ({ select: pane.querySelector("select"), text: pane.querySelector(".text") }));
  let places = [];
  const show = (pane) => {
    const place = places[pane.select.selectedIndex];
    const article = byId(`d-${place.article}`).cloneNode(true);
    for (const element of [article, ...all("[id]", article)]) element.removeAttribute("id");
    article.removeAttribute("aria-labelledby");
    article.className = "";
    for (const element of all(".back, .anchor", article)) element.remove();
    for (const mark of all("mark", article)) {
      const [from, to] = [Number(mark.dataset.from), Number(mark.dataset.to)];
      if (from >= place.start && to <= place.end) mark.classList.add("here", place.side);
    }
    pane.text.replaceChildren(article);
    const first = pane.text.querySelector("mark.here");
    pane.text.scrollTop = first ? first.offsetTop - pane.text.clientHeight / 3 : 0;
  };
  for (const pane of panes) pane.select.addEventListener("change", () => show(pane));
  const open = (card) => {
    places = all("a.place", card).map((link) => {
      const [, article, start, end] = link.hash.split("-").map(Number);
      return { article, start, end, side: link.dataset.side, label: `${link.dataset.letter}: ${link.ariaLabel ?? link.textContent}` };
    });
    // Two sides, and if it can be two articles.
    const pairs = places.flatMap((one, left) => places.map((two, right) => ({ one, two, left, right })));
    const apart = pairs.filter(({ one, two }) => one.side !== two.side);
    const pair = apart.find(({ one, two }) => one.article !== two.article) ?? apart[0] ?? pairs[0];
    byId("compare-title").textContent = card.querySelector("h3").textContent;
    panes.forEach((pane, number) => {
      pane.select.replaceChildren(...places.map((place) => new Option(place.label)));
      pane.select.selectedIndex = number === 0 ? pair.left : pair.right;
    });
    dialog.showModal();
    panes.forEach(show);
  };
  for (const button of all("button.open")) {
    button.hidden = false;
    button.addEventListener("click", () => open(byId(`c-${button.dataset.conflict}`)));
  }
  byId("compare-close").addEventListener("click", () => dialog.close());

  // Paper has nothing to unfold.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = all("details:not([open])");
    for (const details of folded) details.open = true;
  });
  addEventListener("afterprint", () => { for (const details of folded) details.open = false; });
})();
