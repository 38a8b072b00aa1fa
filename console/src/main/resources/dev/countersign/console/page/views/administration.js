import { Fragment, h, p } from "../dom.js";
import { call, post, usePages } from "../rest.js";
import { Ask, Field, Key, Paged, Title, at, text } from "../ui.js";

export const Accounts = () => {
  const pages = usePages("/accounts", {});
  const create = async (values) => { await post("/accounts", { name: text(values, "name") }); pages.reload(); };
  const rename = async (account, values) => {
    await call("PATCH", `/accounts/${encodeURIComponent(account.id)}`, { body: { name: text(values, "name") }, version: account.version });
    pages.reload();
  };
  return h(Fragment, null,
    h(Title, { text: "Accounts" },
      h(Ask, { text: "New account", title: "New account", send: "Create", danger: false, submit: create },
        h(Field, { text: "Name", name: "name", required: true, hint: "A user with the role countersign-account and this name acts for it." }))),
    h(Paged, {
      pages, caption: "Accounts", heads: ["Name", "Id", "Created", ""], empty: "There are no accounts.",
      row: (account) => [account.name, h(Key, { value: account.id }), at(account.createdAt),
        h(Ask, { small: true, text: "Rename", title: "Rename the account", send: "Save", danger: false, submit: (values) => rename(account, values) },
          h(Field, { text: "Name", name: "name", required: true, defaultValue: account.name }))],
    }));
};

export const Environments = () => {
  const pages = usePages("/environments", {});
  const path = (environment) => `/environments/${encodeURIComponent(environment.id)}`;
  const create = async (values) => {
    await post("/environments", { name: text(values, "name"), description: text(values, "description") });
    pages.reload();
  };
  const describe = async (environment, values) => {
    await call("PATCH", path(environment), { body: { description: text(values, "description") ?? "" }, version: environment.version });
    pages.reload();
  };
  const remove = async (environment) => { await call("DELETE", path(environment), { version: environment.version }); pages.reload(); };
  return h(Fragment, null,
    h(Title, { text: "Environments" },
      h(Ask, { text: "New environment", title: "New environment", send: "Create", danger: false, submit: create },
        h(Field, { text: "Name", name: "name", required: true }), h(Field, { text: "Description", name: "description" }))),
    h(Paged, {
      pages, caption: "Environments", heads: ["Name", "Description", "Created", ""], empty: "There are no environments.",
      row: (environment) => [environment.name, environment.description || "–", at(environment.createdAt), h("div", { class: "actions" },
        h(Ask, { small: true, text: "Describe", title: "Describe the environment", send: "Save", danger: false, submit: (values) => describe(environment, values) },
          h(Field, { text: "Description", name: "description", defaultValue: environment.description })),
        h(Ask, { small: true, text: "Delete", title: "Delete the environment?", send: "Delete", submit: () => remove(environment) },
          p(null, `${environment.name} can be deleted if nothing is granted in it.`)))],
    }));
};
