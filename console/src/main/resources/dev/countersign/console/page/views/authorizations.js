import { Fragment, div, fieldset, h, legend, p } from "../dom.js";
import { all, get, post, query, usePages, useRead } from "../rest.js";
import { Actor, Check, Failure, Field, Form, Key, Paged, Rows, Section, Title, Waiting, at, link } from "../ui.js";
import { EnvironmentChoice, Terms, useAccounts } from "./shared.js";
import { terms } from "./grants.js";

const Records = ({ accountId }) => {
  const pages = usePages("/authorizations", { accountId });
  return h(Paged, {
    pages: { ...pages, items: pages.items.map((item) => ({ ...item, key: item.providerId + item.applicationId })) },
    caption: "Authorizations", heads: ["Application", "Whose", "Granted"],
    empty: "Nothing is granted yet.",
    row: (item) => [
      link(`/authorizations/${item.providerId}/${item.applicationId}`, item.applicationName),
      item.partner ? "a partner's" : "own",
      granted(item.grants),
    ],
  });
};

const granted = (grants) => {
  const all = [...new Set(grants.map((grant) => `${grant.operation ?? grant.groupName} (${grant.environment})`))];
  return all.slice(0, 6).join(", ") + (all.length > 6 ? ", …" : "");
};

// An operator looks at one provider at a time.
const Provider = ({ accounts, accountId }) => h(Field, {
  kind: "select", text: "Provider", value: accountId, options: accounts.map(({ id, name }) => [id, name]),
  onChange: (e) => { location.hash = `/authorizations?accountId=${encodeURIComponent(e.currentTarget.value)}`; },
});

export const Authorizations = ({ me, search }) => {
  const accounts = useAccounts(me);
  const accountId = me.operator ? search.accountId ?? accounts[0]?.id : null;
  return h(Fragment, null,
    h(Title, { text: "Authorizations" }, h("a", { href: "#/grant", role: "button" }, "Grant")),
    p(null, "All that one provider has granted to one application, as one record."),
    me.operator && h(Provider, { accounts, accountId }),
    accountId !== undefined && h(Records, { accountId, key: accountId }));
};

const Groups = ({ groups, name }) => fieldset(null, legend(null, name), groups.length === 0
  ? p({ class: "empty" }, "There are no API groups.")
  : div({ class: "checks" }, ...groups.map((group) => h(Check, { key: group.id, name: "group", value: group.id, text: group.name }))));

const chosen = (values) => {
  const groupIds = values.getAll("group");
  if (groupIds.length === 0) throw new Error("Choose at least one group.");
  return { groupIds, environment: values.get("environment") };
};

const Bound = ({ grants }) => h(Rows, {
  caption: "Grants", items: grants, empty: "Nothing is granted.",
  heads: ["What", "Group", "Environment", "Roles", "Until", "Granted by"],
  row: (grant) => [
    grant.operation ? h(Key, { value: grant.operation }) : "whole group", link(`/apis/${grant.groupId}`, grant.groupName), grant.environment,
    [...grant.roles].sort().join(", ") || "–", at(grant.expiresAt), h(Actor, { text: grant.grantedBy }),
  ],
});

export const Authorization = ({ me, ids: [providerId, applicationId] }) => {
  const path = `/authorizations/${encodeURIComponent(providerId)}/${encodeURIComponent(applicationId)}`;
  const { value, problem, reload } = useRead(async () => {
    const [record, groups, environments] = await Promise.all([
      get(path), all(`/api-groups${query({ accountId: me.operator ? providerId : "" })}`), all("/environments"),
    ]);
    return { record, groups, environments };
  }, [path]);
  if (value === null) return problem ? h(Failure, { problem }) : h(Waiting);
  const { record, groups, environments } = value;
  const bind = async (values) => { await post(`${path}/bind`, { ...chosen(values), ...terms(values) }); reload(); };
  const unbind = async (values) => { await post(`${path}/unbind`, chosen(values)); reload(); };
  const mine = me.operator || me.accountId === providerId;
  return h(Fragment, null,
    h(Title, { text: record.applicationName }),
    h(Section, { title: "Granted" }, h(Bound, { grants: record.grants })),
    mine && h(Section, { title: "Bind groups" }, h(Form, { submit: bind, send: "Bind", name: "Bind groups" },
      h(Groups, { groups, name: "Groups to bind" }), h(EnvironmentChoice, { environments }), h(Terms, {}))),
    mine && h(Section, { title: "Unbind groups" }, h(Form, { submit: unbind, send: "Unbind", danger: true, name: "Unbind groups" },
      h(Groups, { groups: groups.filter(({ id }) => record.grants.some((grant) => grant.groupId === id && grant.apiId === null)), name: "Groups to unbind" }),
      h(EnvironmentChoice, { environments }))));
};
