// The frame around the views, and which address shows which.
import { Fragment, a, button, div, h, header, li, main, nav, p, render, span, strong, ul, useEffect, useState } from "./dom.js";
import { begin, call } from "./rest.js";
import { Failure, Waiting, link } from "./ui.js";
import { Applications, NewApplication } from "./views/applications.js";
import { Application } from "./views/application.js";
import { Groups } from "./views/groups.js";
import { Group } from "./views/group.js";
import { Grant } from "./views/grant.js";
import { Authorization, Authorizations } from "./views/authorizations.js";
import { Audit } from "./views/audit.js";
import { Explain } from "./views/explain.js";
import { Accounts, Environments } from "./views/administration.js";

const ROUTES = [
  [/^\/applications$/, Applications],
  [/^\/applications\/new$/, NewApplication],
  [/^\/applications\/([^/]+)$/, Application],
  [/^\/apis$/, Groups],
  [/^\/apis\/([^/]+)$/, Group],
  [/^\/grant$/, Grant],
  [/^\/authorizations$/, Authorizations],
  [/^\/authorizations\/([^/]+)\/([^/]+)$/, Authorization],
  [/^\/audit$/, Audit],
  [/^\/explain$/, Explain],
  [/^\/accounts$/, Accounts],
  [/^\/environments$/, Environments],
];

const VIEWS = [
  ["/applications", "Applications"], ["/apis", "APIs"], ["/authorizations", "Authorizations"],
  ["/explain", "Explain"], ["/audit", "Audit"],
];
const OPERATOR_VIEWS = [["/accounts", "Accounts"], ["/environments", "Environments"]];

const place = () => {
  const [path, search = ""] = (location.hash.slice(1) || "/applications").split("?");
  return { path, search: Object.fromEntries(new URLSearchParams(search)) };
};

const usePlace = () => {
  const [here, setHere] = useState(place());
  useEffect(() => {
    const moved = () => { setHere(place()); window.scrollTo(0, 0); };
    addEventListener("hashchange", moved);
    return () => removeEventListener("hashchange", moved);
  }, []);
  return here;
};

const Menu = ({ me, path }) => nav({ class: "views container", "aria-label": "Views" }, ul(null,
  ...[...VIEWS, ...(me.operator ? OPERATOR_VIEWS : [])].map(([to, name]) =>
    li({ key: to }, a({ href: `#${to}`, "aria-current": path.startsWith(to) || (to === "/apis" && path === "/grant") ? "page" : undefined }, name)))));

const leave = async () => {
  await call("DELETE", "/session").catch(() => null);
  location.reload();
};

const View = ({ me, here }) => {
  for (const [pattern, view] of ROUTES) {
    const found = pattern.exec(here.path);
    if (found) {
      return h(view, { me, ids: found.slice(1).map(decodeURIComponent), search: here.search, key: location.hash });
    }
  }
  return p(null, "There is no such page. ", link("/applications", "Applications"));
};

const who = (me) => `${me.name} (${me.operator ? "operator" : me.accountName})`;

const Console = () => {
  const here = usePlace();
  const [me, setMe] = useState(null);
  const [problem, setProblem] = useState(null);
  useEffect(() => { begin().then(setMe, setProblem); }, []);
  if (me === null) {
    return main({ class: "container" }, problem ? h(Failure, { problem }) : h(Waiting));
  }
  return h(Fragment, null,
    header({ class: "bar" },
      div({ class: "container" },
        strong(null, "Countersign"),
        span({ class: "who", title: who(me) }, who(me)),
        button({ class: "secondary outline", onClick: leave }, "Log out")),
      h(Menu, { me, path: here.path })),
    main({ class: "container" }, h(View, { me, here })));
};

render(h(Console), document.getElementById("console"));
