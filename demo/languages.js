// ?lang=de shows a page's elements in another language, and the page's frame from right to left where that language is written so. The page's
// own words stay what they are, and say so. en-XA and ar-XB are languages that nobody speaks, made to see whether long words and a page from
// right to left leave everything in its place.
const root = document.documentElement;
const own = {lang: root.lang, dir: root.dir || 'ltr'};
const chosen = new URLSearchParams(location.search).get('lang');
const language = chosen || own.lang;

const pseudo = async () => {
  const [{defineLocale}, {pseudo: loaders}] = await Promise.all([import('./v1/sphere-petition.js'), import('./v1/pseudo.js')]);
  for (const [name, load] of Object.entries(loaders)) defineLocale(name, load);
};

if (language !== own.lang) {
  if (language.includes('-X')) await pseudo();
  for (const text of document.querySelectorAll('[data-text], main :is(h1, h2, h3, p, ul, ol, pre, table, figcaption)')) {
    if (!text.lang) Object.assign(text, own);
  }
  root.lang = language;
  root.dir = /^ar\b/.test(language) ? 'rtl' : 'ltr';
}

// The menu names the language that is shown, and knows the pages that are wholly written in another.
for (const link of document.querySelectorAll('.languages a')) {
  const whole = document.querySelector(`link[rel=alternate][hreflang="${link.lang}"]`);
  if (whole) link.href = whole.href;
  if (link.lang !== language) continue;
  link.setAttribute('aria-current', 'true');
  const name = document.createElement('span');
  Object.assign(name, {lang: link.lang, dir: 'auto', textContent: link.textContent});
  link.closest('details').querySelector('summary').replaceChildren(name);
}

// What leads on leads there in the same language, and what is framed speaks it too.
if (chosen) {
  for (const frame of document.querySelectorAll('iframe')) frame.src = `${frame.getAttribute('src')}?lang=${chosen}`;
  for (const link of document.querySelectorAll('a[href$=".html"]:not(.other, .languages a)')) link.search = `?lang=${chosen}`;
}
