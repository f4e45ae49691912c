// Keys: "/" goes to the search field. Everything works without this file.

import "./parts.js";

document.addEventListener("keydown", (event) => {
  const busy = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !busy && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.querySelector(".find input[name=q]").focus();
  }
});
