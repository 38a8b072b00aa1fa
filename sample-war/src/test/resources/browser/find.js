// arguments: kind, words, text of the row or null. What the person could use, or null.
const [kind, words, row] = arguments;
const dialogs = document.querySelectorAll("dialog[open]");
const scope = dialogs.length > 0 ? dialogs[dialogs.length - 1] : document;
const name = (e) => (e.getAttribute("aria-label") ?? e.textContent).trim();
const usable = (e) => e !== null && !e.disabled && e.getClientRects().length > 0;
const places = row === null ? [scope] : [...scope.querySelectorAll("tbody tr")].filter((tr) => tr.textContent.includes(row));
const selector = { button: "button, [role=button], summary, input[type=submit]", link: "a", field: "label" }[kind];
for (const place of places) {
  for (const e of place.querySelectorAll(selector)) {
    if (name(e) === words) {
      const target = kind === "field" ? e.control : e;
      if (usable(target)) return target;
    }
  }
}
return null;
