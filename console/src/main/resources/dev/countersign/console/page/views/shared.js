// Choices that several views offer.
import { div, fieldset, h, legend } from "../dom.js";
import { all, useRead } from "../rest.js";
import { Check, Field } from "../ui.js";

const SCHEMES = ["countersign-1", "tencent", "jdcloud", "aliyun", "aws4", "rfc9421"];

export const Schemes = ({ chosen }) => fieldset(null,
  legend(null, "Signature schemes"),
  div({ class: "checks" }, ...SCHEMES.map((id) =>
    h(Check, { key: id, name: "schemes", value: id, text: id, defaultChecked: chosen.includes(id) }))));

export const useAccounts = (me) => {
  const { value } = useRead(() => (me.operator ? all("/accounts") : Promise.resolve([])), [me]);
  return value ?? [];
};

// An operator says for which account; everybody else has one.
export const AccountChoice = ({ me, accounts, name = "accountId", ...props }) =>
  me.operator && h(Field, {
    kind: "select", text: "Account", name, required: true, ...props,
    options: accounts.map((account) => [account.id, account.name]),
  });

export const EnvironmentChoice = ({ environments, ...props }) => h(Field, {
  kind: "select", text: "Environment", name: "environment", required: true, ...props,
  // None by itself: the first of the alphabet is hardly the one that is meant.
  options: [["", "Choose one"], ...environments.map((environment) => [environment.name, environment.name])],
});

export const Terms = ({ grant = {} }) => [
  div({ class: "pair", key: "times" },
    h(Field, { text: "Not before (UTC)", name: "notBefore", type: "datetime-local", step: 1, defaultValue: local(grant.notBefore) }),
    h(Field, { text: "Expires (UTC)", name: "expiresAt", type: "datetime-local", step: 1, defaultValue: local(grant.expiresAt), hint: "Empty: never." })),
  div({ class: "pair", key: "rest" },
    h(Field, { text: "Roles", name: "roles", defaultValue: (grant.roles ?? []).join(" "), hint: "Separated by blanks; the application's code asks for them." }),
    h(Field, { text: "Description", name: "description", defaultValue: grant.description ?? "" })),
];

const local = (instant) => (instant ? instant.slice(0, 19) : "");
