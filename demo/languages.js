// ?lang=en shows the page's petition in another language. en-XA and ar-XB are languages that nobody speaks, made to see whether
// long words and a page from right to left leave everything in its place.
const language = new URLSearchParams(location.search).get('lang');
if (language) {
  const [{defineLocale}, {pseudo}] = await Promise.all([import('/v1/sphere-petition.js'), import('/v1/pseudo.js')]);
  for (const [name, load] of Object.entries(pseudo)) defineLocale(name, load);
  document.documentElement.lang = language;
  if (language.startsWith('ar')) document.documentElement.dir = 'rtl';
}
