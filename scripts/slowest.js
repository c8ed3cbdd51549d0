const SHOWN = 7;

/** Names the slowest test files at the end of a run, and which seed drew the examples of the laws. */
class Slowest {
  #seed = process.env.LAW_SEED;

  onRunComplete(_, { testResults }) {
    const took = ({ perfStats }) => perfStats.end - perfStats.start;
    const files = [...testResults].sort((a, b) => took(b) - took(a)).slice(0, SHOWN);
    if (files.length < 2) return;
    const lines = files.map((file) => {
      const name = file.testFilePath.slice(file.testFilePath.lastIndexOf('__tests__'));
      return `  ${(took(file) / 1000).toFixed(1).padStart(6)} s  ${name}`;
    });
    process.stderr.write(`\nThe slowest files:\n${lines.join('\n')}\n`);
    if (this.#seed !== undefined) process.stderr.write(`Examples drawn with --seed ${this.#seed}\n`);
  }
}

export { Slowest as default };
