import { Fragment, a, h, useState } from "../dom.js";
import { post, usePages } from "../rest.js";
import { Field, Form, Issued, Key, Listed, Mark, Paged, Title, link, text } from "../ui.js";
import { AccountChoice, Schemes, useAccounts } from "./shared.js";

export const Applications = ({ me, search }) => {
  const pages = usePages("/applications", { search: search.search, accountId: search.accountId });
  const accounts = useAccounts(me);
  const owner = (id) => accounts.find((account) => account.id === id)?.name ?? id;
  const find = async (values) => {
    const wanted = new URLSearchParams([...values].filter(([, value]) => value !== ""));
    location.hash = `/applications?${wanted}`;
  };
  return h(Fragment, null,
    h(Title, { text: "Applications" }, a({ href: "#/applications/new", role: "button" }, "New application")),
    h("form", { class: "search", "aria-label": "Search", onSubmit: (e) => { e.preventDefault(); find(new FormData(e.currentTarget)); } },
      h(Field, { text: "Search by name", name: "search", type: "search", defaultValue: search.search ?? "" }),
      me.operator && h(Field, {
        kind: "select", text: "Account", name: "accountId", defaultValue: search.accountId ?? "", value: search.accountId,
        options: [["", "All accounts"], ...accounts.map((account) => [account.id, account.name])],
      }),
      h("div", { class: "buttons" }, h("button", { class: "secondary" }, "Search"))),
    h(Paged, {
      pages, caption: "Applications",
      heads: ["Name", "App key", ...(me.operator ? ["Account"] : []), "Schemes", "State"],
      empty: search.search ? "No application has such a name." : "There are no applications yet. Create the first one.",
      row: (application) => [
        link(`/applications/${application.id}`, application.name),
        h(Key, { value: application.appKey }),
        ...(me.operator ? [owner(application.accountId)] : []),
        h(Listed, { items: application.schemes }),
        application.enabled ? h(Mark, { kind: "good" }, "enabled") : h(Mark, { kind: "bad" }, "disabled"),
      ],
    }));
};

export const NewApplication = ({ me }) => {
  const accounts = useAccounts(me);
  const [created, setCreated] = useState(null);
  if (created) {
    return h(Fragment, null,
      h(Title, { text: created.application.name }),
      h(Issued, { issued: created.issued, done: () => { location.hash = `/applications/${created.application.id}`; } }));
  }
  const submit = async (values) => setCreated(await post("/applications", {
    name: text(values, "name"),
    description: text(values, "description"),
    schemes: values.getAll("schemes"),
    ...(me.operator && { accountId: values.get("accountId") }),
  }));
  return h(Fragment, null,
    h(Title, { text: "New application" }),
    h(Form, { submit, send: "Create", name: "New application", cancel: () => { location.hash = "/applications"; } },
      h(AccountChoice, { me, accounts }),
      h(Field, { text: "Name", name: "name", required: true, maxlength: 200 }),
      h(Field, { text: "Description", name: "description", maxlength: 2000 }),
      h(Schemes, { chosen: ["countersign-1"] })));
};
