// The rules that hold for everybody, at the impacts that stop people; how many rules passed shows that it looked.
const done = arguments[arguments.length - 1];
const line = (violation) =>
  violation.id + " (" + violation.impact + "): " + violation.nodes.map((node) => node.html + " " + node.failureSummary).join("; ");
axe.run(document).then(
  (result) => done({
    violations: result.violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(line),
    passes: result.passes.length,
  }),
  (error) => done(String(error)));
