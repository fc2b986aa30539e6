/** The page's own few words. All else on it is the campaign's. */
export interface Words {
  /** The language that these words are in. */
  readonly language: string;
  readonly notFound: string;
  readonly notFoundAdvice: string;
  readonly needsScript: string;
  readonly languages: string;
}

const ENGLISH: Words = {
  language: 'en',
  notFound: 'There is no such petition here',
  notFoundAdvice: 'Check the address, or ask whoever gave it to you: the petition may have been moved.',
  needsScript: 'To sign on this page, allow its scripts.',
  languages: 'Languages',
};

const WORDS: readonly Words[] = [
  ENGLISH,
  {
    language: 'fr',
    notFound: 'Cette pétition n’existe pas ici',
    notFoundAdvice: 'Vérifiez l’adresse, ou demandez-la à la personne qui vous l’a donnée : la pétition a peut-être été déplacée.',
    needsScript: 'Pour signer sur cette page, autorisez-y les scripts.',
    languages: 'Langues',
  },
  {
    language: 'es',
    notFound: 'Esta petición no existe aquí',
    notFoundAdvice: 'Compruebe la dirección o pregunte a quien se la dio: es posible que la petición se haya trasladado.',
    needsScript: 'Para firmar en esta página, permita sus scripts.',
    languages: 'Idiomas',
  },
  {
    language: 'it',
    notFound: 'Questa petizione non esiste qui',
    notFoundAdvice: 'Controllare l’indirizzo o chiederlo a chi lo ha fornito: la petizione potrebbe essere stata spostata.',
    needsScript: 'Per firmare su questa pagina, consentirne gli script.',
    languages: 'Lingue',
  },
  {
    language: 'pt',
    notFound: 'Esta petição não existe aqui',
    notFoundAdvice: 'Verifique o endereço ou pergunte a quem o deu: a petição pode ter mudado de lugar.',
    needsScript: 'Para assinar nesta página, permita os seus scripts.',
    languages: 'Idiomas',
  },
  {
    language: 'de',
    notFound: 'Diese Petition gibt es hier nicht',
    notFoundAdvice: 'Prüfen Sie die Adresse oder fragen Sie dort nach, woher Sie sie haben: Die Petition ist vielleicht umgezogen.',
    needsScript: 'Um auf dieser Seite zu unterschreiben, lassen Sie ihre Skripte zu.',
    languages: 'Sprachen',
  },
  {
    language: 'ru',
    notFound: 'Здесь нет такой петиции',
    notFoundAdvice: 'Проверьте адрес или спросите у того, кто его дал: возможно, петицию перенесли.',
    needsScript: 'Чтобы подписать петицию на этой странице, разрешите её скрипты.',
    languages: 'Языки',
  },
  {
    language: 'uk',
    notFound: 'Тут немає такої петиції',
    notFoundAdvice: 'Перевірте адресу або запитайте в того, хто її дав: можливо, петицію перенесли.',
    needsScript: 'Щоб підписати петицію на цій сторінці, дозвольте її скрипти.',
    languages: 'Мови',
  },
  {
    language: 'ar',
    notFound: 'لا توجد هذه العريضة هنا',
    notFoundAdvice: 'يُرجى التحقق من العنوان أو سؤال مصدره: ربما نُقلت العريضة.',
    needsScript: 'للتوقيع في هذه الصفحة، يُرجى السماح بنصوصها البرمجية.',
    languages: 'اللغات',
  },
];

/** The words in a language, else in English. */
export const wordsIn = (wanted = ''): Words => WORDS.find(({language}) => language === wanted.toLowerCase().split(/[-_]/)[0]) ?? ENGLISH;
