import { Fragment, dd, dl, dt, h, p, useState } from "../dom.js";
import { all, call, get, post, usePages, useRead } from "../rest.js";
import { Ask, Failure, Field, Issued, Key, Listed, Mark, Paged, Rows, Section, Title, Waiting, at, text } from "../ui.js";
import { Schemes } from "./shared.js";

const Facts = ({ application }) => dl({ class: "facts" },
  dt(null, "App key"), dd(null, h(Key, { value: application.appKey })),
  dt(null, "Application id"), dd(null, h(Key, { value: application.id }), " (a provider who grants you something asks for it)"),
  dt(null, "Schemes"), dd(null, h(Listed, { items: application.schemes })),
  dt(null, "Description"), dd(null, application.description || "–"),
  dt(null, "Created"), dd(null, at(application.createdAt)),
  dt(null, "State"), dd(null, application.enabled ? h(Mark, { kind: "good" }, "enabled") : h(Mark, { kind: "bad" }, "disabled")));

const Actions = ({ application, change, remove }) => h("div", { class: "actions" },
  h(Ask, {
    text: "Edit", title: "Edit the application", send: "Save", danger: false,
    submit: (values) => change({
      name: text(values, "name"), description: text(values, "description") ?? "", schemes: values.getAll("schemes"),
    }),
  },
    h(Field, { text: "Name", name: "name", required: true, maxlength: 200, defaultValue: application.name }),
    h(Field, { text: "Description", name: "description", maxlength: 2000, defaultValue: application.description }),
    h(Schemes, { chosen: application.schemes })),
  application.enabled
    ? h(Ask, { text: "Disable", title: "Disable the application?", send: "Disable", submit: () => change({ enabled: false }) },
        p(null, `${application.name} is refused from then on, within seconds, until it is enabled again. Secrets and grants stay.`))
    : h("button", { class: "secondary outline", onClick: () => change({ enabled: true }) }, "Enable"),
  h(Ask, { text: "Delete", title: "Delete the application?", send: "Delete for good", submit: remove },
    p(null, `${application.name} ends for good, with its secrets and grants. Its app key is never used again.`)));

const Secrets = ({ application, secrets, issue, endOverlap }) => {
  const overlap = secrets.length > 1;
  const rotate = (values) => issue("rotate", { overlapSeconds: Math.round(Number(values.get("hours")) * 3600) });
  return h(Section, {
    title: "Secrets",
    actions: h("div", { class: "actions" },
      !overlap && h(Ask, { text: "Rotate", title: "Rotate the secret", send: "Issue a new secret", danger: false, submit: rotate },
        p(null, "Both secrets serve during the overlap, so that callers can change over."),
        h(Field, { text: "Overlap in hours", name: "hours", type: "number", min: 0, max: 2160, step: "any", required: true, defaultValue: 24 })),
      overlap && h(Ask, { text: "End overlap", title: "End the overlap?", send: "Erase the former secret", submit: endOverlap },
        p(null, "Callers that still sign with the former secret are refused at once.")),
      h(Ask, { text: "Reset", title: "Reset the secret?", send: "Replace at once", submit: () => issue("reset") },
        p(null, "For a secret that leaked: whatever serves now is refused at once. Callers need the new one."))),
  }, h(Rows, {
    caption: "Secrets", heads: ["Version", "Created", "Last used", "Serves until"], empty: "There is no secret.",
    items: secrets.map((secret, i) => ({ ...secret, key: secret.createdAt, former: i > 0 })),
    row: (secret) => [
      secret.former ? "former" : "current", at(secret.createdAt),
      secret.lastUsedAt ? at(secret.lastUsedAt) : "never", secret.validUntil ? at(secret.validUntil) : "replaced",
    ],
  }));
};

const STATES = { valid: "good", "not-yet": "plain", expired: "bad" };

const MayCall = ({ id }) => {
  const pages = usePages(`/applications/${encodeURIComponent(id)}/permissions`, {});
  return h(Section, { title: "May call" }, h(Paged, {
    pages: { ...pages, items: pages.items.map((item) => ({ ...item, key: item.grantId + item.apiId + item.environment })) },
    caption: "What the application may call",
    heads: ["API", "Group", "Environment", "By", "Roles", "Until", "State"],
    empty: "It has not been granted anything yet.",
    row: (item) => [
      h(Key, { value: item.operation }), item.groupName, item.environment, item.wholeGroup ? "whole group" : "single API",
      [...item.roles].sort().join(", ") || "–", at(item.expiresAt), h(Mark, { kind: STATES[item.state] }, item.state),
    ],
  }));
};

export const Application = ({ ids: [id] }) => {
  const path = `/applications/${encodeURIComponent(id)}`;
  const application = useRead(() => get(path), [id]);
  const secrets = useRead(() => all(`${path}/secrets`), [id]);
  const [issued, setIssued] = useState(null);
  const [problem, setProblem] = useState(null);
  // Whatever else cannot be read: a secret is shown once.
  const shown = issued && h(Issued, { issued, done: () => setIssued(null) });
  if (application.value === null) {
    return h(Fragment, null, shown, application.problem ? h(Failure, application) : h(Waiting));
  }
  const { name, version } = application.value;
  const renew = () => { application.reload(); secrets.reload(); };
  const change = async (body) => {
    setProblem(null);
    try {
      await call("PATCH", path, { body, version });
    } catch (e) {
      if (body.enabled !== true) throw e;
      setProblem(e);
    } finally {
      renew();
    }
  };
  const issue = async (how, body) => { setIssued(await post(`${path}/secrets/${how}`, body, version)); renew(); };
  const remove = async () => { await call("DELETE", path, { version }); location.hash = "/applications"; };
  const endOverlap = async () => { await post(`${path}/secrets/end-overlap`, undefined, version); renew(); };
  return h(Fragment, null,
    h(Title, { text: name }, h(Actions, { application: application.value, change, remove })),
    h(Failure, { problem }),
    shown,
    h(Facts, { application: application.value }),
    h(Failure, secrets),
    h(Secrets, { application: application.value, secrets: secrets.value ?? [], issue, endOverlap }),
    h(MayCall, { id, key: version }));
};
