// Fills this site's own address into what can be copied to other sites, and copies it.
(() => {
  "use strict";
  for (const code of document.querySelectorAll("code[data-from]")) {
    code.textContent = code.textContent.split(code.dataset.from).join(new URL(code.dataset.from, location.href).href);
  }
  for (const button of document.querySelectorAll("button[data-copy], button[data-link]")) {
    const said = button.nextElementSibling;
    button.hidden = !navigator.clipboard;
    button.addEventListener("click", async () => {
      const text = button.dataset.link ? new URL(button.dataset.link, location.href).href
        : document.getElementById(button.dataset.copy).textContent;
      await navigator.clipboard.writeText(text);
      said.textContent = button.dataset.done;
    });
  }
})();
