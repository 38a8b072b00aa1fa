import { Fragment, details, h, pre, summary } from "../dom.js";
import { usePages } from "../rest.js";
import { Actor, Field, Key, Paged, Title, Word, at, instant, text } from "../ui.js";

const shown = (state) => {
  try {
    return JSON.stringify(JSON.parse(state), null, 2);
  } catch {
    return state;
  }
};

const Difference = ({ line }) => line.before === null && line.after === null ? "–" : details(null,
  summary(null, "Show"),
  line.before !== null && h(Fragment, null, "Before", pre({ tabindex: 0 }, shown(line.before))),
  line.after !== null && h(Fragment, null, "After", pre({ tabindex: 0 }, shown(line.after))));

export const Audit = ({ search }) => {
  const pages = usePages("/audit", { objectId: search.objectId, from: search.from, until: search.until });
  const find = (values) => {
    const wanted = { objectId: text(values, "objectId"), from: instant(values, "from"), until: instant(values, "until") };
    location.hash = `/audit?${new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== null))}`;
  };
  return h(Fragment, null,
    h(Title, { text: "Audit" }),
    h("form", { class: "search", "aria-label": "Search", onSubmit: (e) => { e.preventDefault(); find(new FormData(e.currentTarget)); } },
      h(Field, { text: "Id of an object", name: "objectId", defaultValue: search.objectId ?? "" }),
      h(Field, { text: "From (UTC)", name: "from", type: "datetime-local", step: 1, defaultValue: (search.from ?? "").slice(0, 19) }),
      h(Field, { text: "Until (UTC)", name: "until", type: "datetime-local", step: 1, defaultValue: (search.until ?? "").slice(0, 19) }),
      h("div", { class: "buttons" }, h("button", { class: "secondary" }, "Search"))),
    h(Paged, {
      pages, caption: "Changes, the newest first", heads: ["When", "Who", "What", "Object", "Change"],
      empty: "No change was made, or none that fits.",
      row: (line) => [
        h(Word, { text: at(line.happenedAt) }), h(Actor, { text: line.actor }), h(Word, { text: line.action }),
        h(Fragment, null, h(Word, { text: line.objectType }), " ", h(Key, { value: line.objectId })), h(Difference, { line }),
      ],
    }));
};
