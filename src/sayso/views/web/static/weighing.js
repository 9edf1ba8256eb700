"use strict";
// Adds keys to a page that reads without them: j and k (or arrows, on a card) step from claim to claim, Escape lets go.
(() => {
  const cards = [...document.querySelectorAll(".card")];
  let held = null;
  const hold = (card) => {
    held?.classList.remove("held");
    held = card;
    if (!card) return;
    card.classList.add("held");
    card.querySelector("a.number").focus({ preventScroll: true });
    card.scrollIntoView({ block: "start" });
  };
  const step = (by) => {
    if (!cards.length) return;
    const at = cards.indexOf(held ?? document.activeElement?.closest(".card"));
    hold(cards[at < 0 ? (by > 0 ? 0 : cards.length - 1) : (at + by + cards.length) % cards.length]);
  };
  // A place: its dot on the map and its line in the list light up together.
  const light = (element) => {
    for (const one of document.querySelectorAll(".here")) one.classList.remove("here");
    const at = element instanceof Element ? element.closest("[data-place]") : null;
    if (at) for (const one of document.querySelectorAll(`[data-place="${at.dataset.place}"]`)) one.classList.add("here");
  };
  document.addEventListener("mouseover", (event) => light(event.target));
  document.addEventListener("focusin", (event) => {
    light(event.target);
    const card = event.target instanceof Element ? event.target.closest(".card") : null;
    if (held && card !== held) { held.classList.remove("held"); held = null; }
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Arrows scroll the page as ever, unless the focus is on the number of a claim.
    const isOnClaim = event.target instanceof Element && event.target.matches(".card a.number");
    if (event.key === "j" || (isOnClaim && event.key === "ArrowDown")) step(1);
    else if (event.key === "k" || (isOnClaim && event.key === "ArrowUp")) step(-1);
    else if (event.key === "Escape") { hold(null); document.activeElement?.blur(); }
    else return;
    event.preventDefault();
  });
})();
