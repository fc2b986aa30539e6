import {FORMS, OPTIONS, WIDGETS, type Form, type Option, type Widget} from '../../dist/snippet/choice.js';
import {TOOLS, type ToolName} from './tools.js';

/** What the page helps with. */
export const TASKS = ['snippet', 'check', 'document'] as const;
export type Task = (typeof TASKS)[number];

export const WIDTHS = [320, 768, 1280] as const;
export type Width = (typeof WIDTHS)[number];

/** Everything that is chosen, as it stands in the page's own address. Texts are as they were typed. */
export interface Settings {
  readonly task: Task;
  readonly src: string;
  readonly widget: Widget;
  readonly tool: ToolName;
  /** One of several that the tool bears. Absent: the first. */
  readonly form: Form | undefined;
  readonly lang: string;
  readonly theme: 'auto' | 'light' | 'dark';
  readonly accent: string;
  readonly options: Readonly<Partial<Record<Option, string>>>;
  readonly pinned: boolean;
  readonly width: Width;
  /** Whether the preview's page is dark. */
  readonly dark: boolean;
  /** Whether the preview is in Arabic, from right to left. */
  readonly arabic: boolean;
}

export const DEFAULTS: Settings = {
  task: 'snippet', src: '', widget: 'petition', tool: 'html', form: undefined, lang: '', theme: 'auto', accent: '', options: {}, pinned: false, width: 768, dark: false, arabic: false,
};

/** Every option of any widget, once. */
export const OPTION_NAMES: readonly Option[] = [...new Set(Object.values(OPTIONS).flat())];

const oneOf = <T extends string>(all: readonly T[], text: string | null): T | undefined => all.find((each) => each === text);

/** An address that a link to this page names may be relative to it: `petitions/safe-exit`. */
const absolute = (src: string, page: URL): string => (src !== '' && URL.canParse(src, page) ? new URL(src, page).href : src);

/** The settings that an address has. What it says wrongly is as if it were not said. */
export const readSettings = (address: URL): Settings => {
  const query = address.searchParams;
  const width = Number(query.get('width'));
  return {
    task: oneOf(TASKS, address.hash.slice(1)) ?? DEFAULTS.task,
    src: absolute(query.get('src') ?? '', address),
    widget: oneOf(WIDGETS, query.get('show')) ?? DEFAULTS.widget,
    tool: oneOf(TOOLS.map(({name}) => name), query.get('tool')) ?? DEFAULTS.tool,
    form: oneOf(FORMS, query.get('as')),
    lang: query.get('lang') ?? '',
    theme: oneOf(['auto', 'light', 'dark'], query.get('theme')) ?? DEFAULTS.theme,
    accent: query.get('accent') ?? '',
    options: Object.fromEntries(OPTION_NAMES.flatMap((name) => (query.get(name) ? [[name, query.get(name) ?? '']] : []))),
    pinned: query.get('pin') === '1',
    // The nearest, where a width is one of none.
    width: width > 0 ? WIDTHS.reduce((best, each) => (Math.abs(each - width) < Math.abs(best - width) ? each : best)) : DEFAULTS.width,
    dark: query.get('preview') === 'dark',
    arabic: query.get('dir') === 'rtl',
  };
};

/** The address that says them again, without what goes without saying. */
export const writeSettings = (settings: Settings, address: URL): URL => {
  const {task, src, widget, tool, form, lang, theme, accent, options, pinned, width, dark, arabic} = settings;
  const said: readonly (readonly [string, string, string?])[] = [
    ['src', src], ['show', widget, DEFAULTS.widget], ['tool', tool, DEFAULTS.tool], ['as', form ?? ''], ['lang', lang], ['theme', theme, DEFAULTS.theme], ['accent', accent.replace('#', '')],
    ...OPTION_NAMES.map((name) => [name, options[name] ?? ''] as const),
    ['pin', pinned ? '1' : ''], ['width', String(width), String(DEFAULTS.width)], ['preview', dark ? 'dark' : ''], ['dir', arabic ? 'rtl' : ''],
  ];
  const written = new URL(address);
  written.search = '';
  written.hash = task === DEFAULTS.task ? '' : task;
  for (const [name, value, usual = ''] of said) if (value !== usual) written.searchParams.set(name, value);
  return written;
};
