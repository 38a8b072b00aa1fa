// Elements and hooks by short names. Text that is handed to an element is always text, never markup.
export const { h, render, Fragment } = window.preact;
export const { useState, useEffect, useRef, useCallback } = window.preactHooks;

const isProps = (value) =>
  value !== null && typeof value === "object" && !Array.isArray(value) && !("type" in value && "props" in value);

const tag = (name) => (...args) => {
  const props = isProps(args[0]) ? args.shift() : null;
  return h(name, props, ...args);
};

export const [
  a, article, button, code, dd, details, dialog, div, dl, dt, fieldset, footer, form, h1, h2, h3, header, input,
  label, legend, li, main, nav, option, p, pre, section, select, small, span, strong, summary, table, tbody, td,
  textarea, th, thead, tr, ul,
] = [
  "a", "article", "button", "code", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "footer", "form", "h1",
  "h2", "h3", "header", "input", "label", "legend", "li", "main", "nav", "option", "p", "pre", "section", "select",
  "small", "span", "strong", "summary", "table", "tbody", "td", "textarea", "th", "thead", "tr", "ul",
].map(tag);
