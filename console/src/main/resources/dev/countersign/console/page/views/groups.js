import { Fragment, h } from "../dom.js";
import { post, usePages } from "../rest.js";
import { Ask, Field, Paged, Title, at, link, text } from "../ui.js";
import { AccountChoice, useAccounts } from "./shared.js";

export const Groups = ({ me }) => {
  const pages = usePages("/api-groups", {});
  const accounts = useAccounts(me);
  const create = async (values) => {
    const group = await post("/api-groups", {
      name: text(values, "name"), description: text(values, "description"),
      ...(me.operator && { accountId: values.get("accountId") }),
    });
    location.hash = `/apis/${group.id}`;
  };
  return h(Fragment, null,
    h(Title, { text: "API groups" },
      h(Ask, { text: "New group", title: "New API group", send: "Create", danger: false, submit: create },
        h(AccountChoice, { me, accounts }),
        h(Field, { text: "Name", name: "name", required: true, hint: "Whoever deploys the WAR binds this name to a path." }),
        h(Field, { text: "Description", name: "description" }))),
    h(Paged, {
      pages, caption: "API groups", heads: ["Name", "Description", ...(me.operator ? ["Account"] : []), "Created"],
      empty: "There are no API groups yet. Create one to grant its APIs to applications.",
      row: (group) => [
        link(`/apis/${group.id}`, group.name), group.description || "–",
        ...(me.operator ? [accounts.find(({ id }) => id === group.accountId)?.name ?? group.accountId] : []),
        at(group.createdAt),
      ],
    }));
};
