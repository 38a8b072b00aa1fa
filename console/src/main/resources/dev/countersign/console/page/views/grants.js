import { h, p } from "../dom.js";
import { call, usePages } from "../rest.js";
import { Ask, Mark, Paged, at, instant, text, words } from "../ui.js";
import { Terms } from "./shared.js";

const state = (grant) => {
  const now = new Date().toISOString();
  if (grant.expiresAt && grant.expiresAt <= now) return ["bad", "expired"];
  return grant.notBefore && grant.notBefore > now ? ["plain", "not yet"] : ["good", "valid"];
};

export const terms = (values) => ({
  notBefore: instant(values, "notBefore"), expiresAt: instant(values, "expiresAt"),
  roles: words(values, "roles"), description: text(values, "description"),
});

const Changes = ({ grant, changed }) => {
  const path = `/grants/${encodeURIComponent(grant.id)}`;
  const change = async (values) => { await call("PUT", path, { body: terms(values), version: grant.version }); changed(); };
  const revoke = async () => { await call("DELETE", path, { version: grant.version }); changed(); };
  return h("div", { class: "actions" },
    h(Ask, { small: true, text: "Change", title: "Change the grant", send: "Save", danger: false, submit: change }, h(Terms, { grant })),
    h(Ask, { small: true, text: "Revoke", title: "Revoke the grant?", send: "Revoke", submit: revoke },
      p(null, `${grant.applicationName} may no longer call ${grant.operation ?? `the group ${grant.groupName}`} in ${grant.environment}, within seconds.`)));
};

// Grants in rows, with what may be done with each; `heads` and `cells` say what tells them apart here.
export const Grants = ({ path, heads, cells, empty, changed = () => {} }) => {
  const pages = usePages(path, {});
  return h(Paged, {
    pages, caption: "Grants", empty, heads: [...heads, "Environment", "Roles", "Until", "State", ""],
    row: (grant) => [
      ...cells(grant), grant.environment, [...grant.roles].sort().join(", ") || "–", at(grant.expiresAt),
      h(Mark, { kind: state(grant)[0] }, state(grant)[1]),
      h(Changes, { grant, changed: () => { pages.reload(); changed(); } }),
    ],
  });
};
