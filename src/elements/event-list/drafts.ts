/** Gives each control what was typed into its like, and to one that is new nothing. */
const fill = (form: HTMLFormElement, draft: FormData): void => {
  for (const control of form.elements) {
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = draft.has(control.name);
    else if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement || control instanceof HTMLSelectElement) {
      const initial = control instanceof HTMLSelectElement ? (control.querySelector<HTMLOptionElement>('option[selected]') ?? control.options[0])?.value : '';
      const value = draft.get(control.name);
      control.value = typeof value === 'string' ? value : (initial ?? '');
    }
  }
};

/** What was typed into forms that stand elsewhere by now, or nowhere until they are opened again. Each has a key: what it is about. */
export class Drafts {
  readonly #kept = new Map<string, FormData>();
  /** The form as it was last rendered, and the names of what it asked. */
  #last: {readonly form: HTMLFormElement; readonly key: string; readonly names: string} | undefined;

  /** Keeps what has been typed so far into the form that stands. */
  keep(): void {
    if (this.#last?.form.isConnected) this.#kept.set(this.#last.key, new FormData(this.#last.form));
  }

  /** Forgets what was typed; without a key, all of it. */
  forget(key?: string): void {
    if (key === undefined) this.#kept.clear();
    else this.#kept.delete(key);
  }

  /** Gives the form that stands now what was typed into it before, where it is not the one of before. @returns Whether it did. */
  restore(form: HTMLFormElement | null, key: string): boolean {
    const names = form ? Array.from(form.elements, (control) => control.getAttribute('name')).join() : '';
    const isSame = form === this.#last?.form && names === this.#last.names;
    this.#last = form ? {form, key, names} : undefined;
    const draft = this.#kept.get(key);
    if (!form || !draft || isSame) return false;
    fill(form, draft);
    return true;
  }
}
