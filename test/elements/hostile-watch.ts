/** Imported before all else in a hostile page: notes what the page's policy forbade. */
export const forbidden: string[] = [];

document.addEventListener('securitypolicyviolation', ({violatedDirective, sample}) => { forbidden.push(`${violatedDirective} ${sample}`); });
addEventListener('error', ({message}) => { forbidden.push(message); });
addEventListener('unhandledrejection', ({reason}) => { forbidden.push(String(reason)); });
