// arguments: kind, words, text of the row or null, heading of the section or "". What the person could use, or null.
const [kind, words, row, heading] = arguments;
const dialogs = document.querySelectorAll("dialog[open]");
const headed = [...document.querySelectorAll("section")].find((s) => s.querySelector("h2")?.textContent === heading);
const scope = dialogs.length > 0 ? dialogs[dialogs.length - 1] : heading === "" ? document : headed;
if (scope === undefined || (kind === "confirm" && scope === document)) return null;
const name = (e) => (e.getAttribute("aria-label") ?? e.textContent).trim();
const usable = (e) => e !== null && !e.disabled && e.getClientRects().length > 0;
const places = row === null ? [scope] : [...scope.querySelectorAll("tbody tr")].filter((tr) => tr.textContent.includes(row));
const selector = { button: "button, [role=button], summary, input[type=submit]", confirm: "button", link: "a", field: "label" }[kind];
for (const place of places) {
  for (const e of place.querySelectorAll(selector)) {
    if (name(e) === words) {
      const target = kind === "field" ? e.control : e;
      if (usable(target)) return target;
    }
  }
}
return null;
