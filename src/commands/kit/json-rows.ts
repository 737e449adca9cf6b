/** Results as JSON, written row by row: 100,000 enterprises never stand in memory as one text. */
import type { Outputs } from "./outputs";
import type { Terminal } from "./terminal";

/** Characters gathered before they go to the file. */
const CHUNK = 1 << 20;

/** Where the text goes. */
export interface JsonSink {
  write(text: string): Promise<void>;
  close(): Promise<void>;
}

/** JSON among the lines of the terminal, a line at a time. */
export function terminalSink(terminal: Terminal): JsonSink {
  let rest = "";
  return {
    write: (text) => {
      const lines = (rest + text).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) terminal.print(line);
      return Promise.resolve();
    },
    close: () => {
      if (rest !== "") terminal.print(rest);
      return Promise.resolve();
    },
  };
}

/** The sink of `--json`: the terminal for "-". @throws UnwritableFile */
export async function jsonSink(path: string, terminal: Terminal, outputs: Outputs): Promise<JsonSink> {
  return path === "-" ? terminalSink(terminal) : await outputs.open(path);
}

export class JsonRows {
  private rows = 0;

  private constructor(
    private readonly sink: JsonSink,
    private text: string,
  ) {}

  /** Begins with what is known before the first row; `rows` follow behind it, one a line. */
  static begin(sink: JsonSink, head: object): JsonRows {
    const members = JSON.stringify(head).slice(0, -1);
    return new JsonRows(sink, `${members}${members === "{" ? "" : ","}"rows":[`);
  }

  async add(row: object): Promise<void> {
    await this.addText(JSON.stringify(row));
  }

  /** Adds a row that is JSON already. */
  async addText(row: string): Promise<void> {
    this.text += `${this.rows === 0 ? "" : ","}\n${row}`;
    this.rows += 1;
    if (this.text.length > CHUNK) await this.flush();
  }

  private async flush(): Promise<void> {
    const { text } = this;
    this.text = "";
    await this.sink.write(text);
  }

  /** Ends with what is complete only now. @throws UnwritableFile where the file could not be written */
  async finish(tail: object): Promise<void> {
    const members = JSON.stringify(tail).slice(1);
    this.text += `\n]${members === "}" ? "" : ","}${members}\n`;
    await this.flush();
    await this.sink.close();
  }
}
