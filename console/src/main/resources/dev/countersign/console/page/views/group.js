import { Fragment, a, h, p, useState } from "../dom.js";
import { call, get, post, usePages, useRead } from "../rest.js";
import { Ask, Failure, Field, Form, Key, Mark, Note, Paged, Rows, Section, Title, Waiting, text } from "../ui.js";
import { Grants } from "./grants.js";

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "*"].map((method) => [method, method]);

const Apis = ({ path, pages }) => {
  const create = async (values) => {
    await post(`${path}/apis`, {
      method: values.get("method"), template: text(values, "template"), description: text(values, "description"),
    });
    pages.reload();
  };
  const remove = async (api) => {
    await call("DELETE", `${path}/apis/${encodeURIComponent(api.id)}`, { version: api.version });
    pages.reload();
  };
  return h(Section, {
    title: "APIs",
    actions: h(Ask, { text: "Add API", title: "Add an API", send: "Add", danger: false, submit: create },
      h(Field, { kind: "select", text: "Method", name: "method", options: METHODS }),
      h(Field, { text: "Path template", name: "template", required: true, placeholder: "/orders/{id}", hint: "{name} is one segment; /** at the end is everything below." }),
      h(Field, { text: "Description", name: "description" })),
  }, h(Paged, {
    pages, caption: "APIs", heads: ["Method", "Path template", "Description", ""], empty: "The group has no APIs yet. Add one, or import an OpenAPI document.",
    row: (api) => [
      api.method, h(Key, { value: api.template }), api.description || "–",
      h(Ask, { small: true, text: "Remove", title: "Remove the API?", send: "Remove", submit: () => remove(api) },
        p(null, `${api.method} ${api.template} is no longer in the group.`)),
    ],
  }));
};

const OUTCOMES = { new: "good", present: "plain", refused: "bad" };

const Import = ({ path, pages }) => {
  const [result, setResult] = useState(null);
  const [wanted, setWanted] = useState(null);
  const send = async (body) => { setResult(await post(`${path}/apis/import`, body)); pages.reload(); };
  const preview = async (values) => {
    const file = values.get("file");
    const document = file && file.size > 0 ? await file.text() : values.get("document");
    const body = { document, prefix: text(values, "prefix"), preview: true };
    await send(body);
    setWanted({ ...body, preview: false });
  };
  return h(Section, { title: "Import an OpenAPI 3 document" },
    h(Form, { submit: preview, send: "Preview", name: "Import" },
      h("div", { class: "pair" },
        h(Field, { text: "File (JSON or YAML)", name: "file", type: "file", accept: ".json,.yaml,.yml" }),
        h(Field, { text: "Path prefix", name: "prefix", placeholder: "/orders", hint: "Put in front of each path of the document." })),
      h(Field, { kind: "textarea", text: "Or its text", name: "document", rows: 4, spellcheck: false })),
    result && h(Fragment, null,
      h(Note, null, result.preview
        ? result.possible ? "Nothing has been created yet. This is what an import would make." : "The import is not possible: something is refused, and nothing would be created."
        : `${result.created} APIs were created.`),
      h(Rows, {
        caption: "Preview of the import", heads: ["Method", "Path template", "Description", "Outcome"], empty: "The document has no operations.",
        items: result.entries.map((entry, key) => ({ ...entry, key })),
        row: (entry) => [
          entry.method, h(Key, { value: entry.template }), entry.description || "–",
          h(Fragment, null, h(Mark, { kind: OUTCOMES[entry.outcome] }, entry.outcome), entry.reason && ` ${entry.reason}`),
        ],
      }),
      result.preview && result.possible && h(Form, { submit: () => send(wanted), send: "Import them", name: "Confirm the import" })));
};

export const Group = ({ ids: [id] }) => {
  const path = `/api-groups/${encodeURIComponent(id)}`;
  const group = useRead(() => get(path), [id]);
  const pages = usePages(`${path}/apis`, {});
  if (group.value === null) {
    return group.problem ? h(Failure, group) : h(Waiting);
  }
  const { name, description, version } = group.value;
  const describe = async (values) => {
    await call("PATCH", path, { body: { description: text(values, "description") ?? "" }, version });
    group.reload();
  };
  const remove = async () => { await call("DELETE", path, { version }); location.hash = "/apis"; };
  return h(Fragment, null,
    h(Title, { text: name }, h("div", { class: "actions" },
      a({ role: "button", href: `#/grant?group=${encodeURIComponent(id)}` }, "Grant"),
      h(Ask, { text: "Describe", title: "Describe the group", send: "Save", danger: false, submit: describe },
        h(Field, { text: "Description", name: "description", defaultValue: description })),
      h(Ask, { text: "Delete", title: "Delete the group?", send: "Delete", submit: remove },
        p(null, "Only a group without APIs and grants can be deleted.")))),
    p(null, description || "No description."),
    h(Apis, { path, pages }),
    h(Import, { path, pages }),
    h(Section, { title: "Granted to" }, h(Grants, {
      path: `${path}/grants`, empty: "Nothing of this group is granted yet.",
      heads: ["Application", "What"], cells: (grant) => [`${grant.applicationName}${grant.partner ? " (partner)" : ""}`, grant.operation ? h(Key, { value: grant.operation }) : "whole group"],
    })));
};
