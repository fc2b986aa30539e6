import {inkOn, readableOn} from '../colour.js';
import type {EmbedOptions} from './options.js';

const GROUND = {light: 'ffffff', dark: '17171c'} as const;

const SCHEMES = {auto: 'light dark', light: 'light', dark: 'dark'} as const;

/** An accent that was chosen for one ground is put right for the other. */
const accentRules = (accent: string): string => {
  const [light, dark] = [readableOn(GROUND.light, accent), readableOn(GROUND.dark, accent)];
  return `
  --sphere-accent: light-dark(#${light}, #${dark});
  --sphere-on-accent: light-dark(#${inkOn(light)}, #${inkOn(dark)});`;
};

/**
 * The look of a frame's page: that of the petition's own page, edge to edge. What stands out at a focus needs the room around the body. The page may
 * hold no style in its own text, so what its address asked for comes from here.
 */
export const embedStyle = ({theme, accent}: Pick<EmbedOptions, 'theme' | 'accent'>): string => `:root {
  color-scheme: ${SCHEMES[theme]};${accent === undefined ? '' : accentRules(accent)}
  background: light-dark(#${GROUND.light}, #${GROUND.dark});
  color: light-dark(#1c1c22, #ececf1);
  font: 1rem/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
*, ::before, ::after { box-sizing: border-box; }
body { margin: 0; padding: 8px; }
a { color: var(--sphere-accent, light-dark(#5b2a86, #cdb4f6)); text-underline-offset: 0.15em; }
a:focus-visible { outline: 3px solid currentColor; outline-offset: 3px; border-radius: 2px; }
.title { margin: 0 0 1rem; font-size: 1.125rem; font-weight: 700; line-height: 1.3; }
.title a { display: inline-block; padding-block: 0.25rem; }
`;
