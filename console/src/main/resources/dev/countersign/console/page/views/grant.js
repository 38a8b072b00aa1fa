import { Fragment, div, fieldset, h, input, label, legend, p, span, useState } from "../dom.js";
import { all, get, post, query, useRead } from "../rest.js";
import { Check, Failure, Field, Form, Key, Note, Title, Waiting, link, text } from "../ui.js";
import { EnvironmentChoice, Terms } from "./shared.js";
import { terms } from "./grants.js";

const Targets = ({ group, apis }) => {
  const [whole, setWhole] = useState(true);
  const radio = (value, name) => label({ class: "check" },
    input({ type: "radio", name: "target", value: value ? "group" : "apis", checked: whole === value, onChange: () => setWhole(value) }), span(null, name));
  return fieldset(null, legend(null, "What"),
    radio(true, `The whole group ${group.name}, also APIs that it gets later`),
    radio(false, "Single APIs"),
    !whole && (apis.length === 0 ? p({ class: "empty" }, "The group has no APIs.") : div({ class: "checks" },
      ...apis.map((api) => h(Check, { key: api.id, name: "api", value: api.id, text: `${api.method} ${api.template}` })))));
};

const Partner = () => {
  const [found, setFound] = useState(null);
  const [problem, setProblem] = useState(null);
  const find = async (event) => {
    const id = event.currentTarget.closest("fieldset").querySelector("[name=partner]").value.trim();
    setFound(null);
    setProblem(null);
    try {
      setFound(await get(`/applications/${encodeURIComponent(id)}/name`));
    } catch (e) {
      setProblem(e);
    }
  };
  return h(Fragment, null,
    h(Field, { text: "Application id", name: "partner", required: true, class: "code", hint: "Its owner hands it over; it is on the page of the application." }),
    h("button", { type: "button", class: "secondary outline small", onClick: find }, "Find"),
    h(Failure, { problem }),
    found && h(Note, null, `${found.name}${found.own ? " (an application of yours)" : ""}`));
};

const Whom = ({ me, applications }) => {
  const [own, setOwn] = useState(applications.length > 0);
  const radio = (value, name) => label({ class: "check" },
    input({ type: "radio", name: "whose", value: value ? "own" : "partner", checked: own === value, onChange: () => setOwn(value) }), span(null, name));
  return fieldset(null, legend(null, "To whom"),
    radio(true, me.operator ? "Applications of the provider itself" : "Applications of my own"),
    own && (applications.length === 0 ? p({ class: "empty" }, "There are none.") : div({ class: "checks" },
      ...applications.map((application) => h(Check, { key: application.id, name: "application", value: application.id, text: application.name })))),
    radio(false, "A partner's application"),
    !own && h(Partner));
};

const grantAll = async (groupId, values) => {
  const applications = values.get("whose") === "own" ? values.getAll("application") : [text(values, "partner")];
  const targets = values.get("target") === "group" ? [{ groupId }] : values.getAll("api").map((apiId) => ({ apiId }));
  if (applications.length === 0) throw new Error("Choose at least one application.");
  if (targets.length === 0) throw new Error("Choose at least one API.");
  const outcomes = [];
  for (const applicationId of applications) {
    for (const target of targets) {
      const body = { applicationId, ...target, environment: values.get("environment"), ...terms(values) };
      outcomes.push(await post("/grants", body).then((grant) => ({ grant }), (problem) => ({ problem })));
    }
  }
  return outcomes;
};

const Outcome = ({ outcomes, groupId }) => h(Fragment, null,
  ...outcomes.map((outcome, i) => outcome.problem
    ? h(Failure, { key: i, problem: outcome.problem })
    : h(Note, { key: i }, "Granted to ", outcome.grant.applicationName, ": ", h(Key, { value: outcome.grant.operation ?? `group ${outcome.grant.groupName}` }), ` in ${outcome.grant.environment}.`)),
  p(null, link(`/apis/${groupId}`, "All grants of the group")));

export const Grant = ({ me, search }) => {
  const [outcomes, setOutcomes] = useState(null);
  const { value, problem } = useRead(async () => {
    const groups = await all("/api-groups");
    const group = groups.find(({ id }) => id === search.group) ?? groups[0] ?? null;
    const [apis, environments, applications] = group === null ? [[], [], []] : await Promise.all([
      all(`/api-groups/${encodeURIComponent(group.id)}/apis`), all("/environments"),
      all(`/applications${query({ accountId: me.operator ? group.accountId : "" })}`),
    ]);
    return { groups, group, apis, environments, applications };
  }, [search.group]);
  if (value === null) return problem ? h(Failure, { problem }) : h(Waiting);
  const { groups, group, apis, environments, applications } = value;
  if (group === null) return h(Fragment, null, h(Title, { text: "Grant" }), p({ class: "empty" }, "There are no API groups yet. ", link("/apis", "Create one")));
  return h(Fragment, null,
    h(Title, { text: "Grant" }),
    outcomes && h(Outcome, { outcomes, groupId: group.id }),
    h(Field, {
      kind: "select", text: "API group", value: group.id, options: groups.map(({ id, name }) => [id, name]),
      onChange: (e) => { location.hash = `/grant?group=${encodeURIComponent(e.currentTarget.value)}`; },
    }),
    h(Form, { submit: async (values) => { setOutcomes(await grantAll(group.id, values)); window.scrollTo(0, 0); }, send: "Grant", name: "Grant" },
      h(Targets, { group, apis }),
      h(EnvironmentChoice, { environments }),
      h(Whom, { me, applications }),
      h(Terms, {})));
};
