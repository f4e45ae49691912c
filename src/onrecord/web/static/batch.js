// A batch that is being read: how far it is, without loading the page anew.

import { page, put } from "./parts.js";

const progress = document.getElementById("progress");

const look = async () => {
  try {
    const answer = await fetch(location);
    if (!answer.ok) throw new Error(answer.status);
    const next = await page(answer);
    const now = next.getElementById("progress");
    if (!now) return put(next, ["main"]);
    if (now.textContent !== progress.textContent) progress.textContent = now.textContent;
    setTimeout(look, 1000);
  } catch {
    location.reload();
  }
};

if (progress) setTimeout(look, 1000);
