"use strict";
// Joins the marks of a text with the claims beside it. Elements are found by id; no offset is ever counted here.
(() => {
  const body = document.body;
  const bar = document.getElementById("bar");
  const held = document.getElementById("held");
  const button = document.getElementById("attitudes");
  const cards = [...document.querySelectorAll(".claim")];
  const joins = new Map();
  const marks = new Map(cards.map((card) => [card.id, []]));
  for (const mark of document.querySelectorAll(".text .mark")) {
    const found = mark.dataset.joins.split(" ").map((one) => one.split(":"));
    joins.set(mark, found);
    for (const [key, role] of found) marks.get(key).push([mark, role]);
  }
  let shown = null;
  let pinned = null;

  const card = (key) => document.getElementById(key);
  const isShown = (key) => {
    const found = card(key);
    const isHidden = found.classList.contains("attitude") && !body.classList.contains("all");
    return !isHidden && found.closest("details:not([open])") === null;
  };
  const show = (key) => {
    if (key === shown) return;
    if (shown) {
      card(shown).classList.remove("held");
      for (const [mark] of marks.get(shown)) delete mark.dataset.held;
    }
    shown = key;
    if (!key) return;
    card(key).classList.add("held");
    for (const [mark, role] of marks.get(key)) mark.dataset.held = role;
  };
  const bringIntoView = (element) => {
    const box = element.getBoundingClientRect();
    const top = document.querySelector(".top").getBoundingClientRect();
    const above = getComputedStyle(document.querySelector(".top")).position === "sticky" ? top.bottom : 0;
    if (box.top < above + 8 || box.bottom > innerHeight - 120) element.scrollIntoView({ block: "center" });
  };
  // Only the list scrolls, never the page: the eye is on the text.
  const bringIntoList = (key) => {
    const list = card(key).closest("aside");
    if (list.scrollHeight <= list.clientHeight) return;
    const box = card(key).getBoundingClientRect();
    const frame = list.getBoundingClientRect();
    if (box.top < frame.top) list.scrollTop -= frame.top - box.top + 8;
    else if (box.bottom > frame.bottom) list.scrollTop += Math.min(box.bottom - frame.bottom + 8, box.top - frame.top);
  };
  const pin = (key) => {
    for (const element of document.querySelectorAll(".pinned")) element.classList.remove("pinned");
    pinned = key;
    show(key);
    bar.hidden = !key;
    held.replaceChildren();
    if (!key) return;
    card(key).classList.add("pinned");
    bringIntoList(key);
    const said = card(key).querySelector(".body");
    if (said) for (const child of said.children) held.append(child.cloneNode(true));
    else bar.hidden = true;
  };
  const goTo = (key) => {
    pin(key);
    card(key).querySelector("a").focus({ preventScroll: true });
    if (marks.get(key).length) bringIntoView(marks.get(key)[0][0]);
  };
  const step = (by) => {
    const keys = cards.map((one) => one.id).filter(isShown);
    if (!keys.length) return;
    const at = keys.indexOf(pinned);
    goTo(keys[at < 0 ? (by > 0 ? 0 : keys.length - 1) : (at + by + keys.length) % keys.length]);
  };
  const toggle = () => {
    const all = body.classList.toggle("all");
    button?.setAttribute("aria-pressed", String(all));
    if (pinned && !isShown(pinned)) pin(null);
    if (shown && !isShown(shown)) show(null);
  };
  // The claims that an element belongs to, the narrowest first.
  const claimsAt = (target) => {
    if (!(target instanceof Element)) return [];
    const note = target.closest(".text .note");
    if (note) return [note.hash.slice(1)];
    const one = target.closest(".claim");
    if (one) return [one.id];
    const found = joins.get(target.closest(".text .mark")) ?? [];
    return [...new Set(found.map(([key]) => key))].filter(isShown);
  };

  // A place: its mentions, its line in the list and its point on the map light up together.
  const tip = document.getElementById("tip");
  const placeAt = (target) => (target instanceof Element ? target.closest("main [data-place]") : null);
  const showPlace = (element) => {
    for (const one of document.querySelectorAll(".here")) one.classList.remove("here");
    tip.hidden = true;
    if (!element) return;
    const key = element.dataset.place;
    for (const one of document.querySelectorAll(`[data-place="${key}"]`)) one.classList.add("here");
    if (!element.closest(".text, svg")) return;
    const told = document.getElementById(`${key}-told`).cloneNode(true);
    for (const details of told.querySelectorAll("details")) details.open = true;
    tip.replaceChildren(...told.childNodes);
    tip.hidden = false;
    const box = element.getBoundingClientRect();
    const isBelow = box.bottom + tip.offsetHeight + 12 < innerHeight || box.top < tip.offsetHeight + 60;
    const top = isBelow ? box.bottom + 6 : box.top - tip.offsetHeight - 6;
    const left = Math.max(8, Math.min(box.left, document.documentElement.clientWidth - tip.offsetWidth - 8));
    tip.style.top = `${top + scrollY}px`;
    tip.style.left = `${left + scrollX}px`;
  };
  document.addEventListener("focusin", (event) => showPlace(placeAt(event.target)));
  document.addEventListener("focusout", () => showPlace(null));

  document.addEventListener("mouseover", (event) => {
    showPlace(placeAt(event.target) ?? placeAt(document.activeElement));
    const keys = claimsAt(event.target);
    show(keys.includes(pinned) ? pinned : keys[0] ?? pinned);
    if (keys.length && event.target.closest(".text")) bringIntoList(shown);
  });
  document.addEventListener("click", (event) => {
    if (event.target.closest("#attitudes")) return toggle();
    if (event.target.closest("#close")) return pin(null);
    if (event.target.closest("#bar, summary, nav") || String(getSelection())) return;
    const keys = claimsAt(event.target);
    if (!keys.length) return pin(null);
    if (event.target.closest(".claim, .note")) {
      event.preventDefault();
      return goTo(keys[0]);
    }
    // Where claims share words, each further click takes the next wider one, and after the last none.
    pin(keys[keys.indexOf(pinned) + 1] ?? null);
  });
  document.addEventListener("focusin", (event) => {
    const link = event.target.closest("a.number, .voice a, a.note");
    const [key] = link ? claimsAt(link) : [];
    if (key && key !== pinned) pin(key);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Arrows scroll the page as ever, unless the focus is on a claim.
    const isOnClaim = event.target instanceof Element && event.target.closest(".claim") !== null;
    if (event.key === "j" || (isOnClaim && event.key === "ArrowDown")) step(1);
    else if (event.key === "k" || (isOnClaim && event.key === "ArrowUp")) step(-1);
    else if (event.key === "Escape") { pin(null); showPlace(null); document.activeElement?.blur(); }
    else if (event.key === "a") toggle();
    else return;
    event.preventDefault();
  });
})();
