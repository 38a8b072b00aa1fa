// What several views show in the same way.
import {
  Fragment, a, article, button, code, div, footer, h, h1, h2, header, input, label, option, p, select, small, span,
  strong, table, tbody, td, textarea, th, thead, tr, useEffect, useRef, useState,
} from "./dom.js";

export const link = (href, ...text) => a({ href: `#${href}` }, ...text);

// What the first set-up of the database made has no instant of its own.
const FIRST = "1970-01-01T00:00:00Z";

export const at = (instant) => (instant === FIRST ? "with the database" : instant ? instant.replace("T", " ").replace(/(\.\d+)?Z$/, " UTC") : "–");

export const Title = ({ text, children }) => {
  const ref = useRef(null);
  useEffect(() => {
    document.title = `${text} – Countersign console`;
    ref.current?.focus({ preventScroll: true });
  }, [text]);
  return div({ class: "title" }, h1({ tabindex: -1, ref }, text), children);
};

export const Section = ({ title, children, actions }) =>
  h("section", null, header({ class: "section" }, h2(null, title), actions), children);

export const Failure = ({ problem }) => problem && article({ class: "failure", role: "alert" },
  problem.status === 412 ? h(Stale) : sentence(problem.message || String(problem)));

const sentence = (words) => words.charAt(0).toUpperCase() + words.slice(1) + (/[.!?:]$/.test(words) ? "" : ".");

// What was filled in is lost by this, so only the person decides when.
const Stale = () => h(Fragment, null,
  p(null, "Somebody else changed this in the meantime, so nothing was changed now."),
  button({ type: "button", class: "secondary outline small", onClick: () => location.reload() }, "Show it as it is now"));

export const Note = ({ children }) => article({ class: "note", role: "status" }, children);

export const Mark = ({ kind, children }) => span({ class: `mark ${kind}` }, children);

export const Waiting = () => p({ "aria-busy": "true" }, "Loading");

// Rows under headings; on a narrow window each row becomes a block with its headings beside the values.
export const Rows = ({ caption, heads, items, row, empty }) =>
  items.length === 0
    ? p({ class: "empty" }, empty)
    : div({ class: "rows" }, table({ "aria-label": caption },
        thead(null, tr(null, ...heads.map((head) => th({ scope: "col" }, head || span({ class: "unseen" }, "Actions"))))),
        tbody(null, ...items.map((item) =>
          tr({ key: item.id ?? item.key }, ...row(item).map((cell, i) => td({ "data-head": heads[i] }, div(null, cell))))))));

export const Paged = ({ pages, ...rest }) => h(Fragment, null,
  h(Failure, { problem: pages.problem }),
  pages.loading ? h(Waiting) : pages.problem && pages.items.length === 0 ? null : h(Rows, { ...rest, items: pages.items }),
  pages.next && button({ class: "secondary outline", onClick: pages.more }, "Show more"));

let ids = 0;
const useId = () => useState(() => `f${++ids}`)[0];

export const Field = ({ text, hint, kind = "input", options, ...props }) => {
  const id = useId();
  const describe = hint ? { "aria-describedby": `${id}h` } : {};
  const control = kind === "select"
    ? select({ id, ...describe, ...props }, ...options.map(([value, name]) =>
        option({ value, selected: value === props.value }, name)))
    : h(kind, { id, ...describe, autocomplete: "off", ...props });
  return div({ class: "field" }, label({ for: id }, text), control, hint && small({ id: `${id}h` }, hint));
};

export const Check = ({ text, ...props }) => label({ class: "check" }, input({ type: "checkbox", ...props }), span(null, text));

// A form that calls `submit` with its values, shows what went wrong, and cannot be sent twice at once.
export const Form = ({ submit, send, children, danger, cancel, name }) => {
  const [problem, setProblem] = useState(null);
  const [busy, setBusy] = useState(false);
  const onSubmit = async (event) => {
    event.preventDefault();
    const target = event.currentTarget;
    setBusy(true);
    setProblem(null);
    try {
      await submit(new FormData(target), target);
    } catch (e) {
      setProblem(e);
    } finally {
      setBusy(false);
    }
  };
  return h("form", { onSubmit, "aria-label": name },
    h(Failure, { problem }),
    children,
    div({ class: "buttons" },
      button({ type: "submit", disabled: busy, "aria-busy": busy ? "true" : "false", class: danger ? "danger" : "" }, send),
      cancel && button({ type: "button", class: "secondary outline", onClick: cancel, "data-first": danger ? "" : undefined }, "Cancel")));
};

// A question in front of the page; Escape and Cancel leave it.
export const Dialog = ({ title, close, children }) => {
  const ref = useRef(null);
  const id = useId();
  useEffect(() => {
    const open = ref.current;
    const former = document.activeElement;
    open.showModal();
    // Not on what cannot be undone.
    open.querySelector("[data-first]")?.focus();
    return () => {
      open.close();
      former?.isConnected && former.focus();
    };
  }, []);
  return h("dialog", { ref, "aria-labelledby": id, onCancel: (e) => { e.preventDefault(); close(); } },
    article(null, h2({ id }, title), children));
};

export const Ask = ({ text, title, children, send, submit, danger = true, small: plain }) => {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return h(Fragment, null,
    button({ type: "button", class: plain ? "secondary outline small" : "secondary outline", onClick: () => setOpen(true) }, text),
    open && h(Dialog, { title, close }, h(Form, {
      send, danger, cancel: close, name: title, submit: async (values) => { await submit(values); close(); },
    }, children)));
};

const Copied = ({ text, value }) => {
  const [done, setDone] = useState(false);
  const ref = useRef(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setDone(true);
    } catch {
      // Without a secure context there is no clipboard: select it for the person to copy.
      ref.current.select();
    }
  };
  const id = useId();
  return div({ class: "field" }, label({ for: id }, text), div({ class: "copy" },
    input({ id, ref, readonly: true, value, class: "code", autocomplete: "off", spellcheck: false }),
    button({ type: "button", class: "secondary", onClick: copy, "aria-label": `Copy ${text}` }, done ? "Copied" : "Copy")));
};

// The only place that shows a secret; it is gone when the view or the page is left, also from what
// a browser keeps for its back button.
export const Issued = ({ issued, done }) => {
  const ref = useRef(null);
  const [gone, setGone] = useState(false);
  useEffect(() => {
    ref.current?.focus();
    const leave = () => {
      ref.current?.querySelectorAll("input").forEach((field) => { field.value = ""; });
      setGone(true);
    };
    addEventListener("pagehide", leave);
    return () => removeEventListener("pagehide", leave);
  }, []);
  if (gone) {
    return p({ role: "status" }, "The secret was shown once, and this page was left. Reset it if it was not copied.");
  }
  return article({ class: "issued", tabindex: -1, ref, "aria-label": "New secret" },
    header(null, strong(null, "Copy the secret now. "), "It is shown this once; nobody can read it again."),
    h(Copied, { text: "App key", value: issued.appKey }),
    h(Copied, { text: "Secret", value: issued.secret }),
    issued.encoding === "base64" && p(null, "It is base64: the key of the HMAC is the decoded bytes."),
    issued.formerValidUntil && p(null, `The former secret serves until ${at(issued.formerValidUntil)}.`),
    footer(null, button({ type: "button", onClick: done }, "I have copied it")));
};

export const Word = ({ text: value }) => span({ class: "word" }, value);

export const Listed = ({ items }) => [...items].sort().map((item, i) => [i > 0 && ", ", h(Word, { text: item })]);

export const Key = ({ value }) => code({ class: "key" }, value);

// Who acted, as the history has it: "operator NAME", or "account ID NAME", whose id comes last here.
export const Actor = ({ text: value }) => {
  const account = /^account ([0-9a-f]{32}) (.*)$/s.exec(value);
  return account ? h(Fragment, null, `account ${account[2]} `, h(Key, { value: account[1] })) : value;
};

export const text = (values, name) => {
  const value = values.get(name);
  return value === null || value.trim() === "" ? null : value.trim();
};

export const instant = (values, name) => {
  const value = text(values, name);
  return value === null ? null : `${value.length === 16 ? `${value}:00` : value}Z`;
};

export const words = (values, name) => (text(values, name) ?? "").split(/[\s,]+/).filter((word) => word !== "");
