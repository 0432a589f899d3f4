import { join } from "node:path";
import { describe, test } from "vitest";
import { builtWithGo, testWith } from "../support/tool.ts";
import { settings as language } from "./languages.ts";
import { compose, shell } from "./settings.ts";
import { mendedInDeed } from "./story.ts";

/** Says what a compose file gives its services, as Docker Compose understands it: https://github.com/compose-spec/compose-go */
const program = `package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	options, err := cli.NewProjectOptions(os.Args[1:], cli.WithOsEnv)
	if err != nil {
		panic(err)
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	text, _ := json.Marshal(project)
	fmt.Println(string(text))
}
`;

const tool = await builtWithGo(program, "github.com/compose-spec/compose-go/v2/cli@v2.16.2");

describe("what --fix makes of files that start applications", () => {
  testWith(tool, "Compose, values and defaults", (folder) => mendedInDeed(compose(join(folder, "bin/main")), language, folder));
  test(shell.name, () => mendedInDeed(shell, language, ""));
});
