"use strict";
(() => {
  const cards = [...document.querySelectorAll(".claims .claim[data-claim]")];
  const marks = [...document.querySelectorAll(".text .mark")];
  const byClaim = new Map(cards.map((card) => [card.dataset.claim, { card, marks: [] }]));
  for (const mark of marks) {
    for (const key of mark.dataset.claims.split(" ")) byClaim.get(key)?.marks.push(mark);
  }
  const status = document.getElementById("status");
  const button = document.getElementById("attitudes");
  let pinned = null;
  let held = null;

  const isShown = (card) => document.body.classList.contains("all") || !card.classList.contains("attitude");
  const hold = (key) => {
    if (held === key) return;
    for (const element of document.querySelectorAll(".held")) element.classList.remove("held");
    held = key;
    const found = key && byClaim.get(key);
    if (!found || !isShown(found.card)) return;
    found.card.classList.add("held");
    for (const mark of found.marks) mark.classList.add("held");
  };
  const pin = (key, focus) => {
    pinned = key;
    hold(key);
    const found = key && byClaim.get(key);
    if (!found) return;
    for (const card of cards) card.tabIndex = card === found.card ? 0 : -1;
    if (focus) found.card.focus({ preventScroll: true });
    found.card.scrollIntoView({ block: "nearest" });
    const first = found.marks[0];
    if (first) {
      const box = first.getBoundingClientRect();
      if (box.top < 60 || box.bottom > innerHeight - 20) first.scrollIntoView({ block: "center" });
    }
    status.textContent = found.card.innerText;
  };
  const step = (by) => {
    const shown = cards.filter(isShown);
    if (!shown.length) return;
    const at = shown.findIndex((card) => card.dataset.claim === pinned);
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
    pin(shown[next].dataset.claim, true);
  };
  const quieten = () => {
    for (const mark of marks) {
      const spoken = mark.dataset.claims.split(" ").some((key) => byClaim.has(key) && isShown(byClaim.get(key).card));
      mark.classList.toggle("quiet", !spoken);
      const note = mark.nextElementSibling;
      if (note?.classList.contains("note")) note.hidden = !spoken;
    }
    button.setAttribute("aria-pressed", String(document.body.classList.contains("all")));
  };
  const toggle = () => { document.body.classList.toggle("all"); quieten(); };
  const claimOf = (target) => {
    const card = target.closest?.(".claims .claim[data-claim]");
    if (card) return card.dataset.claim;
    const mark = target.closest?.(".text .mark");
    return mark ? mark.dataset.claims.split(" ").find((key) => byClaim.has(key) && isShown(byClaim.get(key).card)) : null;
  };

  document.addEventListener("mouseover", (event) => hold(claimOf(event.target) || pinned));
  document.addEventListener("click", (event) => {
    if (event.target === button) return toggle();
    const key = claimOf(event.target);
    if (key) pin(key === pinned ? null : key, false);
  });
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest?.(".claims .claim[data-claim]");
    if (card && card.dataset.claim !== pinned) pin(card.dataset.claim, false);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const inButton = event.target === button;
    if (event.key === "j" || event.key === "ArrowDown") step(1);
    else if (event.key === "k" || event.key === "ArrowUp") step(-1);
    else if (event.key === "Escape") { pin(null, false); document.activeElement?.blur(); }
    else if (event.key === "a" && !inButton) toggle();
    else return;
    event.preventDefault();
  });
  if (cards.length) (cards.find(isShown) || cards[0]).tabIndex = 0;
  quieten();
})();
