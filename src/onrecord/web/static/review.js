// A review by keys. Each key presses a button or follows a link that is on the page anyway.
const first = (selector) => document.querySelector(selector);

const submit = (selector) => {
  const form = first(selector);
  if (form) form.requestSubmit();
};

const follow = (selector) => {
  const link = first(selector);
  if (link) link.click();
};

const unfold = (id) => {
  const details = document.getElementById(id);
  if (!details) return;
  details.open = true;
  const field = details.querySelector("input:not([type=hidden]), select, textarea, button");
  if (field) field.focus();
};

const KEYS = {
  j: () => follow("a[rel=next]"),
  k: () => follow("a[rel=prev]"),
  a: () => submit("#accept"),
  x: () => submit("#reject"),
  e: () => unfold("edit"),
  m: () => unfold("merge"),
  s: () => unfold("split"),
  n: () => unfold("note"),
  u: () => submit("#undo, .undo"),
  z: () => submit("#undo, .undo"),
  o: () => follow("a.open"),
  "?": () => {
    const keys = first("#keys");
    if (keys) keys.open = !keys.open;
  },
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.repeat) return; // a key held down decides once
  const typing = event.target.closest("input:not([type=checkbox]), textarea, select");
  if (typing) {
    if (event.key === "Escape") typing.blur();
    return;
  }
  const act = KEYS[event.key];
  if (act) {
    event.preventDefault();
    act();
  }
});
