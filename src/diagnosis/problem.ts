/** Something about a page that stops a widget, or harms it, and what to do. In English, as browsers' consoles are: it is for the people who run the page. */
export interface Problem {
  /** Names the rule that found it. */
  readonly rule: string;
  /** Whether the widget cannot appear or work, or is only worse than it could be. */
  readonly severity: 'stops' | 'harms';
  readonly what: string;
  readonly fix: string;
  /** A line to paste, where one puts it right. */
  readonly paste?: string;
}
