import type {Form} from '../../dist/snippet/choice.js';

/** A way for one tool: which form of the snippet it bears, and what to do with it there. */
export interface Way {
  readonly form: Form;
  /** What to call it beside the others. */
  readonly label: string;
  readonly steps: string;
  /** Whether an administrator pastes the script into the site once, before. */
  readonly once?: boolean;
}

const FRAME = (steps: string): Way => ({form: 'frame', label: 'In a frame', steps});

const tools = [
  {
    name: 'html', label: 'My own HTML', ways: [
      {form: 'element', label: 'Element', steps: 'Paste it where the petition is to appear. The script’s line may also stand in the page’s head, and more than once.'},
      {form: 'mount', label: 'Plain <div>', once: true, steps: 'For systems that remove tags they do not know. Paste it where the petition is to appear.'},
      {form: 'place', label: 'One script tag', steps: 'Paste it where the petition is to appear: it stands where its script stands.'},
      FRAME('Paste it where the petition is to appear. What is typed in a frame is out of reach of the page’s own scripts.'),
    ],
  },
  {
    name: 'wordpress-admin', label: 'WordPress, as administrator', ways: [
      {form: 'element', label: 'Custom HTML', steps: 'In the editor press +, choose “Custom HTML”, and paste. Look at it with “Preview”.'},
      {form: 'shortcode', label: 'Shortcode', steps: 'With our plugin installed: press +, choose “Shortcode”, and paste. The plugin also has a block for it.'},
    ],
  },
  {
    name: 'wordpress-author', label: 'WordPress, as author', ways: [
      {form: 'address', label: 'Address', steps: 'Paste the address alone on a line. WordPress shows the petition in its place, and it can be signed there.'},
      {form: 'mount', label: 'Plain <div>', once: true, steps: 'Press +, choose “Custom HTML”, and paste. WordPress removes scripts that authors paste, and leaves this alone.'},
      {form: 'shortcode', label: 'Shortcode', steps: 'Where an administrator has installed our plugin: press +, choose “Shortcode”, and paste.'},
    ],
  },
  {
    name: 'wix', label: 'Wix', ways: [
      {form: 'settings', label: 'Custom element', steps: 'Add Elements › Embed Code › Custom Element. Choose its source “Server URL”, and copy these fields into the panel one by one.'},
      {form: 'frame-address', label: 'Address for a frame', steps: 'Add Elements › Embed Code › Embed a Site. Paste the address, and make the box tall enough.'},
    ],
  },
  {
    name: 'squarespace', label: 'Squarespace', ways: [
      {form: 'element', label: 'Code block', steps: 'Edit the page, press +, choose “Code”, leave it on HTML, and paste.'},
      FRAME('Edit the page, press +, choose “Embed” or “Code”, and paste. Where your site has neither, use a button that links to the petition.'),
    ],
  },
  {name: 'ghost', label: 'Ghost', ways: [{form: 'element', label: 'HTML card', steps: 'In the editor type /html, press Enter, and paste.'}]},
  {
    name: 'drupal', label: 'Drupal', ways: [
      {form: 'element', label: 'Full HTML', steps: 'Choose the text format “Full HTML”, press “Source”, and paste.'},
      {form: 'mount', label: 'Plain <div>', once: true, steps: 'Press “Source”, and paste. The text format must allow <div data-*>: Configuration › Text formats › Allowed HTML tags.'},
    ],
  },
  {name: 'webflow', label: 'Webflow', ways: [{form: 'element', label: 'Code Embed', steps: 'Add › Advanced › Code Embed. Paste, save, and publish: the designer itself runs no scripts.'}]},
  {name: 'notion', label: 'Notion', ways: [{form: 'frame-address', label: 'Address for a frame', steps: 'Type /embed, press Enter, and paste the address.'}]},
  {name: 'newsletter', label: 'Newsletter', ways: [{form: 'badge-html', label: 'Picture with a link', steps: 'Mail programs run no scripts. Paste this into a block for HTML; or put the picture’s address into an image block and give it the link.'}]},
  {
    name: 'readme', label: 'README or forum', ways: [
      {form: 'badge-markdown', label: 'Markdown', steps: 'Paste it into the text. The picture shows the number, and leads to the petition.'},
      {form: 'badge-html', label: 'HTML', steps: 'For forums that take HTML: paste it into the text.'},
    ],
  },
  {name: 'framework', label: 'React, Vue, Svelte …', ways: [{form: 'package', label: 'npm package', steps: 'npm install sphere-petition, import the element once, and use it like any other. The guide docs/frameworks.md has types and an example for each framework.'}]},
] as const satisfies readonly {readonly name: string; readonly label: string; readonly ways: readonly [Way, ...Way[]]}[];

export type ToolName = (typeof tools)[number]['name'];

/** What somebody publishes with, and what they do there. */
export interface Tool {
  readonly name: ToolName;
  readonly label: string;
  readonly ways: readonly Way[];
}

export const TOOLS: readonly Tool[] = tools;
