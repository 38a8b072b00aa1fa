// Calls of the REST interface. A refusal is thrown as a Problem, whose message is a sentence for people.
import { useCallback, useEffect, useState } from "./dom.js";

export class Problem extends Error {
  constructor(status, code, detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }
}

let token = null;

export async function call(method, path, { body, version } = {}) {
  const headers = { Accept: "application/json" };
  if (token !== null) headers["X-Countersign-Token"] = token;
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  let answer;
  try {
    answer = await fetch(`api/v1${path}`, {
      method, headers, body: body === undefined ? undefined : JSON.stringify(body), cache: "no-store",
    });
  } catch {
    throw new Problem(0, "unreachable", "The server does not answer. Nothing is known of what became of the change.");
  }
  return read(answer);
}

async function read(answer) {
  const text = await answer.text();
  let value = null;
  try {
    value = text === "" ? null : JSON.parse(text);
  } catch {
    throw new Problem(answer.status, "unreadable", answer.status === 400
      ? "The server does not accept such characters here."
      : "You are logged out, or a proxy answered. Load the page anew.");
  }
  if (!answer.ok) {
    throw new Problem(answer.status, value?.code ?? "", value?.detail ?? value?.title ?? `Status ${answer.status}`);
  }
  return value;
}

export const get = (path) => call("GET", path);
export const post = (path, body, version) => call("POST", path, { body, version });

export async function begin() {
  const session = await get("/session");
  token = session.csrfToken;
  return session;
}

export const query = (values) => {
  const wanted = Object.entries(values).filter(([, value]) => value !== "" && value !== null && value !== undefined);
  return wanted.length === 0 ? "" : `?${new URLSearchParams(wanted)}`;
};

// All of a list that people choose from; lists to look at come page by page.
export async function all(path) {
  const items = [];
  let after = null;
  do {
    const page = await get(path + (path.includes("?") ? "&" : "?") + new URLSearchParams({ limit: 200, ...(after && { after }) }));
    items.push(...page.items);
    after = page.next;
  } while (after !== null && items.length < 2000);
  return items;
}

// { value, problem, reload } of something that is read when the view opens.
export function useRead(read, keys) {
  const [state, setState] = useState({ value: null, problem: null });
  const [round, setRound] = useState(0);
  useEffect(() => {
    let live = true;
    read().then(
      (value) => live && setState({ value, problem: null }),
      (problem) => live && setState({ value: null, problem }),
    );
    return () => { live = false; };
  }, [...keys, round]);
  return { ...state, reload: useCallback(() => setRound((n) => n + 1), []) };
}

// A list that grows by a page at a time.
export function usePages(path, values) {
  const key = path + query(values);
  const [state, setState] = useState({ key: null, items: [], next: null, problem: null });
  const [round, setRound] = useState(0);
  const load = useCallback(async (after) => {
    try {
      const page = await get(path + query({ ...values, limit: 50, after }));
      setState((old) => ({ key, items: after ? [...old.items, ...page.items] : page.items, next: page.next, problem: null }));
    } catch (problem) {
      setState((old) => ({ ...old, key, problem }));
    }
  }, [key]);
  useEffect(() => { load(null); }, [key, round]);
  return {
    ...state, loading: state.key !== key, more: () => load(state.next), reload: () => setRound((n) => n + 1),
  };
}
