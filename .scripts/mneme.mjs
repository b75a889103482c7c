// npm run -s mneme -- <command>: the command line, in this very process, so that its pipes and signals are its own.
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { at } from "./root.mjs";

const entry = at("out/main/cli.js");
if (build()) {
  // npm changes into the checkout; a file named on the command line is meant from where the person is.
  if (process.env.npm_lifecycle_event === "mneme") process.chdir(process.env.INIT_CWD ?? ".");
  process.argv[1] = entry;
  await import(pathToFileURL(entry).href);
} else process.exitCode = 1;
