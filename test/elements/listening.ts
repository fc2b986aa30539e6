const METHODS = ['log', 'info', 'debug', 'warn', 'error'] as const;
const genuine = Object.fromEntries(METHODS.map((method) => [method, console[method]]));

/** What the page's console was told in this test, one entry a call. */
export const consoleSaid: {readonly method: string; readonly message: string}[] = [];

/** What developers were told is wrong. */
export const errorsSaid = (): string[] => consoleSaid.filter(({method}) => method === 'error').map(({message}) => message);

beforeEach(() => {
  consoleSaid.length = 0;
  for (const method of METHODS) {
    console[method] = (...parts: unknown[]) => {
      const message = parts.map(String).join(' ');
      consoleSaid.push({method, message});
      if (!message.startsWith('<sphere-')) genuine[method]?.(...parts);
    };
  }
});

afterEach(() => {
  Object.assign(console, genuine);
});
