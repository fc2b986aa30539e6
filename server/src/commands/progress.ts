const WIDTH = 30;

/** A progress bar for somebody who watches; a script's log stays free of it. */
export const progressBar = (stream: NodeJS.WriteStream): {readonly show: (done: number) => void; readonly clear: () => void} => {
  if (!stream.isTTY) return {show: () => undefined, clear: () => undefined};
  let shown = '';
  return {
    show: (done) => {
      const filled = Math.round(Math.min(1, Math.max(0, done)) * WIDTH);
      const bar = `[${'#'.repeat(filled)}${'-'.repeat(WIDTH - filled)}] ${Math.round(done * 100)} %`;
      if (bar !== shown) stream.write(`\r${bar}`);
      shown = bar;
    },
    clear: () => {
      if (shown !== '') stream.write(`\r${' '.repeat(shown.length)}\r`);
    },
  };
};
