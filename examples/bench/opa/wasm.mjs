// Evaluates dossiers with a pack that OPA compiled: node wasm.mjs FOLDER FILE...
// FOLDER has policy.wasm and data.json as `opa build` bundles them.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import opa from "@open-policy-agent/opa-wasm";

const [folder, ...files] = process.argv.slice(2);
const policy = await opa.loadPolicy(readFileSync(join(folder, "policy.wasm")));
policy.setData(JSON.parse(readFileSync(join(folder, "data.json"), "utf8")));
for (const file of files) {
  const [answer] = policy.evaluate(JSON.parse(readFileSync(file, "utf8")), "bench/result");
  if (answer?.result === undefined) throw new Error(`${file}: no result`);
}
