import { Fragment, dd, dl, dt, h, p, pre, useState } from "../dom.js";
import { all, get, post, query, useRead } from "../rest.js";
import { Field, Form, Key, Mark, Note, Rows, Section, Title, at, link, text } from "../ui.js";
import { EnvironmentChoice } from "./shared.js";

const Refusal = ({ refusal }) => dl({ class: "facts" },
  dt(null, "Refused"), dd(null, h(Mark, { kind: "bad" }, refusal.code), ` ${refusal.title}`),
  dt(null, "Why"), dd(null, refusal.detail ?? "Not more than the caller was told is known, or for you to see."),
  dt(null, "Call"), dd(null, h(Key, { value: `${refusal.method} ${refusal.path}` })),
  dt(null, "Application"), dd(null, link(`/applications/${refusal.applicationId}`, refusal.applicationName)),
  dt(null, "When"), dd(null, at(refusal.happenedAt)));

const OfRequest = () => {
  const [refusal, setRefusal] = useState(null);
  const submit = async (values) => {
    setRefusal(null);
    setRefusal(await get(`/explain/requests/${encodeURIComponent(text(values, "requestId") ?? "")}`));
  };
  return h(Section, { title: "A refused call" },
    h(Form, { submit, send: "Explain", name: "A refused call" },
      h(Field, { text: "Request id", name: "requestId", required: true, hint: "It is in the answer that the caller got, as requestId." })),
    refusal && h(Refusal, { refusal }));
};

const Decision = ({ decision }) => h("div", { role: "region", "aria-label": "Decision" },
  h(Note, null, h(Mark, { kind: decision.admitted ? "good" : "bad" }, decision.admitted ? "admitted" : decision.code), ` ${decision.rule}`),
  h(Rows, {
    caption: "Routes", heads: ["Group", "API", "Decision", "Rule"], empty: "No API has this method and path.",
    items: decision.routes.map((route) => ({ ...route, key: route.apiId })),
    row: (route) => [
      link(`/apis/${route.groupId}`, route.groupName), h(Key, { value: route.operation }),
      h(Mark, { kind: route.admitted ? "good" : "bad" }, route.admitted ? "admitted" : route.code), route.rule,
    ],
  }));

const OfCall = () => {
  const [decision, setDecision] = useState(null);
  const environments = useRead(() => all("/environments"), []);
  const submit = async (values) => {
    setDecision(null);
    setDecision(await get(`/explain/call${query({
      applicationId: text(values, "applicationId"), environment: values.get("environment"),
      method: text(values, "method"), path: text(values, "path"),
    })}`));
  };
  return h(Section, { title: "What would happen now" },
    h(Form, { submit, send: "Decide", name: "What would happen now" },
      h("div", { class: "pair" },
        h(Field, { text: "Application id", name: "applicationId", required: true, class: "code" }),
        h(EnvironmentChoice, { environments: environments.value ?? [] })),
      h("div", { class: "pair" },
        h(Field, { text: "Method", name: "method", required: true, defaultValue: "GET" }),
        h(Field, { text: "Path", name: "path", required: true, placeholder: "/orders/17", hint: "Without the context path." }))),
    decision && h(Decision, { decision }));
};

const Difference = ({ difference }) => difference.equal
  ? h(Note, null, "The texts are equal: the secret is another, or the signature is written in another way.")
  : h("div", { role: "region", "aria-label": "Difference" },
      h(Note, null, `Line ${difference.line}, column ${difference.column} differs.`, difference.hint && ` ${difference.hint}`),
      p(null, "The caller has"), pre({ tabindex: 0 }, difference.presented ?? "(the text has ended)"),
      p(null, "The server has"), pre({ tabindex: 0 }, difference.built ?? "(the text has ended)"));

const OfText = () => {
  const [difference, setDifference] = useState(null);
  const submit = async (values) => {
    setDifference(await post("/canonical-comparison", { presented: values.get("presented"), built: values.get("built") }));
  };
  return h(Section, { title: "A signature that does not match" },
    p(null, "Paste the canonical request that the caller signed, and the one in the refusal of a filter with diagnostics."),
    h(Form, { submit, send: "Compare", name: "Compare" },
      h("div", { class: "pair" },
        h(Field, { kind: "textarea", text: "The caller's", name: "presented", rows: 8, required: true, spellcheck: false }),
        h(Field, { kind: "textarea", text: "The server's", name: "built", rows: 8, required: true, spellcheck: false }))),
    difference && h(Difference, { difference }));
};

export const Explain = () => h(Fragment, null, h(Title, { text: "Explain" }), h(OfRequest), h(OfCall), h(OfText));
